import { ensureBuilt } from '../../src/start.mjs';
import { addressOf, dropAbandoned, ensureTemplate, openCluster, type Template } from './cluster.ts';
import { DEMO_CLOCK, handOver } from './story-database.ts';
import { startServer } from './server.ts';

/** The demo bureau as the very first `npm start` makes it, with its history up to the day of the stories. */
const DEMO: Template = {
	kind: 'demo',
	dependsOn: [
		...['db/migrations', 'db/seed', 'content', 'src/cli/shell/prepare.ts', 'src/lib/platform', 'src/lib/shared'],
		...['cases', 'drills', 'identity', 'law', 'ranking'].flatMap((room) => [
			`src/lib/${room}/domain`,
			`src/lib/${room}/server`
		]),
		DEMO_CLOCK
	],
	async build(database) {
		const server = await startServer({ database, clock: DEMO_CLOCK, readySeconds: 300 });
		await server.stop();
	}
};

/** Once per run: build if stale, start the cluster, make the demo template, tell the workers where both are. */
export default async function setup(): Promise<() => Promise<void>> {
	await ensureBuilt();
	const cluster = await openCluster();
	await dropAbandoned(cluster);
	handOver({ cluster: addressOf(cluster), template: await ensureTemplate(cluster, DEMO) });
	return async () => {
		await dropAbandoned(cluster);
		await cluster.close();
	};
}

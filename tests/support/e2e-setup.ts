import { addressOf, dropAbandoned, ensureTemplate, openCluster, type Template } from './cluster.ts';
import { DEMO_CLOCK, handOver } from './story-database.ts';
import { startServer } from './server.ts';

/** The demo bureau as the very first `npm start` makes it, with its history up to the day of the stories. */
const DEMO: Template = {
	kind: 'demo',
	dependsOn: ['db/migrations', 'db/seed', 'content', 'src/lib', DEMO_CLOCK],
	async build(database) {
		const server = await startServer({ database, clock: DEMO_CLOCK, readySeconds: 300 });
		await server.stop();
	}
};

/** Once per run: start the cluster, make the demo template, tell the workers where both are. */
export default async function setup(): Promise<() => Promise<void>> {
	const cluster = await openCluster();
	await dropAbandoned(cluster);
	handOver({ cluster: addressOf(cluster), template: await ensureTemplate(cluster, DEMO) });
	return async () => {
		await dropAbandoned(cluster);
		await cluster.close();
	};
}

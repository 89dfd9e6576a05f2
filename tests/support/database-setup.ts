import type { TestProject } from 'vitest/node';
import { addressOf, dropAbandoned, ensureTemplate, MIGRATED, openCluster, type Address } from './cluster.ts';

declare module 'vitest' {
	export interface ProvidedContext {
		cluster: Address;
		template: string;
	}
}

/** Once per run: start the cluster, make the migrated template, tell the workers where both are. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const cluster = await openCluster();
	await dropAbandoned(cluster);
	project.provide('template', await ensureTemplate(cluster, MIGRATED));
	project.provide('cluster', addressOf(cluster));
	return async () => {
		await dropAbandoned(cluster);
		await cluster.close();
	};
}

import type { Address } from './cluster.ts';

/** The morning on which every story begins (Asia/Shanghai, a Friday); the demo's history ends the day before. */
export const DEMO_CLOCK = '2026-11-20T09:00';

interface Source {
	readonly cluster: Address;
	readonly template: string;
}

const VARIABLE = 'STORY_DATABASE';

/** Leaves for the workers of Playwright, which inherit the environment, where to copy the demo bureau from. */
export function handOver(source: Source): void {
	process.env[VARIABLE] = JSON.stringify(source);
}

export function handedOver(): Source {
	const text = process.env[VARIABLE];
	if (!text) throw new Error('the stories’ global set-up has not run');
	return JSON.parse(text) as Source;
}

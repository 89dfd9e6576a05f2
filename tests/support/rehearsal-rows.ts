import type { BundleFile } from '#lib/arena/domain/bundle/bundle.ts';
import { loadBundles } from '#lib/arena/server/use-cases/load-bundles.server.ts';
import { readBundle, readBundles } from '#lib/arena/server/use-cases/read-bundles.server.ts';
import { readRehearsal, readRehearsalHome } from '#lib/arena/server/use-cases/read-rehearsals.server.ts';
import { answerArgument, practiseMissed, startRehearsal } from '#lib/arena/server/use-cases/rehearse.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { makeBundleBody } from './bundle.ts';
import { valueOf } from './people.ts';

const REVIEWED = { internalReview: { by: '乙', on: '2026-11-01' }, legalReview: { by: '丙', on: '2026-11-02' } };

/** A file of a bundle that cites nothing of ours, reviewed twice. */
export function makeBundleFile(id: string, more: Partial<BundleFile['body']> = {}, digest = id): BundleFile {
	const body = makeBundleBody({ ...REVIEWED, ...more });
	return { id, digest, source: `id: ${id}`, title: `案卷 ${id}`, body, citations: [] };
}

const WANTED = { bundle: 'a-bundle', side: 'plaintiff', stage: 'debate' };
export const REPLY = { argument: 'defendant-1', reply: '0', exhibit: 'p2', law: '甲法2', words: '' };

/** A bundle, and an open rehearsal of it by this officer. @returns its id */
export async function makeRehearsal(officer: Ctx): Promise<string> {
	await loadBundles(officer, [makeBundleFile('a-bundle')]);
	return valueOf(await startRehearsal(officer, WANTED));
}

/** The use-cases of bundles for whoever is signed in, as rows of the permission table. */
export const bundleRows: Record<string, (ctx: Ctx) => unknown> = {
	readBundles,
	readBundle: (ctx) => readBundle(ctx, 'a-bundle')
};
/** Rehearsing alone, for officers; `rehearsal` is somebody's. */
export const rehearsalRows = (rehearsal: () => string): Record<string, (ctx: Ctx) => unknown> => ({
	readRehearsalHome,
	startRehearsal: (ctx) => startRehearsal(ctx, WANTED),
	readRehearsal: (ctx) => readRehearsal(ctx, rehearsal(), null),
	answerArgument: (ctx) => answerArgument(ctx, rehearsal(), REPLY),
	practiseMissed: (ctx) => practiseMissed(ctx, rehearsal())
});

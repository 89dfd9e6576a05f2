import { authorise } from '#lib/identity/server/use-cases/authorise.server.ts';
import { mayRun } from '#lib/identity/domain/permissions.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { type BundleView, bundleFor } from '../../domain/bundle/bundle-view.ts';
import type { BundleSlip } from '../../domain/bundle/bundle-slip.ts';
import type { LawLine } from '../../domain/bundle/law-line.ts';
import { readLawLines } from '../law-entries.server.ts';
import { selectCurrent, selectShown } from '../repository/bundles.server.ts';

/** The moot cases; what is kept for matches is named, and opened only by who sits on panels. */
export async function readBundles(ctx: Ctx): Promise<BundleSlip[]> {
	authorise(ctx, 'arena.readBundles');
	const isPanel = mayRun(ctx.actor, 'arena.readBundleSecrets');
	return (await selectShown(ctx.db)).map((one) => ({ ...one, isOpen: isPanel || !one.isReserved }));
}

export interface BundlePage {
	readonly view: BundleView;
	readonly law: readonly LawLine[];
	readonly isReserved: boolean;
	readonly mayRehearse: boolean;
}

/** A moot case as the reader may see it. */
export async function readBundle(ctx: Ctx, id: string): Promise<Result<BundlePage>> {
	authorise(ctx, 'arena.readBundles');
	const isPanel = mayRun(ctx.actor, 'arena.readBundleSecrets');
	const bundle = await selectCurrent(ctx.db, id);
	if (!bundle) return refuse('no-such-bundle', '没有这个案卷。');
	if (bundle.isReserved && !isPanel) return refuse('reserved', '这个案卷留作正式擂台，开庭前不公开。');
	return ok({
		view: bundleFor(bundle, isPanel ? { kind: 'panel' } : { kind: 'public' }),
		law: await readLawLines(ctx, bundle),
		isReserved: bundle.isReserved,
		mayRehearse: !bundle.isReserved && mayRun(ctx.actor, 'arena.rehearse')
	});
}

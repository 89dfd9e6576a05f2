import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import { readHolders, readUnits } from '#lib/identity/server/use-cases/directory.server.ts';
import type { Ctx, SignedIn } from '#lib/platform/ctx.server.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { clockOf } from '#lib/shared/time.ts';
import { type Around, drawPanel, mayJudge } from '../../domain/awards/draw-panel.ts';
import type { Sheet } from '../../domain/awards/panel-scores.ts';
import type { Run } from '../../domain/awards/run.ts';
import { readChecks } from '../award-checks.server.ts';
import { NO_RUN, advance, knowRun } from '../known-run.server.ts';
import * as awards from '../repository/awards.server.ts';

/** Who sits on panels: those who mark and judge elsewhere too. */
const PANEL_ROLES = ['trainer', 'legal-reviewer', 'judge'] as const;

export interface Decision {
	readonly officerId: string;
	readonly passed: boolean;
	readonly reason: string;
	/** Bars from the honour; the reason says what. */
	readonly isVeto: boolean;
}

/** Decides about everybody's eligibility, as checked now, and draws the panel by lot with the request's seed. */
export async function qualify(
	ctx: Ctx,
	id: string,
	{ decisions, size }: { readonly decisions: readonly Decision[]; readonly size: number }
): Promise<Result<null>> {
	const me = authorisePerson(ctx, 'ranking.runAwards');
	return advance(me, { id, act: 'qualify' }, async (inner, { run }) => {
		// Whoever was second finds the panel drawn; there may be nobody left for another one.
		if (run.qualifiedOn !== null) return refuse('qualified', '资格已经审查。');
		const vetoes = new Map(decisions.flatMap((one) => (one.isVeto ? [[one.officerId, one.reason] as const] : [])));
		const officerIds = run.nominees.map(({ officerId }) => officerId);
		const checksOf = await readChecks(inner, run, { officerIds, vetoes });
		const verdicts = decisions.map(({ officerId, passed, reason, isVeto }) => ({
			...{ nomineeId: officerId, passed: passed && !isVeto, reason, checks: checksOf(officerId) }
		}));
		const judged = verdicts.filter(({ passed }) => passed).map(({ nomineeId }) => nomineeId);
		const pool = await poolFor(inner, run, judged);
		const panel = drawPanel(pool, { size, seed: inner.seed });
		if (!panel) {
			return refuse(
				'no-panel',
				`被推荐人所在单位以外只有 ${pool.length} 名教员、法制审核员和评委，抽不出 ${size} 人。`,
				'size'
			);
		}
		return ok({ verdicts, panel, seed: inner.seed, pool: pool.length });
	});
}

/** Who could judge these nominees: none of their units, nobody who takes part or was taken off. */
async function poolFor(ctx: SignedIn, run: Run, judged: readonly string[]) {
	const [holders, units] = await Promise.all([readHolders(ctx, PANEL_ROLES), readUnits(ctx)]);
	const paths = new Map(units.map(({ id, path }) => [id, path]));
	const nominees = run.nominees.filter(({ officerId }) => judged.includes(officerId));
	const around: Around = {
		unitPaths: nominees.flatMap(({ unitId }) => paths.get(unitId) ?? []),
		excluded: [
			...[ctx.actor.personId, run.openedBy, ...run.relieved],
			...run.nominees.flatMap(({ officerId, figure }) => [
				officerId,
				...(figure && 'authorId' in figure && figure.authorId ? [figure.authorId] : [])
			]),
			...run.panel.map(({ reviewerId }) => reviewerId)
		]
	};
	return mayJudge(
		holders.map(({ id, unitId }) => ({ personId: id, unitPath: paths.get(unitId)! })),
		around
	);
}

/** Draws somebody else for a reviewer who cannot or should not judge. */
export async function replaceReviewer(
	ctx: Ctx,
	id: string,
	{ reviewerId, reason }: { readonly reviewerId: string; readonly reason: string }
): Promise<Result<null>> {
	const me = authorisePerson(ctx, 'ranking.runAwards');
	return advance(me, { id, act: 'replace' }, async (inner, { run }) => {
		const judged = run.nominees.filter(({ state }) => state === 'reviewing').map(({ officerId }) => officerId);
		const drawn = drawPanel(await poolFor(inner, run, judged), { size: 1, seed: inner.seed });
		if (!drawn) return refuse('no-panel', '没有可以替换的人。请先请管理员授予评委角色。', 'reason');
		return ok({ reviewerId, replacementId: drawn[0]!, seed: inner.seed, reason });
	});
}

/** Keeps a sheet that is being written. @returns the time it was kept */
export async function keepAwardSheet(ctx: Ctx, id: string, sheet: Sheet): Promise<Result<string>> {
	const me = authorisePerson(ctx, 'ranking.fillAwardSheets');
	const reviewerId = me.actor.personId;
	const seat = (await knowRun(ctx, id))?.run.panel.find((one) => one.reviewerId === reviewerId);
	if (!seat) return NO_RUN;
	if (seat.sheet !== null) return refuse('signed', '评审表已经交了，不能再改。');
	await awards.saveDraft(ctx.db, { runId: id, reviewerId, sheet, savedAt: ctx.now });
	return ok(clockOf(ctx.now));
}

/** Hands in the own sheet: it stands, and nobody reads it before the last one is in. */
export async function signAwardSheet(ctx: Ctx, id: string, sheet: Sheet): Promise<Result<null>> {
	const me = authorisePerson(ctx, 'ranking.fillAwardSheets');
	const reviewerId = me.actor.personId;
	const done = await advance(me, { id, act: 'sign' }, (_, { run }) =>
		run.panel.some((one) => one.reviewerId === reviewerId) ? ok({ sheet }) : NO_RUN
	);
	if (done.ok) await awards.deleteDraft(ctx.db, id, reviewerId);
	return done;
}

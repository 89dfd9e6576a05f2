import { mayRun } from '#lib/identity/domain/permissions.ts';
import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import { readHolders, readPeople } from '#lib/identity/server/use-cases/directory.server.ts';
import { recordAudit } from '#lib/platform/audit.server.ts';
import { type Ctx, type SignedIn, inTransaction } from '#lib/platform/ctx.server.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { dayOf } from '#lib/shared/time.ts';
import { type CaseScore, scoreCase } from '../../domain/commentary/case-score.ts';
import { type Quarter, isQuarter, quarterOf, takesSheets } from '../../domain/commentary/quarter.ts';
import { type Grader, findConflict } from '../../domain/commentary/score-conflict.ts';
import { type CaseSheet, checkSheet } from '../../domain/commentary/score-sheet.ts';
import { selectPublishedCases } from '../repository/commentary-meetings.server.ts';
import * as scores from '../repository/case-scores.server.ts';

const NO_QUARTER = ['no-such-quarter', '没有这个季度。'] as const;
const NO_CASE = ['no-such-case', '这个案例没有参加这个季度的评选。'] as const;
const WRITERS = ['officer', 'trainer', 'legal-reviewer', 'judge', 'organiser', 'supervisor'] as const;

/** A case of a quarter with its result, for awards: the recommended ones first, then by mean. */
export interface ScoredCase {
	readonly caseId: string;
	readonly caseVersion: number;
	readonly title: string;
	readonly author: string;
	readonly score: CaseScore;
}

/** What the sheets of a quarter come to. Names no reviewer. */
export async function readCaseScores(ctx: Ctx, quarter: Quarter): Promise<Result<readonly ScoredCase[]>> {
	authorisePerson(ctx, 'cases.readCommentary');
	if (!isQuarter(quarter)) return refuse(...NO_QUARTER);
	const [cases, sheets] = await Promise.all([
		scores.selectNominations(ctx.db, quarter),
		scores.selectSheets(ctx.db, quarter)
	]);
	const scored = cases.map(({ caseId, caseVersion, title, author }) => {
		const own = sheets.filter((one) => one.caseId === caseId);
		return { ...{ caseId, caseVersion, title, author }, score: scoreCase(own.map(({ sheet }) => sheet)) };
	});
	const key = ({ score }: ScoredCase) => (score.isRecommended ? 1000 : 0) + (score.mean ?? -1);
	return ok(scored.sort((left, right) => key(right) - key(left)));
}

/** The people of the directory who bear an author's name; two of one name are nobody in particular. */
async function authorsOf(ctx: Ctx, names: readonly string[]): Promise<ReadonlyMap<string, Grader>> {
	const named = (await readHolders(ctx, WRITERS)).filter(({ name }) => names.includes(name));
	const cards = await readPeople(
		ctx,
		named.map(({ id }) => id)
	);
	const single = named.filter(({ name }) => named.filter((one) => one.name === name).length === 1);
	return new Map(single.map(({ id, name }) => [name, { id, name, unitPath: cards.get(id)?.unitPath ?? '' }]));
}

const graderOf = ({ actor: { personId, name, unitPath } }: SignedIn): Grader => ({ id: personId, name, unitPath });

/**
 * A quarter with its cases. While sheets are taken, a reviewer sees results only of cases that are signed or not theirs to
 * grade: nobody grades after the mean.
 */
export async function readScoreQuarter(ctx: Ctx, wanted: string) {
	const me = authorisePerson(ctx, 'cases.readCommentary');
	const today = dayOf(ctx.now);
	const quarter = isQuarter(wanted) ? wanted : quarterOf(today);
	const [scored, nominations, sheets, stored] = await Promise.all([
		readCaseScores(ctx, quarter),
		scores.selectNominations(ctx.db, quarter),
		scores.selectSheets(ctx.db, quarter),
		scores.selectQuarters(ctx.db)
	]);
	const isOpen = takesSheets(quarter, today);
	const mayGrade = mayRun(me.actor, 'cases.scoreCases');
	const authors = mayGrade
		? await authorsOf(
				ctx,
				nominations.map(({ author }) => author)
			)
		: new Map<string, Grader>();
	const mayNominate = mayRun(me.actor, 'cases.nominateCases') && isOpen;
	return {
		...{ quarter, isOpen, mayGrade, mayNominate, today },
		quarters: [...new Set([quarterOf(today), quarter, ...stored])].sort().reverse(),
		candidates: mayNominate ? await candidatesFor(ctx, nominations) : [],
		cases: (scored.ok ? scored.value : []).map((one) => {
			const { reason, polarity } = nominations.find(({ caseId }) => caseId === one.caseId)!;
			const own = sheets.find(({ caseId, reviewerId }) => caseId === one.caseId && reviewerId === me.actor.personId);
			const author = { name: one.author, person: authors.get(one.author) ?? null };
			const conflict = mayGrade ? findConflict(author, graderOf(me)) : null;
			const isDue = mayGrade && isOpen && !own && conflict === null;
			return {
				...{ caseId: one.caseId, title: one.title, author: one.author, polarity, reason },
				...{ isDue, conflict, own: own?.sheet ?? null, score: isDue ? null : one.score }
			};
		})
	};
}
export type ScoreQuarterView = Awaited<ReturnType<typeof readScoreQuarter>>;

/** Ids of the cases that are published now; for whoever gives honours to cases. */
export async function readPublishedCaseIds(ctx: Ctx): Promise<ReadonlySet<string>> {
	return new Set((await selectPublishedCases(ctx.db)).map(({ id }) => id));
}

async function candidatesFor(ctx: Ctx, nominations: readonly { readonly caseId: string }[]) {
	const standing = new Set(nominations.map(({ caseId }) => caseId));
	return (await selectPublishedCases(ctx.db)).filter(({ id }) => !standing.has(id));
}

/** Names a published case for 优秀案例 of a quarter, with the reason. */
export async function nominateCase(
	ctx: Ctx,
	quarter: Quarter,
	given: { readonly caseId: string; readonly reason: string }
): Promise<Result<null>> {
	const me = authorisePerson(ctx, 'cases.nominateCases');
	if (!isQuarter(quarter)) return refuse(...NO_QUARTER);
	if (!takesSheets(quarter, dayOf(ctx.now))) return refuse('closed', '这个季度的评选不在进行。', 'caseId');
	const chosen = (await selectPublishedCases(ctx.db)).find(({ id }) => id === given.caseId);
	if (!chosen) return refuse('no-such-case', '选一个已经发布的案例。', 'caseId');
	return inTransaction(me, async (inner) => {
		const row = { quarter, caseId: chosen.id, caseVersion: chosen.version, reason: given.reason };
		const by = { nominatedBy: me.actor.personId, nominatedAt: inner.now };
		if (!(await scores.insertNomination(inner.db, { ...row, ...by }))) {
			return refuse('nominated', '这个案例已经推荐参评。', 'caseId');
		}
		await recordAudit(inner, 'cases.nominateCases', `case:${chosen.id}`, row);
		return ok(null);
	});
}

/** Signs the own sheet about a case; what is signed stands, a second submit changes nothing. */
export async function signCaseSheet(
	ctx: Ctx,
	quarter: Quarter,
	given: { readonly caseId: string; readonly sheet: CaseSheet }
): Promise<Result<null>> {
	const me = authorisePerson(ctx, 'cases.scoreCases');
	const { caseId } = given;
	const named = isQuarter(quarter) ? await scores.selectNominations(ctx.db, quarter) : [];
	const one = named.find((nomination) => nomination.caseId === caseId);
	if (!one) return refuse(...NO_CASE);
	if (!takesSheets(quarter, dayOf(ctx.now))) return refuse('closed', '这个季度的评选不在进行。');
	const person = (await authorsOf(ctx, [one.author])).get(one.author) ?? null;
	const conflict = findConflict({ name: one.author, person }, graderOf(me));
	if (conflict) return refuse('conflict', conflict);
	const sheet = checkSheet(given.sheet);
	if (!sheet.ok) return sheet;
	return inTransaction(me, async (inner) => {
		const row = { quarter, caseId, reviewerId: me.actor.personId, sheet: sheet.value, signedAt: inner.now };
		if (await scores.insertSheet(inner.db, row)) {
			await recordAudit(inner, 'cases.scoreCases', `case:${caseId}`, { quarter, sheet: sheet.value });
		}
		return ok(null);
	});
}

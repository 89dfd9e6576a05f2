import * as v from 'valibot';
import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import { readUnitsOf } from '#lib/identity/server/use-cases/directory.server.ts';
import { recordAudit } from '#lib/platform/audit.server.ts';
import { type Ctx, inTransaction } from '#lib/platform/ctx.server.ts';
import { canonical, sha256 } from '#lib/shared/canonical.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { dayOf } from '#lib/shared/time.ts';
import { movesOf } from '../../domain/compare-boards.ts';
import { type Cycle, boundsOf, formatCycle } from '../../domain/cycle.ts';
import { cycleOf } from '../../domain/entry.ts';
import { type RuleFields, fieldOf, ruleFrom } from '../../domain/rule-draft.ts';
import { contentOf, firstDaysFor, nextVersion, pendingOf } from '../../domain/rule-versions.ts';
import { type Rule, hasRule } from '../../domain/rule.ts';
import { readNames } from '../board-people.server.ts';
import * as repository from '../repository.server.ts';
import * as rules from '../repository/rules.server.ts';
import { ruleSchema } from '../rule-schema.server.ts';
import { type Book, findBase, readBook } from '../rule-book.server.ts';
import { tryRule } from './preview-rule.server.ts';

/** A version as it was typed. */
export interface RuleDraft {
	/** `3`, or `file-3` for one that a file proposes. */
	readonly base: string;
	readonly effectiveFrom: string;
	readonly reason: string;
	readonly fields: RuleFields;
}

/** So many people whose place changes are listed. */
const MOST_MOVES = 50;
const LEAST_REASON = 4;

/** What the last month would have looked like under a draft, and who moves; saves nothing. */
export async function previewDraft(ctx: Ctx, draft: RuleDraft) {
	authorisePerson(ctx, 'ranking.editRules');
	const read = readDraft(await readBook(ctx), draft);
	if (!read.ok) return read;
	const cycle = await lastMonth(ctx);
	if (cycle === null) return refuse('no-month', '还没有过完的月份可以试算；可以直接提出。');
	const { rule, moves } = await tryRule(ctx, cycle, read.value);
	const moved = movesOf(moves);
	const some = moved.slice(0, MOST_MOVES);
	const unitOf = await readUnitsOf(
		ctx,
		some.map(({ officerId }) => officerId)
	);
	const shown = some.map((one) => ({ ...one, unitId: unitOf.get(one.officerId)! }));
	const nameOf = await readNames(ctx, shown, boundsOf(cycle).from);
	return ok({
		...{ title: formatCycle(cycle), version: rule.version, people: moves.length, moved: moved.length },
		ranked: [moves.filter(({ from }) => from !== null).length, moves.filter(({ to }) => to !== null).length] as const,
		rows: shown.map(({ unitId, ...move }) => ({ ...move, ...nameOf({ officerId: move.officerId, unitId }) }))
	});
}
export type DraftPreview = Extract<Awaited<ReturnType<typeof previewDraft>>, { ok: true }>['value'];

/** The last month that is over and has entries. */
async function lastMonth(ctx: Ctx): Promise<Cycle | null> {
	const current = cycleOf(dayOf(ctx.now));
	const { inForce } = await readBook(ctx);
	const cycles = await repository.selectCycles(ctx.db);
	return cycles.find((cycle) => cycle < current && hasRule(inForce, cycle)) ?? null;
}

/** Proposes a version: it begins on a first of a month, when a second person has confirmed it. A second click changes nothing. @returns its number */
export async function proposeRule(ctx: Ctx, draft: RuleDraft): Promise<Result<number>> {
	const me = authorisePerson(ctx, 'ranking.editRules');
	if (draft.reason.length < LEAST_REASON) return refuse('no-reason', '写明为什么改，至少四个字', 'reason');
	return inTransaction(me, async (inner) => {
		await rules.lockRules(inner.db);
		const book = await readBook(inner);
		const read = readDraft(book, draft);
		if (!read.ok) return read;
		const rule = read.value;
		const pending = pendingOf(book.office);
		if (pending) {
			const isSame = pending.proposedBy === me.actor.personId && contentOf(pending.rule) === contentOf(rule);
			if (isSame && pending.rule.effectiveFrom === rule.effectiveFrom) return ok(pending.rule.version);
			return refuse('pending', `第 ${pending.rule.version} 版还在等人确认；先确认、退回或者撤回它，再提新的。`);
		}
		const days = firstDaysFor(book.inForce, dayOf(inner.now));
		if (!days.includes(rule.effectiveFrom)) {
			return refuse('bad-day', '最早从下个月 1 日起用，也不能早于最新一版的起用日。', 'effectiveFrom');
		}
		const { version, effectiveFrom } = rule;
		const digest = sha256(canonical(rule));
		const by = { proposedBy: me.actor.personId, proposedAt: inner.now };
		const basedOn = findBase(book, draft.base)!.version;
		await rules.insertRule(inner.db, { version, basedOn, effectiveFrom, rule, digest, reason: draft.reason, ...by });
		await recordAudit(inner, 'ranking.proposeRule', `rule:${version}`, { digest, effectiveFrom, basedOn });
		return ok(version);
	});
}

/** A draft as a rule that may be one; every figure is judged as in a file. */
function readDraft(book: Book, { base, effectiveFrom, reason, fields }: RuleDraft): Result<Rule> {
	const from = findBase(book, base);
	if (!from) return refuse('no-such-rule', '没有这一版规则。');
	const version = nextVersion(book.files, book.office);
	const why = reason.replace(/\s+/g, ' ') || '试算';
	const made = ruleFrom(fields, book.catalogue, {
		version,
		effectiveFrom,
		basis: `在第 ${from.version} 版上修改：${why}`
	});
	const checked = v.safeParse(ruleSchema, made);
	if (!checked.success) {
		const [issue] = checked.issues;
		const path = (issue.path ?? []).map(({ key }) => key as string | number);
		const message = issue.kind === 'schema' ? '写一个整数' : issue.message;
		return refuse('malformed', message, fieldOf(path, made));
	}
	if (contentOf(made) === contentOf(book.inForce.at(-1)!)) return refuse('same', '和现在最新的一版没有差别。');
	return ok(made);
}

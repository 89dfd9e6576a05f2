import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import { recordAudit } from '#lib/platform/audit.server.ts';
import { type Ctx, inTransaction } from '#lib/platform/ctx.server.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { type RuleVerdict, pendingOf, whyMayNotConfirm } from '../../domain/rule-versions.ts';
import * as rules from '../repository/rules.server.ts';
import { readBook } from '../rule-book.server.ts';
import { forgetRules } from './current-rules.server.ts';

export interface RuleDecision {
	readonly version: number;
	readonly verdict: RuleVerdict;
	readonly reason: string;
}
const LEAST_REASON = 4;

/** A second person confirms the version that waits or sends it back; whoever proposed it may take it back. Decided once. */
export async function decideRule(ctx: Ctx, { version, verdict, reason }: RuleDecision): Promise<Result<null>> {
	const me = authorisePerson(ctx, verdict === 'withdrawn' ? 'ranking.editRules' : 'ranking.confirmRules');
	const decided = await inTransaction(me, async (inner) => {
		await rules.lockRules(inner.db);
		const { office, files } = await readBook(inner);
		const pending = pendingOf(office);
		if (!pending || pending.rule.version !== version) return afterwards(office, version, verdict);
		const { proposedBy, rule } = pending;
		const isMine = proposedBy === me.actor.personId;
		if (verdict === 'withdrawn' && !isMine) return refuse('not-mine', '只有提出的人可以撤回；要退回的，写明理由。');
		if (verdict === 'refused' && isMine) return refuse('not-second', '自己提出的，撤回就可以。');
		if (verdict === 'refused' && reason.length < LEAST_REASON) {
			return refuse('no-reason', '写明为什么退回，至少四个字', 'reason');
		}
		const why =
			verdict === 'confirmed'
				? whyMayNotConfirm(pending, files, { personId: me.actor.personId, now: inner.now })
				: null;
		if (why) return refuse('not-second', why);
		const by = { decidedBy: me.actor.personId, decidedAt: inner.now };
		await rules.insertDecision(inner.db, { version, proposedBy, verdict, reason, ...by });
		const { effectiveFrom } = rule;
		await recordAudit(inner, `ranking.rule.${verdict}`, `rule:${version}`, { effectiveFrom, reason });
		return ok(null);
	});
	if (decided.ok) forgetRules();
	return decided;
}

/** A second click finds done what it wanted; somebody who comes later is told what was decided. */
function afterwards(
	office: Awaited<ReturnType<typeof readBook>>['office'],
	version: number,
	verdict: RuleVerdict
): Result<null> {
	const there = office.find(({ rule }) => rule.version === version)?.decision;
	if (!there) return refuse('no-such-rule', '没有这一版在等确认。');
	return there.verdict === verdict ? ok(null) : refuse('decided', '这一版刚才已经有人处理了，请看过再定。');
}

/** Files that came when the office led already: they only propose, and the start says so. */
export async function readRuleProposals(ctx: Ctx): Promise<number[]> {
	return (await readBook(ctx)).proposals.map(({ version }) => version);
}

import { type Result, ok, refuse } from '#lib/shared/result.ts';
import type { Side } from '../bundle/side.ts';
import { CONDITIONS, type Condition, JUDGMENTS, type JudgmentKind, isJudgmentKind } from './judgment.ts';

/** What the panel knows about the case when it judges. */
export interface CaseFacts {
	/** What the plaintiff claims. */
	readonly claim: 'revoke' | 'confirm-void' | 'change' | 'perform';
	/** The panel found that statement, defence or hearing was really taken away. */
	readonly coreRightLost: boolean;
	readonly originalFine?: number | undefined;
	/** The court has decided to treat the plaintiff's absence as a withdrawal. */
	readonly isWithdrawn?: boolean;
}

/** A judgment as the panel proposes it. */
export interface ProposedJudgment {
	readonly kind: string;
	readonly ticked: readonly string[];
	/** 并判决重新作出. */
	readonly redo: boolean;
	/** Yuan; for a change of the sum. */
	readonly newFine?: number | undefined;
	readonly reasons: string;
}

export interface Judgment extends ProposedJudgment {
	readonly kind: JudgmentKind;
	readonly ticked: readonly Condition[];
}

const LEAST_REASONS = 20;

/**
 * Accepts a judgment: a kind that exists, with a condition of its own ticked and none of another, and none of the usual traps.
 * @law 行政诉讼法 第六十九条
 * @law 行政诉讼法 第七十七条
 * @law 行诉法解释 第九十四条
 * @law 行诉法解释 第九十六条
 */
export function acceptJudgment(proposed: ProposedJudgment, facts: CaseFacts): Result<Judgment> {
	const { kind, ticked, reasons } = proposed;
	if (kind === 'maintain') {
		return refuse('no-maintain', '现行行政诉讼法没有“维持判决”：行为合法的，判决驳回诉讼请求。', 'kind');
	}
	if (!isJudgmentKind(kind)) return refuse('no-such-kind', '没有这种判决。', 'kind');
	const own: readonly string[] = JUDGMENTS[kind].requires;
	if (!ticked.some((one) => own.includes(one))) {
		return refuse('no-condition', `${JUDGMENTS[kind].name}要勾选成立的条件（${JUDGMENTS[kind].basis}）。`, 'ticked');
	}
	const foreign = ticked.find((one) => !own.includes(one));
	if (foreign !== undefined) return refuse('foreign-condition', foreignSentence(kind, foreign), 'ticked');
	const trap = findTrap({ ...proposed, kind }, facts);
	if (trap) return trap;
	if (reasons.trim().length < LEAST_REASONS) return refuse('no-reasons', '判决要写理由，至少二十个字。', 'reasons');
	return ok({ ...proposed, kind, ticked: ticked as readonly Condition[] });
}

function foreignSentence(kind: JudgmentKind, condition: string): string {
	const label = CONDITIONS[condition as Condition] ?? condition;
	const isSuit = (JUDGMENTS['reject-suit'].requires as readonly string[]).includes(condition);
	if (isSuit && kind === 'dismiss-claim') {
		return `“${label}”是裁定驳回起诉的理由；驳回诉讼请求是判决，驳回起诉是裁定，两者不能混。`;
	}
	return `“${label}”不是${JUDGMENTS[kind].name}的条件。`;
}

type Trap = Result<never> | null;

function findTrap(judgment: ProposedJudgment & { kind: JudgmentKind }, facts: CaseFacts): Trap {
	const { kind, ticked, redo } = judgment;
	if (redo && kind !== 'revoke' && kind !== 'revoke-part') {
		return refuse('redo-alone', '重新作出只能和撤销、部分撤销一起判。', 'redo');
	}
	if (kind === 'confirm-illegal' && ticked.includes('minor-procedure') && facts.coreRightLost) {
		return refuse(
			'not-minor',
			'陈述、申辩、听证的权利受到实质损害的，不是程序轻微违法（行诉法解释第九十六条）。',
			'ticked'
		);
	}
	if (kind === 'withdrawn' && !facts.isWithdrawn) {
		return refuse('not-withdrawn', '先对原告缺席作出处理：决定按撤诉处理以后，才这样裁定。', 'kind');
	}
	if (kind === 'change') return changeTrap(judgment, facts);
	if (facts.claim === 'confirm-void' && kind === 'revoke') {
		return refuse(
			'explain-first',
			'原告请求确认无效而行为只是违法的，先释明；原告改为请求撤销、又没有超过起诉期限，才判撤销（行诉法解释第九十四条）。',
			'kind'
		);
	}
	return null;
}

function changeTrap({ newFine }: ProposedJudgment, { originalFine }: CaseFacts): Trap {
	if (newFine === undefined) return refuse('no-sum', '变更判决要写明变更后的数额。', 'newFine');
	if (!Number.isInteger(newFine) || newFine < 0) return refuse('bad-sum', '数额写整数元。', 'newFine');
	if (originalFine !== undefined && newFine >= originalFine) {
		return refuse('heavier', '变更不能加重原告的义务，数额要低于原来的罚款（行政诉讼法第七十七条）。', 'newFine');
	}
	return null;
}

/** How a judge answers one issue. */
export interface IssueVote {
	readonly judge: string;
	readonly issue: string;
	readonly for: Side;
}

/** The panel's answer to each issue by majority; refused unless the panel is odd and every judge has voted once on each. */
export function decideIssues(
	issues: readonly string[],
	{ judges, votes }: { readonly judges: readonly string[]; readonly votes: readonly IssueVote[] }
): Result<Readonly<Record<string, Side>>> {
	if (judges.length < 3 || judges.length % 2 === 0) {
		return refuse('even-panel', '合议庭由三人以上的单数组成（行政诉讼法第六十八条）。');
	}
	const answers: Record<string, Side> = {};
	for (const issue of issues) {
		const own = votes.filter((vote) => vote.issue === issue);
		const isWhole = judges.every((judge) => own.filter((vote) => vote.judge === judge).length === 1);
		if (!isWhole || own.length !== judges.length) {
			return refuse('votes-missing', '每名合议庭成员对每个焦点各投一票，不能弃权。', issue);
		}
		const forPlaintiff = own.filter((vote) => vote.for === 'plaintiff').length;
		answers[issue] = 2 * forPlaintiff > judges.length ? 'plaintiff' : 'defendant';
	}
	return ok(answers);
}

/** The judgment that more than half of the panel stands behind; refused when there is none: the panel goes on deliberating. */
export function decideKind(kinds: readonly JudgmentKind[]): Result<JudgmentKind> {
	const found = kinds.find((kind) => 2 * kinds.filter((one) => one === kind).length > kinds.length);
	return found ? ok(found) : refuse('no-majority', '没有一种判决得到过半数，请继续合议。');
}

import { describe, expect, test } from 'vitest';
import { CONDITIONS, JUDGMENTS, type JudgmentKind } from './judgment.ts';
import { type CaseFacts, type ProposedJudgment, acceptJudgment, decideIssues, decideKind } from './verdict.ts';

const facts: CaseFacts = { claim: 'revoke', coreRightLost: false, originalFine: 50_000 };
const sound: ProposedJudgment = {
	...{ kind: 'revoke', ticked: ['procedure-breached'], redo: false },
	reasons: '告知书把听证申请的期限写短，原告因此没有机会提出听证。'
};
const say = (more: Partial<ProposedJudgment>, about: Partial<CaseFacts> = {}) => {
	const accepted = acceptJudgment({ ...sound, ...more }, { ...facts, ...about });
	return accepted.ok ? null : accepted.refusal.message;
};

test('every condition belongs to one judgment, and every judgment has one', () => {
	const all = Object.values(JUDGMENTS).flatMap(({ requires }) => [...requires]);
	expect([...all].sort()).toEqual(Object.keys(CONDITIONS).sort());
	expect(Object.values(JUDGMENTS).every(({ requires }) => requires.length > 0)).toBe(true);
});

describe('traps', () => {
	test.each<[string, Partial<ProposedJudgment>, Partial<CaseFacts>, string]>([
		['affirming the act', { kind: 'maintain' }, {}, '现行行政诉讼法没有“维持判决”：行为合法的，判决驳回诉讼请求。'],
		['an unknown kind', { kind: 'toString' }, {}, '没有这种判决。'],
		['no condition', { ticked: [] }, {}, '判决撤销要勾选成立的条件（行政诉讼法第七十条）。'],
		[
			'a reason against the suit for dismissing the claim',
			{ kind: 'dismiss-claim', ticked: ['lawful-act', 'out-of-time'] },
			{},
			'“超过起诉期限，没有正当理由”是裁定驳回起诉的理由；驳回诉讼请求是判决，驳回起诉是裁定，两者不能混。'
		],
		['a condition of another judgment', { ticked: ['improper', 'no-basis'] }, {}, '“没有法律依据”不是判决撤销的条件。'],
		[
			'redo without revoking',
			{ kind: 'confirm-illegal', ticked: ['minor-procedure'], redo: true },
			{},
			'重新作出只能和撤销、部分撤销一起判。'
		],
		[
			'a lost hearing as something minor',
			{ kind: 'confirm-illegal', ticked: ['minor-procedure'] },
			{ coreRightLost: true },
			'陈述、申辩、听证的权利受到实质损害的，不是程序轻微违法（行诉法解释第九十六条）。'
		],
		['a change without a sum', { kind: 'change', ticked: ['penalty-improper'] }, {}, '变更判决要写明变更后的数额。'],
		[
			'a heavier sum',
			{ kind: 'change', ticked: ['penalty-improper'], newFine: 60_000 },
			{},
			'变更不能加重原告的义务，数额要低于原来的罚款（行政诉讼法第七十七条）。'
		],
		[
			'the same sum',
			{ kind: 'change', ticked: ['sum-wrong'], newFine: 50_000 },
			{},
			'变更不能加重原告的义务，数额要低于原来的罚款（行政诉讼法第七十七条）。'
		],
		[
			'revoking where nullity was claimed',
			{},
			{ claim: 'confirm-void' },
			'原告请求确认无效而行为只是违法的，先释明；原告改为请求撤销、又没有超过起诉期限，才判撤销（行诉法解释第九十四条）。'
		],
		['no reasons', { reasons: '违法。' }, {}, '判决要写理由，至少二十个字。']
	])('%s', (_, more, about, message) => {
		expect(say(more, about)).toBe(message);
	});
});

describe('what stands', () => {
	test.each<[string, Partial<ProposedJudgment>, Partial<CaseFacts>]>([
		['revoking with a new decision', { redo: true }, {}],
		['a void act though only revoking was claimed', { kind: 'confirm-void', ticked: ['no-authority'] }, {}],
		['a lighter sum', { kind: 'change', ticked: ['penalty-improper'], newFine: 30_000 }, {}],
		[
			'great public harm though a right was lost',
			{ kind: 'confirm-illegal', ticked: ['public-harm'] },
			{ coreRightLost: true }
		],
		['a ruling on the suit', { kind: 'reject-suit', ticked: ['out-of-time'] }, {}]
	])('%s', (_, more, about) => {
		expect(say(more, about)).toBeNull();
	});
});

describe('the panel', () => {
	const judges = ['a', 'b', 'c'];
	const votes = judges.map((judge, index) => ({
		judge,
		issue: 'hearing',
		for: index < 2 ? ('plaintiff' as const) : ('defendant' as const)
	}));

	test('answers each issue by majority', () => {
		expect(decideIssues(['hearing'], { judges, votes })).toEqual({ ok: true, value: { hearing: 'plaintiff' } });
	});

	test.each([
		['an even panel', { judges: ['a', 'b'], votes }, 'even-panel'],
		['a judge alone', { judges: ['a'], votes }, 'even-panel'],
		['a vote missing', { judges, votes: votes.slice(1) }, 'votes-missing'],
		['a vote twice', { judges, votes: [...votes.slice(1), votes[1]!] }, 'votes-missing'],
		['a stranger’s vote', { judges, votes: [...votes, { ...votes[0]!, judge: 'z' }] }, 'votes-missing']
	])('%s is refused', (_, panel, code) => {
		const answer = decideIssues(['hearing'], panel);
		expect(answer.ok ? null : answer.refusal.code).toBe(code);
	});

	test.each<[JudgmentKind[], JudgmentKind | null]>([
		[['revoke', 'revoke', 'change'], 'revoke'],
		[['revoke', 'change', 'dismiss-claim'], null],
		[['revoke', 'revoke', 'change', 'change'], null]
	])('%j', (kinds, expected) => {
		const decided = decideKind(kinds);
		expect(decided.ok ? decided.value : null).toBe(expected);
	});
});

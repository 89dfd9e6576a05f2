import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { failuresOf, isEligible } from './eligibility.ts';
import { BEST_MARK, type Honour } from './honour.ts';
import type { Sheet } from './panel-scores.ts';
import { type Nominee, type Run, nomineesIn, stageOf } from './run.ts';
import type { Step, Verdict } from './step.ts';

/** Fewer people are no panel, whatever an honour says. */
export const LEAST_PANEL = 3;

/** Eligibility of everybody at once, and the panel drawn by lot. */
export function qualify(run: Run, { detail, personId, on }: Step<'qualify'>): Result<Run> {
	const { verdicts, panel, seed, pool } = detail;
	if (stageOf(run) !== 'nominating') return refuse('qualified', '资格已经审查。');
	for (const nominee of run.nominees) {
		const fault = faultOf(
			nominee,
			verdicts.find(({ nomineeId }) => nomineeId === nominee.officerId)
		);
		if (fault) return fault;
	}
	const passed = verdicts.filter((one) => one.passed).map(({ nomineeId }) => nomineeId);
	if (passed.length === 0) return refuse('nobody', '没有人通过资格审查：请推荐合格的人，或者按空缺结束。');
	const least = Math.max(LEAST_PANEL, run.honour.panel.size);
	if (panel.length < least || new Set(panel).size !== panel.length) {
		return refuse('small-panel', `评审组至少 ${least} 人。`, 'size');
	}
	if (panel.some((id) => id === personId || run.nominees.some(({ officerId }) => officerId === id))) {
		return refuse('own-panel', '组织评选的人和被推荐人不能进评审组。', 'size');
	}
	const nominees = run.nominees.map((one) => judged(one, verdicts));
	const seats = panel.map((reviewerId) => ({ reviewerId, sheet: null }));
	return ok({ ...run, nominees, panel: seats, draw: { seed, pool }, qualifiedOn: on });
}

function faultOf(nominee: Nominee, verdict: Verdict | undefined): Result<never> | null {
	const field = `reason-${nominee.officerId}`;
	if (!verdict) return refuse('no-verdict', '名单刚刚有变化，请看过再定。', field);
	const { passed, reason, checks } = verdict;
	if (passed && !isEligible(checks)) {
		return refuse(
			'not-eligible',
			`不能通过：${failuresOf(checks)
				.map((one) => one.reason)
				.join('；')}。`,
			field
		);
	}
	if (reason.trim() !== '') return null;
	if (!passed) return refuse('no-reason', '不通过的要写理由。', field);
	if (nominee.dissents.length > 0) return refuse('no-answer', '有单位对他提了意见，通过的也要写明如何看待。', field);
	return null;
}

function judged(one: Nominee, verdicts: readonly Verdict[]): Nominee {
	const { passed, reason, checks } = verdicts.find(({ nomineeId }) => nomineeId === one.officerId)!;
	return { ...one, checks, reason, state: passed ? 'reviewing' : 'returned' };
}

/** Somebody who cannot or should not judge makes room for somebody else, before having signed. */
export function replace(run: Run, { detail }: Step<'replace'>): Result<Run> {
	const { reviewerId, replacementId, reason } = detail;
	const seat = run.panel.find((one) => one.reviewerId === reviewerId);
	if (!seat) return refuse('no-such-reviewer', '评审组里没有这个人。');
	if (seat.sheet !== null) return refuse('signed', '他已经交了评审表，不能再更换。', 'reason');
	if (reason.trim() === '') return refuse('no-reason', '写明更换的理由。', 'reason');
	const taken = [
		...run.panel.map((one) => one.reviewerId),
		...run.relieved,
		...run.nominees.map((one) => one.officerId)
	];
	if (taken.includes(replacementId)) return refuse('taken', '替换的人不能已在评审组或者名单里。');
	const panel = run.panel.map((one) => (one === seat ? { reviewerId: replacementId, sheet: null } : one));
	return ok({ ...run, panel, relieved: [...run.relieved, reviewerId] });
}

/** A reviewer hands in the sheet; what is signed stands. With the last one everybody who is not shortlisted is in reserve. */
export function sign(run: Run, { detail, personId }: Step<'sign'>): Result<Run> {
	const seat = run.panel.find(({ reviewerId }) => reviewerId === personId);
	if (!seat) return refuse('not-on-panel', '你不在这一期的评审组里。');
	if (seat.sheet !== null) return refuse('signed', '评审表已经交了，不能再改。');
	const faults = findSheetFaults(detail.sheet, run);
	const [field, message] = Object.entries(faults)[0] ?? [];
	if (field !== undefined) return refuse('incomplete', message!, field);
	return ok({ ...run, panel: run.panel.map((one) => (one === seat ? { ...one, sheet: detail.sheet } : one)) });
}

/** Whether a mark needs a reason. */
export const isExtreme = (mark: number, { extremes }: Pick<Honour, 'extremes'>) =>
	mark <= extremes.low || mark >= extremes.high;

/** Everything that keeps a sheet from being signed, by field. */
export function findSheetFaults(sheet: Sheet, run: Run): Record<string, string> {
	const faults: Record<string, string> = {};
	for (const { officerId } of nomineesIn(run, 'reviewing')) {
		for (const { id, name } of run.honour.criteria) {
			const key = `${officerId}/${id}`;
			const mark = sheet.marks[officerId]?.[id];
			if (mark === undefined || !Number.isInteger(mark) || mark < 0 || mark > BEST_MARK) {
				faults[`mark/${key}`] = `${name}打 0 至 ${BEST_MARK} 的整数。`;
			} else if (isExtreme(mark, run.honour) && (sheet.reasons[key] ?? '').trim() === '') {
				faults[`reason/${key}`] = `${name}打了 ${mark} 分，写一句理由。`;
			}
		}
	}
	return faults;
}

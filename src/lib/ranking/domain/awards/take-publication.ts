import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { type Run, nomineesIn, readyToConfirm } from './run.ts';
import type { Step } from './step.ts';
import { findNominee, withNominee } from './take-nomination.ts';

/** The head has signed for those whose publicity is over; the others' clocks run on. */
export function confirm(run: Run, { detail, on }: Step<'confirm'>): Result<Run> {
	const ready = readyToConfirm(run, on);
	if (ready.length === 0) {
		// Asked twice for the same people it is done already; for others it is too early.
		const done = nomineesIn(run, 'confirmed', 'published').map(({ officerId }) => officerId);
		const isDone = detail.nomineeIds.length > 0 && detail.nomineeIds.every((id) => done.includes(id));
		const code = isDone ? 'confirmed' : 'not-over';
		return refuse(code, '公示还没有期满，或者异议还没有核实完毕。');
	}
	const isSame = detail.nomineeIds.length === ready.length && detail.nomineeIds.every((id) => ready.includes(id));
	if (!isSame) return refuse('changed-meanwhile', '公示期满的名单刚刚有变化，请看过再定。');
	if (detail.signer.trim() === '') return refuse('no-signer', '写明签批人的姓名和职务。', 'signer');
	const nominees = run.nominees.map((one) =>
		ready.includes(one.officerId) ? { ...one, state: 'confirmed' as const } : one
	);
	return ok({ ...run, nominees, signer: detail.signer, confirmedOn: on });
}

/** Those who are confirmed get number, day and certificate; nothing of it changes afterwards but by revoking. */
export function publish(run: Run, { detail, on }: Step<'publish'>): Result<Run> {
	const confirmed = nomineesIn(run, 'confirmed');
	if (confirmed.length === 0) return refuse(run.publishedOn === null ? 'not-confirmed' : 'published', '还没有签批。');
	if (confirmed.some(({ officerId }) => !detail.codes[officerId])) {
		return refuse('changed-meanwhile', '签批的名单刚刚有变化，请看过再发布。');
	}
	const nominees = run.nominees.map((one) =>
		one.state === 'confirmed'
			? { ...one, state: 'published' as const, code: detail.codes[one.officerId]!, publishedOn: on }
			: one
	);
	// Those who follow later, after an objection, stand under the same number.
	return ok({ ...run, nominees, number: run.number ?? detail.number, publishedOn: run.publishedOn ?? on });
}

/** New facts: the honour is taken back, the entry stays with its reason. */
export function revoke(run: Run, { detail, on }: Step<'revoke'>): Result<Run> {
	const { nomineeId, reason, signer } = detail;
	const state = findNominee(run, nomineeId)?.state;
	if (state !== 'published') {
		return refuse(state === 'revoked' ? 'revoked' : 'not-published', '只有已发布的才能撤销。');
	}
	if (reason.trim() === '') return refuse('no-reason', '撤销要写明新查明的事实和理由，并会公开。', 'reason');
	if (signer.trim() === '') return refuse('no-signer', '写明签批人的姓名和职务。', 'signer');
	return ok(withNominee(run, nomineeId, () => ({ state: 'revoked', reason, revokedOn: on })));
}

/** Nobody gets it this time. */
export function lapse(run: Run, { detail }: Step<'lapse'>): Result<Run> {
	if (nomineesIn(run, 'publicity', 'confirmed', 'published', 'revoked').length > 0) {
		return refuse('not-empty', '还有人在公示或者已经发布，不能按空缺结束。');
	}
	if (detail.reason.trim() === '') return refuse('no-reason', '写明空缺的理由。', 'reason');
	return ok({ ...run, lapsed: detail.reason });
}

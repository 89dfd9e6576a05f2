import type { Day } from '#lib/shared/time.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { isOver } from './publicity-clock.ts';
import { type Objection, type Run, clockFor, nextToPublicise, scoresOf } from './run.ts';
import { type Finding, MOST_DEEDS, type Step } from './step.ts';
import { NO_NOMINEE, findNominee, withNominee } from './take-nomination.ts';

/** So many people who agree decide about an objection; with two who differ a third is asked. */
export const VERIFIERS = 2;

/** The shortlist goes public as the scores give it, each nominee with what was approved; the others stand in reserve. */
export function publicise(run: Run, { detail, on }: Step<'publicise'>): Result<Run> {
	if (scoresOf(run) === null) return refuse('sheets-missing', '评审表还没有交齐。');
	const due = nextToPublicise(run);
	const given = detail.notices.map(({ nomineeId }) => nomineeId);
	if (due.length === 0) return refuse('publicised', '没有要公示的人。');
	if (due.length !== given.length || due.some((id) => !given.includes(id))) {
		return refuse('not-shortlisted', '公示名单由评审得分和名额决定，请按拟定名单公示。');
	}
	const long = detail.notices.find(({ deeds }) => deeds.trim() === '' || deeds.length > MOST_DEEDS);
	if (long) return refuse('deeds', `公示的事迹要写 1 至 ${MOST_DEEDS} 字。`, `deeds-${long.nomineeId}`);
	const nominees = run.nominees.map((one) => {
		const notice = detail.notices.find(({ nomineeId }) => nomineeId === one.officerId);
		if (notice) return { ...one, notice, noticedOn: on, state: 'publicity' as const };
		return one.state === 'reviewing' ? { ...one, state: 'reserve' as const } : one;
	});
	return ok({ ...run, nominees });
}

/** A named objection inside the publicity of a nominee; from this day the nominee's clock stands still. */
export function object(run: Run, { detail, personId, on }: Step<'object'>): Result<Run> {
	const { objectionId, nomineeId, reason, evidence } = detail;
	const nominee = findNominee(run, nomineeId);
	if (!nominee) return NO_NOMINEE;
	if (nominee.state !== 'publicity') return refuse('not-public', '他不在公示中，不能再提出异议。', 'reason');
	if (nomineeId === personId) return refuse('oneself', '对本人的公示不用提异议；不愿参评的，请告诉督导。', 'reason');
	if (isOver(clockFor(run, nominee)!, on)) return refuse('too-late', '公示已经期满。', 'reason');
	const earlier = run.objections.find((one) => one.personId === personId && one.nomineeId === nomineeId);
	if (earlier) {
		const code = earlier.reason === reason ? 'same' : 'repeated';
		return refuse(code, '你已经对他提出过异议，有新的证据请交给督导。', 'reason');
	}
	if (reason.trim() === '') return refuse('no-reason', '写明异议的事实和理由。', 'reason');
	const objection: Objection = {
		...{ id: objectionId, nomineeId, personId, on, reason, evidence, findings: [], outcome: null, decidedOn: null }
	};
	return ok({ ...run, objections: [...run.objections, objection] });
}

/** Two people look into an objection; when both find the same it is decided, else a third decides. */
export function verify(run: Run, { detail, personId, on }: Step<'verify'>): Result<Run> {
	const objection = run.objections.find(({ id }) => id === detail.objectionId);
	if (!objection) return refuse('no-such-objection', '没有这个异议。');
	const barred = whyMayNotVerify(run, objection, personId);
	if (barred !== null) return refuse('barred', barred);
	if (detail.reason.trim() === '') return refuse('no-reason', '写明核实的经过和理由。', 'reason');
	const found = { personId, finding: detail.finding, reason: detail.reason, on };
	const findings = [...objection.findings, found];
	const outcome = outcomeOf(findings.map(({ finding }) => finding));
	const changed = { ...objection, findings, outcome, decidedOn: outcome && on };
	const decided: Run = {
		...run,
		objections: run.objections.map((one) => (one === objection ? changed : one))
	};
	return ok(outcome === 'upheld' ? removed(decided, objection.nomineeId, on) : decided);
}

/** Whoever may not look into an objection, and why; null = may. */
export function whyMayNotVerify(run: Run, objection: Objection, personId: string): string | null {
	if (objection.outcome !== null) return '这个异议已经核实完毕。';
	if (objection.personId === personId) return '提出异议的人不能核实自己的异议。';
	if (objection.nomineeId === personId) return '被提异议的人不能参与核实。';
	const hasSat = [...run.panel.map(({ reviewerId }) => reviewerId), ...run.relieved].includes(personId);
	if (hasSat) return '评审组成员不核实对评审结果的异议。';
	if (objection.findings.some((one) => one.personId === personId))
		return '你已经写过核实意见，另一人核实以后才有结果。';
	return null;
}

function outcomeOf(findings: readonly Finding[]): Finding | null {
	const decided = (['upheld', 'rejected'] as const).find(
		(finding) => findings.filter((one) => one === finding).length >= VERIFIERS
	);
	return decided ?? null;
}

/** Upheld: the nominee is out; what else is open against the same nominee has nothing left to decide. */
function removed(run: Run, nomineeId: string, on: Day): Run {
	const without = withNominee(run, nomineeId, () => ({ state: 'removed', reason: '异议经核实成立。' }));
	const objections = without.objections.map((one) =>
		one.nomineeId === nomineeId && one.outcome === null ? { ...one, outcome: 'upheld' as const, decidedOn: on } : one
	);
	return { ...without, objections };
}

import type { ActRules, Situation } from '../act-rule.ts';
import { inCourse } from '../act-rule.ts';
import type { HearingEvent } from '../event.ts';
import type { Hearing, StageVisit } from '../hearing.ts';
import { usedBy } from '../clock.ts';
import { type StageRule, isInCourt, stageById } from '../procedure.ts';
import { type HearingRefusal, decline, forbid } from '../refusal.ts';
import { lawyerAlone } from './attendance.ts';
import { duesOfTime } from '../overtime.ts';
import { findHindrance, listUndone } from '../needs.ts';

const MINUTE_MS = 60_000;

function enter(hearing: Hearing, event: HearingEvent<'advance' | 'reopen'>): Hearing {
	const { to, inCourt = true } = event.detail as { to: string; inCourt?: boolean };
	const { course } = hearing;
	const visit = (course.visits[to] ?? 0) + 1;
	const stage: StageVisit = {
		...{ id: to, since: event.seq, enteredAt: event.at, visit, inCourt, usedMs: 0 },
		runningSince: inCourt ? event.at : null,
		...{ spoken: {}, extensions: [], turns: [] }
	};
	const openedAt = course.openedAt ?? (inCourt ? event.at : null);
	const visits = { ...course.visits, [to]: visit };
	return inCourse(hearing, { stage, visits, openedAt, floor: null, requests: [] });
}

function refuseAdvance(situation: Situation, { to, reason }: { to: string; reason: string }): HearingRefusal | null {
	const { frame, stage } = situation;
	const target = stageById(frame.procedure, to);
	const isNext = stage ? stage.next.includes(to) : frame.procedure.stages[0]?.id === to;
	if (!target || !isNext) return decline('not-next', '按程序不能从这里进入那个阶段。', 'to');
	if (target.kind === 'mediation' && !frame.file.mayMediate) {
		return forbid('R14', 'no-mediation', '本案不属于赔偿、补偿或者行使裁量权的案件，不能调解。');
	}
	const byClock = situation.by === 'timer' || situation.by === 'organiser';
	if (byClock) return refuseByClock(situation, target);
	if (situation.seat?.role !== 'presiding') return decline('not-presiding', '只有主持庭审的人能推进阶段。');
	const hindrance = findHindrance(situation);
	if (hindrance) return hindrance;
	const undone = listUndone(situation);
	if (undone.length === 0 || reason.trim() !== '') return null;
	return decline('undone', `${undone.join('；')}。要继续，请写明理由，理由会记入笔录。`, 'reason');
}

/** The organiser publishes the case; the clock ends the defendant’s term. Neither moves anything in court. */
function refuseByClock({ by, hearing, stage, frame, at }: Situation, target: StageRule): HearingRefusal | null {
	if (stage === null) return by === 'organiser' && !isInCourt(target) ? null : decline('not-begun', '还没有开始。');
	if (isInCourt(stage) || isInCourt(target)) return decline('in-court', '庭审的阶段只由主持庭审的人推进。');
	if (stage.kind !== 'answer') return decline('no-term', '这个阶段没有自动届满的期限。');
	const end = termEnd(hearing, frame.procedure.filing?.hours ?? 0);
	return by === 'timer' && at >= end ? null : decline('term-runs', '期限还没有届满。');
}

const HOUR_MS = 3_600_000;

/** When the term of the present stage on paper ends, ms. */
export const termEnd = ({ course }: Hearing, hours: number): number => (course.stage?.enteredAt ?? 0) + hours * HOUR_MS;

function refuseReopening({ frame, hearing, stage }: Situation): HearingRefusal | null {
	const { reopening } = frame.procedure;
	if (!reopening || stage?.id !== reopening.from) {
		return decline('no-reopening', '这个阶段不能恢复法庭调查。');
	}
	const before = (hearing.course.visits[reopening.to] ?? 0) - 1;
	if (before >= reopening.times) return decline('reopened', '法庭调查已经恢复过，不能再恢复。');
	return null;
}

function refuseExtension({ hearing, stage }: Situation, party: string | null): HearingRefusal | null {
	const visit = hearing.course.stage;
	if (!stage || !visit || stage.extension.times === 0) return decline('no-extension', '这个阶段不延长时间。');
	const given = visit.extensions.filter((one) => one.party === party).length;
	if (given >= stage.extension.times) return decline('extended', `这个阶段至多延长 ${stage.extension.times} 次。`);
	if (party !== null && !(party in stage.perParty))
		return decline('no-clock', '这一方在这个阶段没有单独计时。', 'party');
	return null;
}

const needsReason = ({ reason }: { reason: string }): HearingRefusal | null =>
	reason.trim() === '' ? decline('no-reason', '写明理由。', 'reason') : null;

export const stageActs: ActRules<'advance' | 'reopen' | 'extend' | 'pause' | 'resume'> = {
	advance: {
		refuse: refuseAdvance,
		complete: ({ frame }, detail) => ({ ...detail, inCourt: isInCourt(stageById(frame.procedure, detail.to)!) }),
		apply: enter,
		follow: (situation) => [
			...duesOfTime(situation),
			...(situation.stage?.kind === 'opening' ? lawyerAlone(situation) : [])
		]
	},
	reopen: {
		refuse: (situation, detail) => refuseReopening(situation) ?? needsReason(detail) ?? findHindrance(situation),
		complete: ({ frame }, detail) => ({ ...detail, to: frame.procedure.reopening!.to }),
		apply: enter,
		follow: duesOfTime
	},
	extend: {
		refuse: (situation, { party }) => refuseExtension(situation, party),
		complete: ({ stage }, detail) => ({ ...detail, ms: stage!.extension.minutes * MINUTE_MS }),
		apply: (hearing, { detail: { party, ms = 0 } }) => {
			const stage = hearing.course.stage!;
			return inCourse(hearing, { stage: { ...stage, extensions: [...stage.extensions, { party, ms }] } });
		}
	},
	pause: {
		refuse: ({ hearing }, detail) =>
			hearing.course.stage?.inCourt ? needsReason(detail) : decline('not-in-court', '还没有开庭。'),
		apply: (hearing, { at, detail: { reason } }) => {
			const { stage, floor } = hearing.course;
			const halt = <T extends { runningSince: number | null; usedMs: number }>(clock: T): T => ({
				...clock,
				...{ usedMs: usedBy(clock, at), runningSince: null }
			});
			return inCourse(hearing, { pause: { at, reason }, stage: stage && halt(stage), floor: floor && halt(floor) });
		}
	},
	resume: {
		refuse: ({ hearing }) => (hearing.course.pause ? null : decline('not-paused', '庭审没有暂停。')),
		apply: (hearing, { at }) => {
			const { stage, floor } = hearing.course;
			return inCourse(hearing, {
				pause: null,
				stage: stage && { ...stage, runningSince: at },
				floor: floor && { ...floor, runningSince: at }
			});
		}
	}
};

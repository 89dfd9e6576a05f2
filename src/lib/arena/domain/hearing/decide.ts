import type { Act } from './act.ts';
import type { ActRule, ActRules, Consequence, Situation } from './act-rule.ts';
import { attendanceActs } from './acts/attendance.ts';
import { evidenceActs } from './acts/evidence.ts';
import { filingActs } from './acts/filing.ts';
import { floorActs } from './acts/floor.ts';
import { issueActs } from './acts/issues.ts';
import { mediationActs } from './acts/mediation.ts';
import { objectionActs } from './acts/objections.ts';
import { panelActs } from './acts/panel.ts';
import { recusalActs } from './acts/recusal.ts';
import { stageActs } from './acts/stages.ts';
import { witnessActs } from './acts/witnesses.ts';
import { wordActs } from './acts/words.ts';
import { actsOpenTo, goesOnWhilePaused, isMachine, mayMachine } from './allowed.ts';
import type { HearingFrame } from './case-file.ts';
import { type Command, type HearingEvent, audienceOf } from './event.ts';
import { inReplay } from './growing.ts';
import { EMPTY, type Hearing, seatById } from './hearing.ts';
import { roleName, stageById } from './procedure.ts';
import { type HearingRefusal, decline } from './refusal.ts';

/** Every act there is: the one door for live commands and replayed events. */
const RULES_OF_ACTS: ActRules<Act> = {
	...{ ...stageActs, ...attendanceActs, ...recusalActs, ...filingActs, ...floorActs, ...wordActs },
	...{ ...objectionActs, ...issueActs, ...evidenceActs, ...witnessActs, ...mediationActs, ...panelActs }
};

export type Decided =
	| { readonly ok: true; readonly value: readonly HearingEvent[] }
	| { readonly ok: false; readonly refusal: HearingRefusal };

/** Against what a command is decided. */
export interface Setting {
	readonly frame: HearingFrame;
	/** Milliseconds of the server's clock. */
	readonly at: number;
}

/**
 * What a command comes to: its event and those that follow from it by rule, or the sentence – and the rule – that refuses it.
 */
export function decide(hearing: Hearing, command: Command, { frame, at }: Setting): Decided {
	const stage = stageById(frame.procedure, hearing.course.stage?.id ?? '');
	const seat = isMachine(command.by) ? null : seatById(hearing, command.by);
	const situation: Situation = { hearing, frame, at, by: command.by, seat, stage };
	const rule = RULES_OF_ACTS[command.act] as unknown as ActRule<Act>;
	const refusal = refuseActor(situation, command.act) ?? rule.refuse(situation, command.detail);
	if (refusal) return { ok: false, refusal };
	const detail = rule.complete?.(situation, command.detail) ?? command.detail;
	const follows = rule.follow?.(situation, detail) ?? [];
	const events = [{ act: command.act, detail, by: command.by } as Consequence, ...follows].map((one, index) =>
		eventOf(situation, one, hearing.seq + 1 + index)
	);
	return { ok: true, value: events };
}

function eventOf(
	{ hearing, at, stage }: Situation,
	{ act, detail, by = 'timer' }: Consequence,
	seq: number
): HearingEvent {
	const role = isMachine(by) ? by : seatById(hearing, by)!.role;
	return { seq, at, actor: by, role, stage: stage?.id ?? null, to: audienceOf(act, role), act, detail } as HearingEvent;
}

/** Whether whoever asks may do such a thing at all, here and now. */
function refuseActor({ hearing, by, seat, stage, frame }: Situation, act: Act): HearingRefusal | null {
	const { course } = hearing;
	if (course.published) return decline('over', '庭审已经结束。');
	if (course.pause && !goesOnWhilePaused(act)) return decline('paused', '庭审暂停中。');
	if (isMachine(by)) return mayMachine(by, act) ? null : decline('not-allowed', '这一步不由系统进行。');
	if (!seat) return decline('no-seat', '你在这场庭审里没有席位。');
	if (seat.presence === 'recused') return decline('recused', '你已经回避，不再参加这场庭审。');
	if (seat.presence === 'removed') return decline('removed', '你已被责令退出。');
	if (course.openedAt !== null && seat.presence !== 'present' && act !== 'check-in') {
		return decline('not-present', '先报到，再参加庭审。');
	}
	if (seat.isSubstitute && act !== 'check-in' && act !== 'take-over' && course.recorder !== seat.id) {
		return decline('substitute', '你是候补，轮到你时才参加。');
	}
	// Whoever has the floor by a stage that ended may still end; everything else is a matter of role and stage.
	if (act === 'yield' || actsOpenTo(hearing, stage, seat).includes(act)) return null;
	const where = stage ? `${stage.name}阶段` : '开始以前';
	return decline('not-allowed', `${where}，${roleName(frame.procedure, seat.role)}不能这样做。`);
}

/** The hearing after an event. */
export function apply(hearing: Hearing, event: HearingEvent): Hearing {
	const rule = RULES_OF_ACTS[event.act] as unknown as ActRule<Act>;
	return { ...rule.apply(hearing, event), seq: event.seq };
}

/** The hearing that its log tells. @param from state before the first of `events` */
export function replay(events: readonly HearingEvent[], from: Hearing = EMPTY): Hearing {
	return inReplay(() => events.reduce(apply, from));
}

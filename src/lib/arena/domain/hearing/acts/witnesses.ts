import { type ActRules, type Situation, inCourse, inOpenCourt } from '../act-rule.ts';
import type { Course, Hearing } from '../hearing.ts';
import { seatById } from '../hearing.ts';
import { closeTurn } from '../turn.ts';
import { type HearingRefusal, decline, forbid } from '../refusal.ts';
import { partyOf } from '../role.ts';

type Call = Course['calls'][number];

const callsOf = ({ course }: Hearing, seatId: string, state: Call['state']): Call | undefined =>
	course.calls.find((one) => one.seatId === seatId && one.state === state);

const setCall = (hearing: Hearing, from: Call, state: Call['state']): Hearing =>
	inCourse(hearing, { calls: hearing.course.calls.map((one) => (one === from ? { ...one, state } : one)) });

function refuseCall({ hearing, frame, seat }: Situation, seatId: string, about: Call['about']): HearingRefusal | null {
	const witness = seatById(hearing, seatId);
	if (witness?.role !== 'witness') return decline('no-witness', '选一名证人或者执法人员。', 'seatId');
	if (callsOf(hearing, seatId, 'asked') || callsOf(hearing, seatId, 'granted')) {
		return decline('called', '已经申请过他出庭。', 'seatId');
	}
	// A bureau that wants its own officers heard brings them as its own; the right to ask for them is the other side's.
	const isBureau = frame.procedure.kind === 'suit' && partyOf(seat) === 'defendant';
	if (!isBureau || about === 'other') return null;
	return forbid('R11', 'not-your-right', '要求执法人员就这些事项出庭说明，是原告和第三人的权利；己方证人请选“其他”。');
}

export const witnessActs: ActRules<'call' | 'rule-call' | 'dismiss-witness' | 'note-head'> = {
	call: {
		refuse: (situation, { seatId, about }) => refuseCall(situation, seatId, about),
		apply: (hearing, { actor, detail }) =>
			inCourse(hearing, { calls: [...hearing.course.calls, { ...detail, by: actor, state: 'asked' }] })
	},
	'rule-call': {
		refuse: ({ hearing }, { seatId, granted, reason }) => {
			if (!callsOf(hearing, seatId, 'asked')) return decline('no-call', '没有等候决定的申请。', 'seatId');
			return !granted && reason.trim() === '' ? decline('no-reason', '写明不准许的理由。', 'reason') : null;
		},
		apply: (hearing, { detail: { seatId, granted } }) =>
			setCall(hearing, callsOf(hearing, seatId, 'asked')!, granted ? 'granted' : 'refused')
	},
	'dismiss-witness': {
		refuse: ({ hearing }, { seatId }) =>
			callsOf(hearing, seatId, 'granted') ? null : decline('no-call', '他没有在作证。', 'seatId'),
		apply: (hearing, { at, detail: { seatId } }) => {
			const after = setCall(hearing, callsOf(hearing, seatId, 'granted')!, 'done');
			const isSpeaking = after.course.floor?.seatId === seatId;
			return isSpeaking ? inCourse(after, closeTurn(after.course, at)) : after;
		}
	},
	/** R15: why a head who came has said nothing. */
	'note-head': {
		refuse: (_, { reason }) => (reason.trim() === '' ? decline('no-reason', '写明情况。', 'reason') : null),
		apply: (hearing, { detail: { reason } }) => inOpenCourt(hearing, { headNote: reason })
	}
};

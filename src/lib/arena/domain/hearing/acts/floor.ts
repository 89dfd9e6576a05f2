import { type ActRules, type Situation, inCourse } from '../act-rule.ts';
import { grown } from '../growing.ts';
import { type Hearing, partiesPresent, seatById } from '../hearing.ts';
import { duesOfTime } from '../overtime.ts';
import { type HearingRefusal, decline, forbid } from '../refusal.ts';
import { type Party, type Seat, partyOf } from '../role.ts';
import { closeTurn } from '../turn.ts';
import { roleName } from '../procedure.ts';
import { mayInStage } from '../allowed.ts';

/** Why a party may not have the floor yet: others come first. */
function refuseTurn({ hearing, frame, stage }: Situation, party: Party): HearingRefusal | null {
	const visit = hearing.course.stage!;
	if (!stage!.order.includes(party)) return decline('no-speaker', '这个阶段这一方不发言。', 'seatId');
	if (stage!.turns === 'free') return null;
	const here = partiesPresent(hearing);
	const order = stage!.order.filter((one) => here.includes(one));
	const before = order.slice(0, order.indexOf(party));
	const first = before.find((one) => !visit.turns.includes(one));
	if (first) return decline('order', `按次序应先由${roleName(frame.procedure, first)}发言。`, 'seatId');
	if (stage!.turns === 'ordered') return null;
	const isAgain = visit.turns.at(-1) === party && order.every((one) => visit.turns.includes(one));
	const waits = hearing.course.requests.some(({ seatId }) => {
		const other = partyOf(seatById(hearing, seatId));
		return other !== null && other !== party;
	});
	return isAgain && waits ? decline('alternate', '另一方在等候发言，轮流进行。', 'seatId') : null;
}

function refuseWitness({ course }: Hearing, seat: Seat): HearingRefusal | null {
	if (seat.role !== 'witness') return null;
	if (course.calls.some(({ seatId, state }) => seatId === seat.id && state === 'granted')) return null;
	return forbid('R11', 'not-called', '没有准许他出庭说明，不能发言。');
}

function refuseGrant(situation: Situation, seatId: string): HearingRefusal | null {
	const { hearing, stage } = situation;
	const seat = seatById(hearing, seatId);
	if (!seat || seat.presence !== 'present') return decline('not-here', '他没有到庭。', 'seatId');
	if (!stage || !mayInStage(stage, seat.role, 'say')) return decline('no-speaker', '这个阶段他不发言。', 'seatId');
	if (hearing.course.floor?.seatId === seatId) return decline('has-floor', '他正在发言。', 'seatId');
	const party = partyOf(seat);
	return refuseWitness(hearing, seat) ?? (party && refuseTurn(situation, party));
}

const refuseSpeaker = ({ hearing, seat }: Situation): HearingRefusal | null =>
	hearing.course.floor?.seatId === seat?.id ? null : decline('no-floor', '现在不是你在发言。');

export const floorActs: ActRules<'request-floor' | 'withdraw-request' | 'grant' | 'yield' | 'take-back'> = {
	'request-floor': {
		refuse: ({ hearing, seat }) =>
			hearing.course.requests.some(({ seatId }) => seatId === seat!.id)
				? decline('requested', '已经请求过发言，请等候。')
				: null,
		apply: (hearing, { actor, at, detail: { why } }) =>
			inCourse(hearing, { requests: [...hearing.course.requests, { seatId: actor, why, at }] })
	},
	'withdraw-request': {
		refuse: ({ hearing, seat }) =>
			hearing.course.requests.some(({ seatId }) => seatId === seat!.id)
				? null
				: decline('no-request', '没有在等候的请求。'),
		apply: (hearing, { actor }) =>
			inCourse(hearing, { requests: hearing.course.requests.filter(({ seatId }) => seatId !== actor) })
	},
	grant: {
		refuse: (situation, { seatId }) => refuseGrant(situation, seatId),
		apply: (hearing, { at, detail: { seatId } }) => {
			const course = closeTurn(hearing.course, at);
			const party = partyOf(seatById(hearing, seatId));
			const stage = course.stage!;
			return inCourse(hearing, {
				...course,
				stage: party ? { ...stage, turns: grown(stage.turns, party) } : stage,
				floor: { seatId, runningSince: at, usedMs: 0 },
				requests: course.requests.filter((one) => one.seatId !== seatId)
			});
		},
		follow: duesOfTime
	},
	yield: {
		refuse: refuseSpeaker,
		apply: (hearing, { at }) => inCourse(hearing, closeTurn(hearing.course, at)),
		follow: duesOfTime
	},
	'take-back': {
		refuse: ({ hearing }) => (hearing.course.floor ? null : decline('no-floor', '没有人在发言。')),
		apply: (hearing, { at }) => inCourse(hearing, closeTurn(hearing.course, at)),
		follow: duesOfTime
	}
};

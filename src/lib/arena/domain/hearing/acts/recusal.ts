import { type ActRules, inCourse, inDocket } from '../act-rule.ts';
import { type Hearing, type RecusalRequest, seatById } from '../hearing.ts';
import { type HearingRefusal, decline } from '../refusal.ts';
import { isJudge } from '../role.ts';
import { leave } from '../turn.ts';

/** Requests that nobody has decided yet. */
export function openRecusals({ course, docket }: Pick<Hearing, 'course' | 'docket'>): RecusalRequest[] {
	return docket.recusals.filter(
		(request) => !course.recusals.some(({ id, seatId }) => seatId === request.seatId && id > request.id)
	);
}

const MAY_BE_RECUSED = ['presiding', 'panel', 'clerk', 'expert', 'referee'];

function refuseRequest(hearing: Hearing, seatId: string, reason: string): HearingRefusal | null {
	const seat = seatById(hearing, seatId);
	if (!seat || !MAY_BE_RECUSED.includes(seat.role))
		return decline('no-seat', '只能申请审判人员、书记员、鉴定人回避。', 'seatId');
	if (seat.presence === 'recused') return decline('recused', '他已经回避。', 'seatId');
	if (openRecusals(hearing).some((one) => one.seatId === seatId))
		return decline('asked', '已有申请在等候决定。', 'seatId');
	return reason.trim() === '' ? decline('no-reason', '写明有什么利害关系。', 'reason') : null;
}

export const recusalActs: ActRules<'ask-recusal' | 'recuse-self' | 'rule-recusal'> = {
	'ask-recusal': {
		refuse: ({ hearing }, { seatId, reason }) => refuseRequest(hearing, seatId, reason),
		apply: (hearing, { seq, actor, detail: { seatId, reason } }) =>
			inDocket(hearing, { recusals: [...hearing.docket.recusals, { id: seq, seatId, by: actor, reason }] })
	},
	'recuse-self': {
		refuse: (_, { reason }) => (reason.trim() === '' ? decline('no-reason', '写明有什么利害关系。', 'reason') : null),
		apply: (hearing, { seq, at, actor, detail: { reason } }) => {
			const decided = { id: seq, seatId: actor, granted: true, reason };
			const after = inCourse(hearing, { recusals: [...hearing.course.recusals, decided] });
			return leave(after, { seatId: actor, presence: 'recused', at });
		}
	},
	'rule-recusal': {
		refuse: ({ hearing, by, seat }, { seatId, reason }) => {
			const target = seatById(hearing, seatId);
			if (!openRecusals(hearing).some((one) => one.seatId === seatId))
				return decline('no-request', '没有等候决定的申请。', 'seatId');
			if (reason.trim() === '') return decline('no-reason', '写明理由。', 'reason');
			// Nobody decides about oneself, and the panel's own members are the organiser's matter, as a court's president's.
			if (by !== 'organiser' && (seat!.id === seatId || (target && isJudge(target.role)))) {
				return decline('own-panel', '合议庭成员的回避由赛事组织者决定。', 'seatId');
			}
			return null;
		},
		apply: (hearing, { seq, at, detail }) => {
			const { seatId, granted, reason } = detail;
			const decided = { id: seq, seatId, granted, reason };
			const after = inCourse(hearing, { recusals: [...hearing.course.recusals, decided] });
			return granted ? leave(after, { seatId, presence: 'recused', at }) : after;
		}
	}
};

import { type ActRules, type Consequence, type Situation, inCourse, withSeat } from '../act-rule.ts';
import { type Hearing, seatById, seatsPresent } from '../hearing.ts';
import { type HearingRefusal, decline, forbid } from '../refusal.ts';
import { type Party, type Seat, isParty } from '../role.ts';
import { leave } from '../turn.ts';

const MOST_AGENTS = 2;

function refuseSeat({ hearing, frame }: Situation, seat: Omit<Seat, 'presence'>): HearingRefusal | null {
	const rule = frame.procedure.roles[seat.role];
	if (!rule) return decline('no-role', '这个程序里没有这个席位。', 'role');
	const before = seatById(hearing, seat.id);
	if (before && before.role !== seat.role) return decline('other-role', '席位不能改作另一种。', 'role');
	if (isParty(seat.role) !== (seat.standing !== null))
		return decline('standing', '当事各方写明以什么身份出庭。', 'standing');
	const others = hearing.course.seats.filter(({ id, role }) => role === seat.role && id !== seat.id);
	const agents = others.filter(({ standing }) => standing === 'agent').length;
	if (seat.standing === 'agent' && agents >= MOST_AGENTS) {
		return forbid('R16', 'agents', '每方至多委托两名代理人。');
	}
	const taken = others.filter(({ isSubstitute, presence }) => !isSubstitute && presence !== 'recused').length;
	if (!seat.isSubstitute && taken >= rule.most) return decline('full', `${rule.name}至多 ${rule.most} 席。`, 'role');
	return null;
}

/** A new seat, or another person on an old one, who has to come first. */
function place(hearing: Hearing, given: Omit<Seat, 'presence'>, at: number): Hearing {
	const seat: Seat = { ...given, presence: 'expected' };
	if (!seatById(hearing, seat.id)) return inCourse(hearing, { seats: [...hearing.course.seats, seat] });
	return withSeat(leave(hearing, { seatId: seat.id, presence: 'expected', at }), seat.id, seat);
}

/** Somebody is there; the first clerk begins to keep the record. */
function arrive(hearing: Hearing, seatId: string): Hearing {
	const seat = seatById(hearing, seatId)!;
	const takesRecord = hearing.course.recorder === null && seat.role === 'clerk' && !seat.isSubstitute;
	const after = withSeat(hearing, seatId, { presence: 'present' });
	return takesRecord ? inCourse(after, { recorder: seatId }) : after;
}

/** A bench of lawyers only, once the hearing has begun: five points, and it stands in the record (R15). */
export function lawyerAlone({ hearing, frame }: Situation): readonly Consequence[] {
	if (frame.procedure.kind !== 'suit' || !frame.procedure.hasPenalties) return [];
	const bench = seatsPresent(hearing).filter(({ role }) => role === 'defendant');
	const isCharged = hearing.court.penalties.some(({ kind }) => kind === 'lawyer-alone');
	if (isCharged || bench.length === 0 || bench.some(({ standing }) => standing !== 'agent')) return [];
	const reason = '被告一方没有负责人或者工作人员出庭，只有代理人。';
	const detail = { party: 'defendant' as const, seatId: null, kind: 'lawyer-alone' as const, points: 5 };
	return [{ act: 'penalise', detail: { ...detail, rule: 'R15', reason } }];
}

function refuseAbsence(hearing: Hearing, party: Party, outcome: string): HearingRefusal | null {
	if (seatsPresent(hearing).some(({ role }) => role === party)) return decline('present', '这一方有人到庭。', 'party');
	if (outcome === 'withdrawal' && party !== 'plaintiff')
		return decline('not-plaintiff', '只有原告缺席才可以按撤诉处理。', 'outcome');
	if (outcome === 'default' && party !== 'defendant')
		return decline('not-defendant', '只有被告缺席才缺席判决。', 'outcome');
	return null;
}

const mayRecord = ({ hearing, seat }: Situation): HearingRefusal | null => {
	if (hearing.course.recorder === seat!.id) return decline('records', '笔录已经由你记录。');
	return seat!.role === 'clerk' || seat!.role === 'presiding'
		? null
		: decline('no-clerk', '只有书记员或者审判长可以接替记录。');
};

export const attendanceActs: ActRules<'seat' | 'check-in' | 'attend' | 'rule-absence' | 'take-over'> = {
	seat: { refuse: refuseSeat, apply: (hearing, { detail, at }) => place(hearing, detail, at) },
	'check-in': {
		refuse: ({ seat }) => (seat!.presence === 'present' ? decline('here', '已经报到。') : null),
		apply: (hearing, { actor }) => arrive(hearing, actor)
	},
	attend: {
		refuse: ({ hearing }, { seatId, presence, reason }) => {
			const seat = seatById(hearing, seatId);
			if (!seat) return decline('no-seat', '没有这个席位。', 'seatId');
			if (seat.presence === 'recused' || seat.presence === 'removed') return decline('out', '他已经不在席。', 'seatId');
			if (seat.presence === presence) return decline('same', '已经是这样记录的。', 'presence');
			return presence !== 'present' && reason.trim() === '' ? decline('no-reason', '写明缺席的情况。', 'reason') : null;
		},
		apply: (hearing, { at, detail: { seatId, presence } }) =>
			presence === 'present' ? arrive(hearing, seatId) : leave(hearing, { seatId, presence, at })
	},
	'rule-absence': {
		refuse: ({ hearing, stage }, { party, outcome, reason }) => {
			if (!stage || !hearing.course.openedAt) return decline('not-open', '还没有开庭。');
			if (reason.trim() === '') return decline('no-reason', '写明理由。', 'reason');
			return refuseAbsence(hearing, party, outcome);
		},
		apply: (hearing, { detail: { party, outcome } }) =>
			inCourse(hearing, { absences: { ...hearing.course.absences, [party]: outcome } })
	},
	'take-over': {
		refuse: (situation) => mayRecord(situation),
		apply: (hearing, { actor }) => inCourse(hearing, { recorder: actor })
	}
};

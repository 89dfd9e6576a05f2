import { type ActRules, type Consequence, type Situation, inOpenCourt } from '../act-rule.ts';
import type { Detail } from '../act.ts';
import { type Objection, seatById } from '../hearing.ts';
import { GROUNDS } from '../objection.ts';
import { PENALTIES, type PenaltyKind } from '../penalty.ts';
import { type HearingRefusal, decline } from '../refusal.ts';
import { type Party, partyOf } from '../role.ts';
import type { RuleId } from '../rules.ts';
import { leave } from '../turn.ts';

function refuseObjection({ hearing, seat }: Situation, detail: Detail<'object'>): HearingRefusal | null {
	const { line, against, ground } = detail;
	const target = seatById(hearing, against);
	if (!target || partyOf(target) === partyOf(seat)) return decline('against', '选对方发言的人。', 'against');
	if (line !== null && hearing.court.lines.find(({ id }) => id === line)?.seatId !== against) {
		return decline('line', '这一条不是他说的。', 'line');
	}
	const same = (one: Objection) => one.against === against && one.ground === ground && one.line === line;
	if (hearing.court.objections.some((one) => same(one) && (one.sustained === null || line !== null))) {
		return decline('objected', '已经对此提出过反对。');
	}
	return null;
}

const RULE_OF: Readonly<Partial<Record<PenaltyKind, RuleId>>> = { insult: 'R16', 'new-evidence': 'R6' };

/** Points for a seat's party, and the door for whoever insults a second time. */
export function punish(
	{ hearing, frame }: Situation,
	kind: PenaltyKind,
	given: { seatId: string; reason: string }
): Consequence[] {
	const { seatId, reason } = given;
	const party = partyOf(seatById(hearing, seatId));
	if (!party || !frame.procedure.hasPenalties) return [];
	const detail = { party, seatId, kind, points: PENALTIES[kind].points, rule: RULE_OF[kind] ?? null, reason };
	const isSecond = hearing.court.penalties.some(
		(one) => one.kind === kind && one.seatId === seatId && one.lifted === null
	);
	const removal: Consequence = { act: 'remove', detail: { seatId, reason: '再次侮辱他人，责令退出。' } };
	return [{ act: 'penalise', detail }, ...(kind === 'insult' && isSecond ? [removal] : [])];
}

function followRuling(
	situation: Situation,
	{ objection, sustained, reason }: Detail<'rule-objection'>
): readonly Consequence[] {
	const ruled = situation.hearing.court.objections.find(({ id }) => id === objection)!;
	const { penalty } = GROUNDS[ruled.ground];
	if (!sustained) return [];
	// Out of turn costs points only after a warning.
	const isWarned = situation.hearing.court.warnings.some(({ seatId }) => seatId === ruled.against);
	const kind = ruled.ground === 'out-of-turn' ? (isWarned ? 'out-of-turn' : null) : penalty;
	return kind ? punish(situation, kind, { seatId: ruled.against, reason }) : [];
}

function refusePenalty({ hearing, frame, seat }: Situation, detail: Detail<'penalise'>): HearingRefusal | null {
	const { party, seatId, kind, reason } = detail;
	if (!frame.procedure.hasPenalties) return decline('no-points', '这个程序不计扣分。');
	if (kind === 'overtime' || kind === 'late-paper') return decline('by-clock', '超时和迟交由系统计算。', 'kind');
	if (seatId !== null && partyOf(seatById(hearing, seatId)) !== party)
		return decline('other-side', '他不是这一方的人。', 'seatId');
	if (reason.trim() === '') return decline('no-reason', '写明事由。', 'reason');
	return seat ? null : decline('no-seat', '扣分由主持的人或者裁判决定。');
}

type ObjectionAct = 'object' | 'rule-objection' | 'warn' | 'penalise' | 'lift-penalty' | 'remove';

export const objectionActs: ActRules<ObjectionAct> = {
	object: {
		refuse: refuseObjection,
		apply: (hearing, { seq, actor, detail: { ground, line, against, text } }) => {
			const objection: Objection = { id: seq, by: actor, against, line, ground, text, sustained: null, reason: '' };
			return inOpenCourt(hearing, { objections: [...hearing.court.objections, objection] });
		}
	},
	'rule-objection': {
		refuse: ({ hearing }, { objection }) => {
			const found = hearing.court.objections.find(({ id }) => id === objection);
			return found?.sustained === null ? null : decline('no-objection', '没有等候裁定的反对。');
		},
		apply: (hearing, { detail: { objection, sustained, reason } }) =>
			inOpenCourt(hearing, {
				objections: hearing.court.objections.map((one) => (one.id === objection ? { ...one, sustained, reason } : one))
			}),
		follow: followRuling
	},
	warn: {
		refuse: ({ hearing }, { seatId, reason }) => {
			if (!seatById(hearing, seatId)) return decline('no-seat', '没有这个席位。', 'seatId');
			return reason.trim() === '' ? decline('no-reason', '写明事由。', 'reason') : null;
		},
		apply: (hearing, { detail: { seatId, reason } }) =>
			inOpenCourt(hearing, { warnings: [...hearing.court.warnings, { seatId, reason }] })
	},
	penalise: {
		refuse: refusePenalty,
		complete: (_, detail) => ({ ...detail, points: PENALTIES[detail.kind].points, rule: RULE_OF[detail.kind] ?? null }),
		apply: (hearing, { seq, stage, detail: { party, seatId, kind, points, reason } }) => {
			const penalty = { id: seq, party, seatId, kind, points, reason, stage, lifted: null };
			return inOpenCourt(hearing, { penalties: [...hearing.court.penalties, penalty] });
		},
		follow: (situation, { kind, seatId, reason }) =>
			seatId === null ? [] : punish(situation, kind, { seatId, reason }).filter(({ act }) => act === 'remove')
	},
	'lift-penalty': {
		refuse: ({ hearing }, { penalty, reason }) => {
			const found = hearing.court.penalties.find(({ id }) => id === penalty);
			if (!found || found.lifted !== null) return decline('no-penalty', '没有这一次扣分。');
			return reason.trim() === '' ? decline('no-reason', '写明撤销的理由。', 'reason') : null;
		},
		apply: (hearing, { detail: { penalty, reason } }) =>
			inOpenCourt(hearing, {
				penalties: hearing.court.penalties.map((one) => (one.id === penalty ? { ...one, lifted: reason } : one))
			})
	},
	remove: {
		refuse: ({ hearing, seat }, { seatId, reason }) => {
			const target = seatById(hearing, seatId);
			if (!target || target.presence !== 'present' || target.id === seat?.id)
				return decline('no-seat', '他不在庭上。', 'seatId');
			return reason.trim() === '' ? decline('no-reason', '写明事由。', 'reason') : null;
		},
		apply: (hearing, { at, detail: { seatId } }) => leave(hearing, { seatId, presence: 'removed', at })
	}
};

/** Points that stand against a party. */
export const pointsAgainst = (
	penalties: readonly { party: Party; points: number; lifted: string | null }[],
	party: Party
) => penalties.filter((one) => one.party === party && one.lifted === null).reduce((sum, { points }) => sum + points, 0);

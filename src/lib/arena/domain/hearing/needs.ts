import type { Situation } from './act-rule.ts';
import { opponentsOf } from './agreed.ts';
import { exhibitById } from './case-file.ts';
import { partiesPresent, seatsPresent, sittingJudges } from './hearing.ts';
import type { StageKind } from './procedure.ts';
import { type HearingRefusal, decline, forbid } from './refusal.ts';
import { openRecusals } from './acts/recusal.ts';
import { ON_JUDGMENT, majorityOn } from './acts/panel.ts';
import { PARTIES, type Party, partyOf } from './role.ts';

type Need = (situation: Situation) => HearingRefusal | null;

const objections: Need = ({ hearing }) =>
	hearing.court.objections.some(({ sustained }) => sustained === null)
		? decline('open-objection', '还有反对没有裁定。')
		: null;

const court: Need = ({ hearing, frame }) => {
	if (openRecusals(hearing).length > 0) return decline('open-recusal', '回避申请还没有决定。');
	const { least, mustBeOdd } = frame.procedure.panel;
	const judges = sittingJudges(hearing).length;
	if (judges < least || (mustBeOdd && judges % 2 === 0)) {
		return decline('panel', `合议庭要有 ${least} 人以上${mustBeOdd ? '的单数' : ''}，现有 ${judges} 人。`);
	}
	return hearing.course.recorder === null ? decline('no-recorder', '没有人记录，请书记员或者审判长接替记录。') : null;
};

const attendance: Need = ({ hearing, frame }) => {
	const here = new Set(seatsPresent(hearing).map(({ role }) => role));
	const parties = Object.keys(PARTIES) as Party[];
	const missing = parties.find(
		(party) =>
			(frame.procedure.roles[party]?.least ?? 0) > 0 && !here.has(party) && hearing.course.absences[party] === undefined
	);
	if (!missing) return null;
	return decline('absent', `${frame.procedure.roles[missing]!.name}没有到庭，先决定怎样处理。`);
};

const issues: Need = ({ hearing }) =>
	hearing.court.issues.length === 0 ? decline('no-issues', '还没有列出争议焦点。') : null;

/** A head who came has to speak to the substance (R15). */
const head: Need = ({ hearing, frame }) => {
	const heads = hearing.course.seats.filter(({ standing, presence }) => standing === 'head' && presence === 'present');
	const hasSpoken = hearing.court.lines.some(({ seatId }) => heads.some(({ id }) => id === seatId));
	if (frame.procedure.kind !== 'suit' || heads.length === 0 || hasSpoken || hearing.court.headNote) return null;
	return forbid('R15', 'head-silent', '负责人出庭要就实质问题和化解争议发表意见；确实没有发表的，先记录情况。');
};

const judgment: Need = ({ hearing, frame }) =>
	majorityOn(hearing, ON_JUDGMENT) === null && frame.procedure.roles.panel
		? decline('no-majority', '合议庭对结果还没有形成多数意见。')
		: null;

const pronounced: Need = ({ hearing }) =>
	hearing.court.judgment ? null : decline('not-pronounced', '还没有宣布结果。');

const complaint: Need = ({ hearing, frame }) =>
	frame.procedure.roles.plaintiff && !hearing.docket.papers.some(({ kind }) => kind === 'complaint')
		? decline('no-complaint', '还没有收到起诉状。')
		: null;

/** What must be done before a stage may be left. */
const HARD: Readonly<Partial<Record<StageKind, readonly Need[]>>> = {
	...{ filing: [complaint], opening: [court, attendance], issues: [issues], final: [head] },
	...{ deliberation: [court, judgment], judgment: [pronounced] }
};

/** Why the present stage cannot be left yet, whatever anybody says; null = it can. */
export function findHindrance(situation: Situation): HearingRefusal | null {
	if (!situation.stage) return null;
	for (const need of [objections, ...(HARD[situation.stage.kind] ?? [])]) {
		const refusal = need(situation);
		if (refusal) return refusal;
	}
	return null;
}

type Wish = (situation: Situation) => string | null;

const unconfirmed: Wish = ({ hearing }) =>
	partiesPresent(hearing).every((party) => hearing.court.confirmed.includes(party)) ? null : '有一方没有确认争议焦点';

const unopposed: Wish = ({ hearing, frame }) => {
	const open = Object.entries(hearing.court.exhibits).filter(([id, { offered, oppositions }]) => {
		const side = exhibitById(frame, id)?.side;
		return offered && side && opponentsOf(hearing, side).length > 0 && oppositions.length === 0;
	});
	return open.length === 0 ? null : `有 ${open.length} 份证据没有质证`;
};

const unrested: Wish = ({ hearing, stage }) =>
	partiesPresent(hearing).every((party) => !stage!.order.includes(party) || hearing.court.rested.includes(party))
		? null
		: '有一方没有声明举证完毕';

const unruled: Wish = ({ hearing }) => {
	const open = Object.values(hearing.court.exhibits).filter(({ offered, ruling }) => offered && !ruling);
	return open.length === 0 ? null : `有 ${open.length} 份证据没有认证`;
};

const unheard: Wish = ({ hearing, stage }) => {
	const here = partiesPresent(hearing);
	const spoken = new Set(
		hearing.court.lines
			.filter(({ id, kind }) => id > hearing.course.stage!.since && kind !== 'procedure')
			.map(({ seatId }) => partyOf(hearing.course.seats.find(({ id }) => id === seatId)))
	);
	return stage!.order.every((party) => !here.includes(party) || spoken.has(party)) ? null : '有一方还没有发言';
};

const waiting: Wish = ({ hearing }) => (hearing.course.requests.length > 0 ? '还有人请求发言' : null);

/** What should be done, unless there is a reason that goes into the record. */
const SOFT: Readonly<Partial<Record<StageKind, readonly Wish[]>>> = {
	...{ claims: [unheard], reply: [unheard], issues: [unconfirmed], proof: [unrested, unopposed] },
	...{ questioning: [waiting], debate: [unheard, waiting], final: [unheard], deliberation: [unruled] }
};

/** What is left undone in the present stage, in words. */
export function listUndone(situation: Situation): string[] {
	return (SOFT[situation.stage?.kind ?? 'result'] ?? []).flatMap((wish) => wish(situation) ?? []);
}

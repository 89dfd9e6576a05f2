import { type ActRules, type Consequence, type Situation, inDocket, inOpenCourt } from '../act-rule.ts';
import type { Detail } from '../act.ts';
import { type Exhibit, exhibitById } from '../case-file.ts';
import { type Hearing, UNEXAMINED, examinedOf } from '../hearing.ts';
import { latePoints } from '../penalty.ts';
import { isInCourt } from '../procedure.ts';
import { type HearingRefusal, decline, forbid } from '../refusal.ts';
import { type Party, partyOf } from '../role.ts';

const HOUR_MS = 3_600_000;

/** How far beyond the term it is, ms; 0 = in time. The defendant's term begins when the complaint is served (R2). */
export function lateBy({ hearing, frame, at, stage }: Situation): number {
	const { filing, stages } = frame.procedure;
	const visit = hearing.course.stage;
	if (!filing || !visit || !stage) return 0;
	const answer = stages.findIndex(({ kind }) => kind === 'answer');
	const now = stages.findIndex(({ id }) => id === stage.id);
	if (now < answer) return 0;
	if (now > answer) return Math.max(1, at - visit.enteredAt);
	return Math.max(0, at - visit.enteredAt - filing.hours * HOUR_MS);
}

/** An exhibit that this seat's side may file or show; a refusal if it is not theirs. */
export function ownExhibit({ frame, seat }: Situation, exhibitId: string): Exhibit | HearingRefusal {
	const exhibit = exhibitById(frame, exhibitId);
	if (!exhibit) return decline('no-exhibit', '案卷里没有这份证据。', 'exhibitId');
	if (exhibit.side !== partyOf(seat)) return decline('not-yours', '这份证据不是你方的。', 'exhibitId');
	return exhibit;
}
export const isRefused = (found: Exhibit | HearingRefusal): found is HearingRefusal => 'code' in found;

function refuseFiling(situation: Situation, { exhibitId, reason }: Detail<'file-evidence'>): HearingRefusal | null {
	const found = ownExhibit(situation, exhibitId);
	if (isRefused(found)) return found;
	const { hearing } = situation;
	if (hearing.docket.filed[exhibitId]) return decline('filed', '这份证据已经提交。', 'exhibitId');
	if (found.side !== 'defendant' || lateBy(situation) === 0 || reason.trim() !== '') return null;
	return forbid('R2', 'late', '举证期限已过。写明逾期的正当理由，是否采纳由合议庭决定。');
}

function refuseExchange({ hearing, frame, seat }: Situation, detail: Detail<'exchange'>): HearingRefusal | null {
	const { exhibitId, accepts, properties } = detail;
	const exhibit = exhibitById(frame, exhibitId);
	if (!exhibit || !hearing.docket.filed[exhibitId]) return decline('not-filed', '这份证据还没有提交。', 'exhibitId');
	if (exhibit.side === partyOf(seat)) return decline('yours', '对己方的证据不用表态。', 'exhibitId');
	if (accepts === properties.length > 0)
		return decline('stand', '没有争议就不选属性；有争议至少选一项。', 'properties');
	return null;
}

function setSupplement(hearing: Hearing, exhibitId: string, supplement: { because: string; granted: boolean | null }) {
	const examined = { ...(hearing.court.exhibits[exhibitId] ?? UNEXAMINED), supplement };
	return inOpenCourt(hearing, { exhibits: { ...hearing.court.exhibits, [exhibitId]: examined } });
}

function refuseSupplement(situation: Situation, detail: Detail<'ask-supplement'>): HearingRefusal | null {
	const found = ownExhibit(situation, detail.exhibitId);
	if (isRefused(found)) return found;
	if (found.side === 'defendant' && detail.because.trim() === '') {
		return forbid('R3', 'nothing-new', '写明对方提出了哪一项在行政程序中没有提过的理由或者证据。');
	}
	const { supplement } = examinedOf(situation.hearing, detail.exhibitId);
	return supplement ? decline('asked', '已经申请过。', 'exhibitId') : null;
}

/** A pleading that comes after its term costs points by the hour. */
function lateDues(situation: Situation, { kind, title }: Detail<'file-paper'>): readonly Consequence[] {
	const party = partyOf(situation.seat);
	if (!situation.frame.procedure.hasPenalties || kind !== 'answer' || party !== 'defendant') return [];
	const points = latePoints(lateBy(situation));
	if (points === 0) return [];
	const reason = `${title}迟交`;
	return [{ act: 'penalise', detail: { party, seatId: null, kind: 'late-paper', points, rule: 'R2', reason } }];
}

/**
 * R13: before the first hearing opens, or in the investigation with a good reason. Where a match has no stage on paper,
 * the preparations count as before.
 */
function refuseNorm(
	{ hearing, frame, stage }: Situation,
	{ title, reason }: Detail<'challenge-norm'>
): HearingRefusal | null {
	if (title.trim() === '') return decline('empty', '写明是哪一份规范性文件。', 'title');
	const isPreparing = stage?.kind === 'opening' && frame.procedure.stages.every(isInCourt);
	if (hearing.course.openedAt === null || isPreparing) return null;
	const inInvestigation = stage?.kind === 'proof' || stage?.kind === 'questioning';
	if (inInvestigation && reason.trim() !== '') return null;
	const message = '请求一并审查规范性文件，应在开庭以前提出；有正当理由的，可以在法庭调查中写明理由提出。';
	return forbid('R13', 'too-late', message);
}

type FilingAct =
	'file-paper' | 'file-evidence' | 'exchange' | 'ask-supplement' | 'rule-supplement' | 'challenge-norm' | 'collect';

export const filingActs: ActRules<FilingAct> = {
	'file-paper': {
		refuse: (_, { title, text }) =>
			title.trim() === '' || text.trim() === '' ? decline('empty', '写明标题和正文。', 'text') : null,
		apply: (hearing, { seq, at, role, detail }) => {
			const paper = { id: seq, at, party: role as Party, ...detail };
			return inDocket(hearing, { papers: [...hearing.docket.papers, paper] });
		},
		follow: lateDues
	},
	'file-evidence': {
		refuse: refuseFiling,
		complete: (situation, detail) => ({
			...detail,
			isLate: partyOf(situation.seat) === 'defendant' && lateBy(situation) > 0
		}),
		apply: (hearing, { at, detail: { exhibitId, isLate = false, reason } }) =>
			inDocket(hearing, {
				filed: { ...hearing.docket.filed, [exhibitId]: { at, isLate, reason, stands: {} } }
			})
	},
	exchange: {
		refuse: refuseExchange,
		apply: (hearing, { role, detail: { exhibitId, accepts, properties } }) => {
			const filed = hearing.docket.filed[exhibitId]!;
			const stands = { ...filed.stands, [role]: { accepts, properties } };
			return inDocket(hearing, { filed: { ...hearing.docket.filed, [exhibitId]: { ...filed, stands } } });
		}
	},
	'ask-supplement': {
		refuse: refuseSupplement,
		apply: (hearing, { detail: { exhibitId, because } }) =>
			setSupplement(hearing, exhibitId, { because, granted: null })
	},
	'rule-supplement': {
		refuse: ({ hearing }, { exhibitId, reason }) => {
			const { supplement } = examinedOf(hearing, exhibitId);
			if (!supplement || supplement.granted !== null) return decline('no-request', '没有等候决定的申请。', 'exhibitId');
			return reason.trim() === '' ? decline('no-reason', '写明理由。', 'reason') : null;
		},
		apply: (hearing, { detail: { exhibitId, granted } }) => {
			const { because } = examinedOf(hearing, exhibitId).supplement!;
			return setSupplement(hearing, exhibitId, { because, granted });
		}
	},
	'challenge-norm': {
		refuse: refuseNorm,
		apply: (hearing, { detail: { title, reason } }) =>
			inOpenCourt(hearing, { norms: [...hearing.court.norms, { title, reason }] })
	},
	/** What the court looks for itself may complete the facts, never the bureau's proof (R4). It is written down; the item itself is no exhibit of a side. */
	collect: {
		refuse: (_, { purpose, title }) => {
			if (purpose === 'legality') {
				return forbid('R4', 'for-the-bureau', '不能为了证明决定合法，调取机关作出决定时没有收集的证据。');
			}
			return title.trim() === '' ? decline('empty', '写明调取什么。', 'title') : null;
		},
		apply: (hearing, { detail: { title, reason } }) =>
			inOpenCourt(hearing, { collected: [...hearing.court.collected, { title, reason }] })
	}
};

import { type ActRules, type Consequence, type Situation, inOpenCourt } from '../act-rule.ts';
import type { Detail, LineKind } from '../act.ts';
import { exhibitById } from '../case-file.ts';
import { grown } from '../growing.ts';
import { type Hearing, type Line, examinedOf, seatById } from '../hearing.ts';
import { isAgreed } from '../agreed.ts';
import { type HearingRefusal, decline, forbid } from '../refusal.ts';
import type { StageKind } from '../procedure.ts';
import { type CourtRole, isJudge } from '../role.ts';

/** What kind of words belongs to a stage; whoever leads may always say what comes next. */
const KINDS: Readonly<Partial<Record<StageKind, readonly LineKind[]>>> = {
	...{ opening: ['statement'], claims: ['statement'], reply: ['statement'], issues: ['statement'] },
	...{ proof: ['statement', 'question', 'reply'], questioning: ['question', 'reply'] },
	...{ debate: ['argument'], final: ['final'], mediation: ['statement'], judgment: ['statement'] },
	...{ commentary: ['comment'], result: ['statement'] }
};
const LEADERS: readonly CourtRole[] = ['presiding', 'clerk', 'host'];

/** What kinds of words somebody may choose from in a stage. */
export const kindsOfWords = (stage: StageKind, role: CourtRole): readonly LineKind[] => [
	...(LEADERS.includes(role) ? (['procedure'] as const) : []),
	...(KINDS[stage] ?? [])
];

/** Whoever may speak without having been given the floor. */
export const speaksFreely = (role: CourtRole): boolean => isJudge(role) || LEADERS.includes(role);

/** Words that are there for judging what was argued: evidence must have been shown by then. */
const AFTER_PROOF: readonly StageKind[] = ['debate', 'final'];

function refuseSpeaker({ hearing, seat }: Situation, speakerId: string): HearingRefusal | null {
	const { floor, recorder } = hearing.course;
	const speaker = seatById(hearing, speakerId);
	if (!speaker || speaker.presence !== 'present') return decline('not-here', '他没有到庭。', 'speaker');
	const isOwn = speakerId === seat!.id;
	if (!isOwn && recorder !== seat!.id) return decline('not-recorder', '只有记录的人可以替别人记下发言。', 'speaker');
	if (floor?.seatId === speakerId || speaksFreely(speaker.role)) return null;
	return decline('no-floor', isOwn ? '没有得到准许，请先请求发言。' : '他没有得到准许发言。', 'speaker');
}

function refuseKind({ hearing, stage }: Situation, { kind, speaker }: Detail<'say'>): HearingRefusal | null {
	if (kind === 'procedure') {
		const role = seatById(hearing, speaker)!.role;
		return LEADERS.includes(role) ? null : decline('not-leading', '主持的话由主持的人说。', 'kind');
	}
	if ((KINDS[stage!.kind] ?? []).includes(kind)) return null;
	return decline('kind', `${stage!.name}阶段没有这一类发言。`, 'kind');
}

function refuseTags(situation: Situation, { kind, issueId, exhibitIds }: Detail<'say'>): HearingRefusal | null {
	const { hearing, frame, stage } = situation;
	const { issues } = hearing.court;
	const unknown = exhibitIds.find((id) => exhibitById(frame, id) === null);
	if (unknown !== undefined) return decline('no-exhibit', '案卷里没有这份证据。', 'exhibitIds');
	if (issueId !== undefined && !issues.some(({ id }) => id === issueId)) {
		return decline('no-issue', '没有这个争议焦点。', 'issueId');
	}
	if (kind === 'argument' && issueId === undefined && issues.length > 0) {
		return decline('issue-missing', '辩论围绕归纳的争议焦点进行，选一个焦点。', 'issueId');
	}
	if (!AFTER_PROOF.includes(stage!.kind)) return null;
	const fresh = exhibitIds.find((id) => !examinedOf(hearing, id).offered && !isAgreed(hearing, frame, id));
	if (fresh === undefined) return null;
	return forbid('R6', 'new-evidence', '辩论阶段不能使用没有出示过的证据。确有必要的，请主持庭审的人恢复法庭调查。');
}

function refuseSay(situation: Situation, detail: Detail<'say'>): HearingRefusal | null {
	if (detail.text.trim() === '') return decline('empty', '写下发言的内容。', 'text');
	if (!situation.hearing.course.openedAt) return decline('not-open', '还没有开庭。');
	if (situation.stage!.kind === 'deliberation') return decline('private', '合议不公开，写在合议讨论里。');
	const refusal =
		refuseSpeaker(situation, detail.speaker) ?? refuseKind(situation, detail) ?? refuseTags(situation, detail);
	if (refusal || detail.kind !== 'final') return refusal;
	const role = seatById(situation.hearing, detail.speaker)!.role;
	const hasSpoken = situation.hearing.court.lines.some(
		({ kind, seatId }) => kind === 'final' && seatById(situation.hearing, seatId)?.role === role
	);
	return hasSpoken ? decline('said', '最后陈述每方一次。') : null;
}

const lineOf = (
	{ seq, at, stage }: { seq: number; at: number; stage: string | null },
	given: Pick<Line, 'seatId' | 'kind' | 'text' | 'exhibitIds' | 'citations'> & { issueId?: string | undefined }
): Line => ({ id: seq, at, stage: stage ?? '', before: [], ...given, issueId: given.issueId ?? null });

const addLine = (hearing: Hearing, line: Line): Hearing =>
	inOpenCourt(hearing, { lines: grown(hearing.court.lines, line) });

/** What was being written is said now. */
function clearDraft({ hearing, seat }: Situation): readonly Consequence[] {
	const bench = seat && seat.role in hearing.secrets ? hearing.secrets[seat.role as 'plaintiff'] : null;
	return bench && seat && (bench.drafts[seat.id] ?? '') !== ''
		? [{ act: 'draft', detail: { text: '' }, by: seat.id }]
		: [];
}

export const wordActs: ActRules<'say' | 'correct-line' | 'comment'> = {
	say: {
		refuse: refuseSay,
		apply: (hearing, event) => {
			const { speaker, kind, text, issueId, exhibitIds, citations } = event.detail;
			return addLine(hearing, lineOf(event, { seatId: speaker, kind, text, issueId, exhibitIds, citations }));
		},
		follow: clearDraft
	},
	'correct-line': {
		refuse: ({ hearing }, { line, text }) => {
			const found = hearing.court.lines.find(({ id }) => id === line);
			if (!found) return decline('no-line', '笔录里没有这一条。');
			if (text.trim() === '') return decline('empty', '笔录不能删除，只能更正。', 'text');
			return found.text === text ? decline('same', '和原来的一样。', 'text') : null;
		},
		apply: (hearing, { detail: { line, text } }) =>
			inOpenCourt(hearing, {
				lines: hearing.court.lines.map((one) =>
					one.id === line ? { ...one, text, before: [...one.before, one.text] } : one
				)
			})
	},
	comment: {
		refuse: (_, { text }) => (text.trim() === '' ? decline('empty', '写下点评。', 'text') : null),
		apply: (hearing, event) => {
			const { text, issueId, exhibitIds, citations } = event.detail;
			const said = { seatId: event.actor, kind: 'comment' as const, text, issueId, exhibitIds, citations };
			return addLine(hearing, lineOf(event, said));
		}
	}
};

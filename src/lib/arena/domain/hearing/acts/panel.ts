import { acceptJudgment } from '../../ballot/verdict.ts';
import { isJudgmentKind } from '../../ballot/judgment.ts';
import type { Detail } from '../act.ts';
import { type ActRules, type Situation, inCourse, inOpenCourt, inSecret } from '../act-rule.ts';
import { grown } from '../growing.ts';
import { type Hearing, sittingJudges } from '../hearing.ts';
import { type HearingRefusal, decline } from '../refusal.ts';

/** What is voted on besides the issues. */
export const ON_JUDGMENT = 'judgment';

/** The choice of more than half of the judges who sit; null = none has it. */
export function majorityOn(hearing: Hearing, on: string): string | null {
	const sitting = sittingJudges(hearing);
	const votes = sitting.flatMap(({ id }) => hearing.secrets.panel.votes[on]?.[id]?.choice ?? []);
	return votes.find((choice) => votes.filter((one) => one === choice).length * 2 > sitting.length) ?? null;
}

function refuseVote({ hearing, frame, seat }: Situation, on: string, choice: string): HearingRefusal | null {
	if (!sittingJudges(hearing).some(({ id }) => id === seat!.id)) return decline('not-sitting', '你不在合议庭里。');
	const isKnown = on === ON_JUDGMENT || hearing.court.issues.some(({ id }) => id === on);
	if (!isKnown) return decline('no-issue', '没有这个争议焦点。', 'on');
	if (choice.trim() === '') return decline('empty', '写明你的意见。', 'choice');
	const isOpen = on !== ON_JUDGMENT || frame.procedure.kind !== 'suit' || isJudgmentKind(choice);
	return isOpen ? null : decline('no-such-kind', '没有这种判决。', 'choice');
}

function refusePronouncing({ hearing, frame }: Situation, detail: Detail<'pronounce'>): HearingRefusal | null {
	if (hearing.court.judgment) return decline('pronounced', '已经宣布。');
	const { judgment, reasons, text } = detail;
	if (majorityOn(hearing, ON_JUDGMENT) !== judgment) {
		return decline('no-majority', '宣布的结果要和合议庭多数意见一致。', 'judgment');
	}
	if (text.trim() === '' || reasons.trim() === '') return decline('no-reason', '写明结果和理由。', 'reasons');
	if (frame.procedure.kind !== 'suit') return null;
	const { ticked = [], redo = false, newFine, originalFine, coreRightLost = false } = detail;
	const accepted = acceptJudgment(
		{ kind: judgment, ticked, redo, reasons, newFine: newFine ?? undefined },
		{
			...{ claim: frame.file.claim ?? 'revoke', coreRightLost, originalFine: originalFine ?? undefined },
			isWithdrawn: hearing.course.absences.plaintiff === 'withdrawal'
		}
	);
	return accepted.ok ? null : accepted.refusal;
}

function addNote(
	hearing: Hearing,
	whose: keyof Hearing['secrets'],
	note: Hearing['secrets']['panel']['notes'][number]
) {
	return inSecret(hearing, whose, { notes: grown(hearing.secrets[whose].notes, note) });
}

const refuseEmpty = (_: Situation, { text }: { text: string }): HearingRefusal | null =>
	text.trim() === '' ? decline('empty', '没有写内容。', 'text') : null;

type PanelAct = 'vote' | 'panel-note' | 'pronounce' | 'team-note' | 'draft' | 'publish';

export const panelActs: ActRules<PanelAct> = {
	vote: {
		refuse: (situation, { on, choice }) => refuseVote(situation, on, choice),
		apply: (hearing, { actor, detail: { on, choice, reason } }) => {
			const { votes } = hearing.secrets.panel;
			return inSecret(hearing, 'panel', { votes: { ...votes, [on]: { ...votes[on], [actor]: { choice, reason } } } });
		}
	},
	'panel-note': {
		refuse: refuseEmpty,
		apply: (hearing, { seq, at, actor, detail: { text } }) =>
			addNote(hearing, 'panel', { id: seq, at, seatId: actor, text })
	},
	pronounce: {
		refuse: refusePronouncing,
		apply: (hearing, { at, detail }) => inOpenCourt(hearing, { judgment: { ...detail, at } })
	},
	publish: {
		refuse: ({ stage }) => (stage?.kind === 'result' ? null : decline('too-early', '还没有到公布成绩的阶段。')),
		apply: (hearing, { at, detail }) => inCourse(hearing, { published: { ...detail, at } })
	},
	'team-note': {
		refuse: refuseEmpty,
		apply: (hearing, { seq, at, actor, to, detail: { text } }) =>
			addNote(hearing, to as 'plaintiff', { id: seq, at, seatId: actor, text })
	},
	draft: {
		refuse: ({ hearing, seat }, { text }) =>
			(hearing.secrets[seat!.role as 'plaintiff'].drafts[seat!.id] ?? '') === text
				? decline('same', '和已经保存的一样。')
				: null,
		apply: (hearing, { actor, to, detail: { text } }) => {
			const whose = to as 'plaintiff';
			const { [actor]: _, ...others } = hearing.secrets[whose].drafts;
			return inSecret(hearing, whose, { drafts: text === '' ? others : { ...others, [actor]: text } });
		}
	}
};

import type { Polarity } from '../case.ts';
import { type Refusal } from '#lib/shared/result.ts';
import type { Area } from '#lib/shared/piece.ts';
import { type Day, clockOf } from '#lib/shared/time.ts';
import { type CommentStanding, type JudgedComment, duplicatesOf, standingOf } from './moderation.ts';
import { minutesTaken } from './time-plan.ts';

/** What an expert says about a case: each part a text. */
export interface VerdictText {
	readonly strengths: string;
	readonly faults: string;
	readonly better: string;
	readonly lesson: string;
}
export const VERDICT_PARTS = { strengths: '亮点', faults: '问题', better: '更好的做法', lesson: '启示' } as const;
export const VERDICT_KEYS = Object.keys(VERDICT_PARTS) as (keyof VerdictText)[];

export interface RecordedItem {
	readonly id: string;
	readonly caseId: string;
	readonly caseVersion: number;
	readonly title: string;
	readonly polarity: Polarity;
	readonly minutes: number;
	readonly startedAt: Date | null;
	readonly endedAt: Date | null;
	readonly expertId: string;
	readonly speakers: readonly string[];
	readonly verdict: VerdictText | null;
}
export interface RecordedComment extends JudgedComment {
	readonly area: Area;
	/** `第 5 段` or 全篇 */
	readonly place: string;
	readonly text: string;
}

/** Everything a meeting left behind, with ids of people. */
export interface MeetingRecord {
	readonly title: string;
	readonly day: Day;
	readonly place: string;
	readonly chairId: string;
	readonly recorderId: string;
	readonly begunAt: Date | null;
	readonly endedAt: Date | null;
	readonly items: readonly RecordedItem[];
	/** In the order of their times; `itemId` null = about no case in particular. */
	readonly notes: readonly { readonly itemId: string | null; readonly at: Date; readonly text: string }[];
	readonly comments: readonly RecordedComment[];
	readonly actions: readonly {
		readonly number: number;
		readonly text: string;
		readonly ownerId: string;
		readonly dueOn: Day;
	}[];
}

interface NoteLine {
	/** `14:35` */
	readonly at: string;
	readonly text: string;
}
export interface MinutesCase {
	readonly caseId: string;
	readonly caseVersion: number;
	readonly title: string;
	readonly polarity: Polarity;
	readonly planned: number;
	/** Minutes it took; null = it was not called. */
	readonly taken: number | null;
	readonly speakers: readonly string[];
	readonly expert: string;
	readonly notes: readonly NoteLine[];
	readonly comments: readonly {
		readonly area: Area;
		readonly place: string;
		readonly text: string;
		readonly by: string;
		/** Who said the same. */
		readonly alsoBy: readonly string[];
	}[];
	readonly verdict: VerdictText | null;
}

/** The minutes (纪要) as they are shown, printed and sent: names instead of ids, in the order of the meeting. */
export interface Minutes {
	readonly title: string;
	readonly day: Day;
	readonly place: string;
	readonly begunAt: string | null;
	readonly endedAt: string | null;
	readonly chair: string;
	readonly recorder: string;
	/** Who led, wrote, spoke, judged or had a comment accepted, each once. */
	readonly present: readonly string[];
	readonly cases: readonly MinutesCase[];
	readonly general: readonly NoteLine[];
	readonly actions: readonly {
		readonly number: number;
		readonly text: string;
		readonly owner: string;
		readonly dueOn: Day;
	}[];
	readonly counts: Readonly<Record<CommentStanding, number>>;
}

/** Computes the minutes. @param nameOf the name of a person by id */
export function composeMinutes(record: MeetingRecord, nameOf: (id: string) => string): Minutes {
	const { items, notes, comments, actions, begunAt, endedAt } = record;
	const notesOf = (itemId: string | null) =>
		notes.flatMap((note) => (note.itemId === itemId && note.text !== '' ? [toLine(note)] : []));
	const accepted = comments.filter((one) => standingOf(one) === 'accepted');
	const present = [
		...[record.chairId, record.recorderId],
		...items.flatMap(({ speakers, expertId }) => [...speakers, expertId]),
		...accepted.map(({ authorId }) => authorId)
	];
	return {
		...{ title: record.title, day: record.day, place: record.place },
		begunAt: begunAt && clockOf(begunAt),
		endedAt: endedAt && clockOf(endedAt),
		...{ chair: nameOf(record.chairId), recorder: nameOf(record.recorderId) },
		present: [...new Set(present)].map(nameOf),
		cases: items.map((item) => caseOf(item, { notes: notesOf(item.id), comments, nameOf })),
		general: notesOf(null),
		actions: actions.map(({ number, text, ownerId, dueOn }) => ({ number, text, owner: nameOf(ownerId), dueOn })),
		counts: countStandings(comments)
	};
}

const toLine = ({ at, text }: { readonly at: Date; readonly text: string }): NoteLine => ({ at: clockOf(at), text });

interface Around {
	readonly notes: readonly NoteLine[];
	readonly comments: readonly RecordedComment[];
	readonly nameOf: (id: string) => string;
}

function caseOf(item: RecordedItem, { notes, comments, nameOf }: Around): MinutesCase {
	const { caseId, caseVersion, title, polarity, minutes, speakers, expertId, verdict } = item;
	const accepted = comments.filter((one) => one.itemId === item.id && standingOf(one) === 'accepted');
	return {
		...{ caseId, caseVersion, title, polarity, planned: minutes, taken: minutesTaken(item) },
		...{ speakers: speakers.map(nameOf), expert: nameOf(expertId), notes, verdict },
		comments: accepted.map((one) => ({
			...{ area: one.area, place: one.place, text: one.text, by: nameOf(one.authorId) },
			alsoBy: [...new Set(duplicatesOf(one, comments).map(({ authorId }) => nameOf(authorId)))]
		}))
	};
}

export function countStandings(comments: readonly JudgedComment[]): Record<CommentStanding, number> {
	const counts = { pending: 0, accepted: 0, returned: 0, merged: 0, withdrawn: 0 };
	for (const one of comments) counts[standingOf(one)] += 1;
	return counts;
}

interface Unpublished {
	readonly items: readonly Pick<RecordedItem, 'title' | 'startedAt' | 'verdict'>[];
	readonly comments: readonly JudgedComment[];
}

/** Why minutes cannot be published yet: comments that nobody decided, or a case that was discussed without the expert's word. */
export function findPublishingFault({ items, comments }: Unpublished): Refusal | null {
	const { pending } = countStandings(comments);
	if (pending > 0) return { code: 'undecided', message: `还有 ${pending} 条意见没有审核，审完再发布纪要。` };
	const open = items.find(({ startedAt, verdict }) => startedAt !== null && verdict === null);
	if (open) return { code: 'no-verdict', message: `“${open.title}”还没有专家意见，写好再发布纪要。` };
	return null;
}

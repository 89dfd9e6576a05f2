import * as v from 'valibot';
import { AREAS } from '#lib/shared/piece.ts';
import { isDay } from '#lib/shared/time.ts';
import { DECISIONS } from './domain/commentary/moderation.ts';
import { CRITERIA_KEYS, type CaseSheet, type Criterion } from './domain/commentary/score-sheet.ts';

const words = (least: number, most: number, message: string) =>
	v.pipe(v.string(message), v.trim(), v.minLength(least, message), v.maxLength(most, `不超过 ${most} 个字`));
const choice = (message: string) => v.pipe(v.string(message), v.minLength(1, message));
const seen = v.pipe(v.string(), v.regex(/^\d{1,4}$/), v.transform(Number));
const orNull = v.pipe(
	v.optional(v.string(), ''),
	v.transform((text) => (text === '' ? null : text))
);
const day = (message: string) => v.pipe(v.string(message), v.check(isDay, message));

export const meetingForm = v.object({
	id: v.optional(v.string(), ''),
	title: words(4, 60, '写一个名称，至少四个字'),
	day: day('选会期'),
	clock: v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, '写开会时间，如 14:30')),
	place: words(2, 60, '写明地点'),
	chairId: choice('选一名主持人'),
	recorderId: choice('选一名记录人')
});

const minutes = v.pipe(
	v.string(),
	v.trim(),
	v.regex(/^\d{1,3}$/, '写 5 至 180 分钟'),
	v.transform(Number),
	v.minValue(5, '至少 5 分钟'),
	v.maxValue(180, '至多 180 分钟')
);
/** Speakers come as `speaker-1`, `speaker-2` … : each a person or nothing. */
export const SPEAKER_PLACES = [1, 2, 3, 4] as const;
const speakers = Object.fromEntries(
	SPEAKER_PLACES.map((place) => [`speaker-${place}`, v.optional(v.string(), '')])
) as Record<string, v.OptionalSchema<v.StringSchema<undefined>, string>>;
const withSpeakers = <T extends object>(form: T) => ({
	...form,
	speakers: SPEAKER_PLACES.map((place) => (form as Record<string, unknown>)[`speaker-${place}`] as string).filter(
		Boolean
	)
});

export const itemForm = v.pipe(
	v.object({ ...speakers, caseId: choice('选一个案例'), minutes, expertId: choice('选一名点评专家') }),
	v.transform(withSpeakers)
);
export const itemChangeForm = v.pipe(
	v.object({ ...speakers, itemId: v.string(), minutes, expertId: choice('选一名点评专家') }),
	v.transform(withSpeakers)
);
export const itemKeyForm = v.object({ itemId: v.string() });
export const reasonForm = v.object({ reason: words(4, 200, '写明理由，至少四个字') });
export const nothingForm = v.object({});

export const commentForm = v.object({
	...{ id: v.string(), itemId: v.string() },
	area: v.picklist(Object.keys(AREAS) as (keyof typeof AREAS)[], '选一个方面'),
	paragraph: v.pipe(
		v.optional(v.string(), ''),
		v.regex(/^\d{0,4}$/),
		v.transform((text) => (text === '' ? null : Number(text)))
	),
	text: words(10, 600, '写清楚意见，至少十个字')
});
export const commentKeyForm = v.object({ commentId: v.string() });

const rulings = Object.keys(DECISIONS).filter((key) => key !== 'withdrawn') as ['accepted', 'returned', 'merged'];
export const rulingForm = v.pipe(
	v.object({
		...{ commentId: v.string(), seen, into: orNull },
		decision: v.picklist(rulings, '选采纳、退回还是并入'),
		reason: v.pipe(v.optional(v.string(), ''), v.trim(), v.maxLength(300, '不超过 300 个字'))
	}),
	v.forward(
		v.check(({ decision, reason }) => decision !== 'returned' || reason.length >= 4, '退回要写明理由，至少四个字'),
		['reason']
	)
);

export const noteForm = v.object({
	...{ id: v.string(), itemId: orNull, seen },
	text: v.pipe(v.optional(v.string(), ''), v.trim(), v.maxLength(1000, '一条不超过 1000 个字'))
});

export const verdictForm = v.object({
	...{ itemId: v.string(), seen },
	strengths: v.pipe(v.optional(v.string(), ''), v.trim(), v.maxLength(1000, '不超过 1000 个字')),
	faults: v.pipe(v.optional(v.string(), ''), v.trim(), v.maxLength(1000, '不超过 1000 个字')),
	better: words(6, 1000, '写明更好的做法，至少六个字'),
	lesson: words(6, 1000, '写明启示，至少六个字')
});

export const actionForm = v.object({
	...{ text: words(4, 300, '写明要做什么，至少四个字'), seen },
	ownerId: choice('选一名责任人'),
	dueOn: day('选期限')
});
export const finishForm = v.object({ actionId: v.string(), note: words(2, 300, '写明怎么办的，至少两个字') });

export const nominationForm = v.object({
	caseId: choice('选一个案例'),
	reason: words(6, 200, '写明推荐参评的理由，至少六个字')
});

const points = v.pipe(v.string('请打分'), v.trim(), v.regex(/^\d{1,2}$/, '打整数分'), v.transform(Number));
const reason = v.pipe(v.optional(v.string(), ''), v.trim(), v.maxLength(300, '不超过 300 个字'));
/** `points-facts: 18`, `reason-facts`, `remark` */
export const caseSheetForm = v.pipe(
	v.object({
		caseId: v.string(),
		...Object.fromEntries(CRITERIA_KEYS.map((key) => [`points-${key}`, points])),
		...Object.fromEntries(CRITERIA_KEYS.map((key) => [`reason-${key}`, reason])),
		remark: v.pipe(v.optional(v.string(), ''), v.trim(), v.maxLength(1000, '不超过 1000 个字'))
	}),
	v.transform((form) => {
		const given = form as Readonly<Record<string, unknown>>;
		const pick = <T>(prefix: string) =>
			Object.fromEntries(CRITERIA_KEYS.map((key) => [key, given[`${prefix}-${key}`]])) as Record<Criterion, T>;
		const sheet: CaseSheet = { points: pick<number>('points'), reasons: pick<string>('reason'), remark: form.remark };
		return { caseId: form.caseId, sheet };
	})
);

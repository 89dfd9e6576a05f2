import * as v from 'valibot';
import { CONSEQUENCES } from './domain/review/consequences.ts';
import { VERDICTS } from './domain/review/finding.ts';
import { GATES, type Gate, SECTIONS, type ScoreSheet, type Section } from './domain/review/score-sheet.ts';
import { SEVERITIES } from './domain/rule.ts';
import { isDay } from '#lib/shared/time.ts';
import { ITEM_STEPS } from './domain/review/rectification.ts';

const keysOf = <Key extends string>(table: Readonly<Record<Key, unknown>>, message: string) =>
	v.picklist(Object.keys(table) as Key[], message);
const orNull = v.pipe(
	v.optional(v.string(), ''),
	v.transform((text) => (text === '' ? null : text))
);
const words = (least: number, most: number, message: string) =>
	v.pipe(v.string(message), v.trim(), v.minLength(least, message), v.maxLength(most, `不超过 ${most} 个字`));
const severity = keysOf(SEVERITIES, '请选轻重');

export const findingForm = v.object({
	...{ document: orNull, field: orNull, severity },
	rule: v.pipe(v.string('请选一条要求'), v.minLength(1, '请选一条要求')),
	consequence: keysOf(CONSEQUENCES, '请选后果')
});

export const findingKeyForm = v.object({ document: orNull, rule: v.string() });

export const rulingForm = v.object({
	...{ document: orNull, rule: v.string(), severity },
	verdict: keysOf(VERDICTS, '请选成立还是不成立'),
	reason: words(4, 500, '写明理由，至少四个字'),
	seen: v.pipe(v.string(), v.regex(/^\d{1,4}$/), v.transform(Number))
});

const points = (most: number) =>
	v.pipe(
		v.string('请打分'),
		v.trim(),
		v.regex(/^\d{1,2}(\.[05])?$/, `打 0 至 ${most} 分，最小半分`),
		v.transform(Number),
		v.maxValue(most, `不超过 ${most} 分`)
	);

const gates = Object.keys(GATES) as Gate[];
const sections = Object.keys(SECTIONS) as Section[];
const PASS = v.pipe(
	v.picklist(['yes', 'no'], '请逐项选择'),
	v.transform((answer) => answer === 'yes')
);

/** `gate-facts: yes`, `points-filing: 9.5`, `remarks` */
export const sheetForm = v.pipe(
	v.object({
		...Object.fromEntries(gates.map((gate) => [`gate-${gate}`, PASS])),
		...Object.fromEntries(sections.map((section) => [`points-${section}`, points(SECTIONS[section].most)])),
		remarks: v.pipe(v.optional(v.string(), ''), v.trim(), v.maxLength(2000, '不超过 2000 个字'))
	}),
	v.transform((form): ScoreSheet => {
		const given = form as Readonly<Record<string, unknown>>;
		return {
			gates: Object.fromEntries(gates.map((gate) => [gate, given[`gate-${gate}`]])) as ScoreSheet['gates'],
			points: Object.fromEntries(sections.map((one) => [one, given[`points-${one}`]])) as ScoreSheet['points'],
			remarks: form.remarks
		};
	})
);

/** `pool-file/harbour-timber: <unit>`; an empty unit leaves the file out. */
const POOL = 'pool-';

export const roundForm = v.pipe(
	v.looseObject({
		title: words(2, 60, '写一个名称，至少两个字'),
		period: v.pipe(v.string(), v.regex(/^20\d\d-Q[1-4]$/, '写作 2026-Q4')),
		count: v.pipe(v.string(), v.trim(), v.regex(/^[1-9]\d?$/, '写 1 至 99 的数字'), v.transform(Number))
	}),
	v.transform(({ title, period, count, ...rest }) => ({
		...{ title, period, count },
		pool: Object.entries(rest).flatMap(([name, unitId]) =>
			name.startsWith(POOL) && typeof unitId === 'string' && unitId !== ''
				? [{ key: name.slice(POOL.length), unitId }]
				: []
		)
	}))
);

export const objectionForm = v.object({ reason: words(10, 1000, '写明理由，至少十个字') });

const total = v.pipe(v.string(), v.trim(), v.regex(/^(100|\d{1,2})(\.\d)?$/, '写 0 至 100 分'), v.transform(Number));
export const answerForm = v.variant(
	'verdict',
	[
		v.object({ verdict: v.literal('upheld'), total, answer: words(10, 1000, '写明理由，至少十个字') }),
		v.object({ verdict: v.literal('kept'), answer: words(10, 1000, '写明理由，至少十个字') })
	],
	'请选采纳还是不采纳'
);

const seen = v.pipe(v.string(), v.regex(/^\d{1,4}$/), v.transform(Number));
export const itemForm = v.object({
	...{ text: words(4, 500, '写明要改什么，至少四个字'), seen },
	dueOn: v.pipe(v.string(), v.check(isDay, '写明期限'))
});
export const moveForm = v.object({
	...{ itemId: v.string(), seen, note: words(2, 500, '写明情况，至少两个字') },
	step: keysOf(ITEM_STEPS, '请选择')
});

/** A button that says all by itself. */
export const nothingForm = v.object({});

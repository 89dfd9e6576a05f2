import * as v from 'valibot';
import { isDay } from '#lib/shared/time.ts';
import { LAW_KINDS, type LawKind } from './domain/law-kinds.ts';
import { VERDICTS, type Verdict } from './domain/standing.ts';

const MIN_REASON = 6;
const MAX_REASON = 500;

export const verdictForm = v.object({
	verdict: v.picklist(Object.keys(VERDICTS) as [Verdict], '请选择放行还是停用。'),
	reason: v.pipe(
		v.optional(v.string(), ''),
		v.transform((text) => text.replace(/\r\n?/g, '\n').trim()),
		v.check((text) => [...text].length >= MIN_REASON, `请写明理由，至少 ${MIN_REASON} 个字。`),
		v.check((text) => [...text].length <= MAX_REASON, `理由最多 ${MAX_REASON} 个字。`),
		v.check((text) => !/[^\P{Cc}\n]/u.test(text), '理由里有不能识别的字符。')
	),
	seen: v.pipe(v.optional(v.string(), ''), v.regex(/^\d{1,4}$/, '页面已过期，请重新打开。'), v.transform(Number))
});

const LONGEST = 200;
const MOST_PAGES = 50;

const day = v.fallback(v.nullable(v.pipe(v.string(), v.check(isDay))), null);

/** The address of the law search; what cannot be read counts as not given, and what was typed comes back. */
const lawSearchForm = v.object({
	q: v.fallback(
		v.pipe(
			v.string(),
			v.transform((text) => text.trim().slice(0, LONGEST))
		),
		''
	),
	kind: v.fallback(v.nullable(v.picklist(Object.keys(LAW_KINDS) as [LawKind])), null),
	on: day,
	decided: day,
	page: v.fallback(v.pipe(v.string(), v.transform(Number), v.integer(), v.minValue(1), v.maxValue(MOST_PAGES)), 1)
});

/** Reads `?q=…&kind=…&on=…&decided=…&page=…`: the day on which the act ended, and the day of the decision. */
export function readLawSearch(parameters: URLSearchParams) {
	const form = v.parse(lawSearchForm, Object.fromEntries(parameters));
	const typed = { on: parameters.get('on') ?? '', decided: parameters.get('decided') ?? '' };
	const wrong = (name: 'on' | 'decided') =>
		typed[name] !== '' && form[name] === null ? '日期写作 2026-11-22；这里没有用它' : null;
	const isBackwards = form.on !== null && form.decided !== null && form.decided < form.on;
	const decided = isBackwards ? '处理决定日不能早于行为终了日；这里没有用它' : wrong('decided');
	return {
		...{ ...form, decided: isBackwards ? null : form.decided, typed },
		faults: { on: wrong('on'), decided }
	};
}

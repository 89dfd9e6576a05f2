import * as v from 'valibot';
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

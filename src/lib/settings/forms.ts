import * as v from 'valibot';
import { VERDICTS, type Verdict } from './domain/change.ts';

const text = (most: number) => v.pipe(v.optional(v.string(), ''), v.maxLength(most, `不超过 ${most} 个字`));
const number = v.pipe(v.string('请重新打开本页'), v.regex(/^\d{1,9}$/, '请重新打开本页'), v.transform(Number));

/** What a value may be is the setting's to judge. */
export const settingForm = v.object({
	...{ value: text(200), reason: text(500), seen: number },
	...{ source: text(200), sourceOn: text(10) }
});

export const noticeForm = v.object({ year: text(4), source: text(200), sourceOn: text(10), table: text(20_000) });

export const decisionForm = v.object({
	number,
	verdict: v.pipe(v.optional(v.string(), ''), v.picklist(Object.keys(VERDICTS) as Verdict[], '选一种处理')),
	reason: text(500)
});

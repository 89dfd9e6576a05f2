import * as v from 'valibot';
import { ABOUT, ANSWERS, type About } from './domain/correction.ts';

const words = (least: number, most: number, message: string) =>
	v.pipe(v.string(message), v.trim(), v.minLength(least, message), v.maxLength(most, `不超过 ${most} 个字`));
const id = v.pipe(v.string('请重新打开本页'), v.uuid('请重新打开本页'));

export const MOST_PLACE = 200;
export const MOST_WORDS = 1000;

export const correctionForm = v.object({
	id,
	about: v.pipe(v.optional(v.string(), ''), v.picklist(Object.keys(ABOUT) as About[], '选一类')),
	place: words(2, MOST_PLACE, '写明在哪里，例如“档案里的执法证号”'),
	wrong: words(2, MOST_WORDS, '写明错在哪里或者缺什么'),
	right: words(1, MOST_WORDS, '写明应当是什么')
});
export type CorrectionInput = v.InferOutput<typeof correctionForm>;

export const answerForm = v.object({
	id,
	// Where nothing was chosen the field does not come at all.
	answer: v.pipe(v.optional(v.string(), ''), v.picklist(ANSWERS, '选一种处理')),
	// Its least length is the domain's to judge.
	reason: words(0, MOST_WORDS, '写明理由')
});
export type AnswerInput = v.InferOutput<typeof answerForm>;

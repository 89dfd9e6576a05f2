import * as v from 'valibot';
import { STAGES, type Stage } from '../../domain/stages.ts';
import { fenOf } from '#lib/shared/money.ts';

const whole = v.pipe(v.number(), v.integer('应为整数'), v.minValue(0, '不能为负'));
/** A whole number of yuan in the file, fen inside. */
export const yuan = v.pipe(whole, v.transform(fenOf));
export const yuanRange = v.pipe(
	v.tuple([yuan, yuan]),
	v.check(([min, max]) => min < max, '下限应小于上限')
);
export const percent = v.pipe(whole, v.maxValue(100, '百分数不超过 100'));
export const count = whole;
export const positive = v.pipe(whole, v.minValue(1, '应大于 0'));
export const stageKey = v.picklist(Object.keys(STAGES) as [Stage]);

/** A record over the stages, each optional, no other key. */
export function byStage<Schema extends v.GenericSchema>(schema: Schema) {
	const entry = v.optional(schema);
	return v.strictObject({ first: entry, overdue: entry, refused: entry, accident: entry });
}

export function byLevel<Schema extends v.GenericSchema>(schema: Schema) {
	return v.strictObject({ 一般: schema, 较大: schema, 重大: schema, 特别重大: schema });
}

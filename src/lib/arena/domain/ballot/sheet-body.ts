import * as v from 'valibot';
import { ADVOCATE_CRITERIA, type AdvocateCriterion, TEAM_CRITERIA, type TeamCriterion } from './criteria.ts';

const keysOf = <Key extends string>(table: Readonly<Record<Key, unknown>>) => Object.keys(table) as [Key, ...Key[]];
const points = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(3000));

/** What one judge has on one side's sheet, as it is kept: hundredths; what is not marked yet is missing. */
export const SHEET_BODY = v.strictObject({
	points: v.record(v.picklist(keysOf<TeamCriterion>(TEAM_CRITERIA)), points),
	notes: v.pipe(
		v.array(
			v.strictObject({
				criterion: v.picklist(keysOf<TeamCriterion>(TEAM_CRITERIA)),
				seq: v.pipe(v.number(), v.integer(), v.minValue(0)),
				text: v.pipe(v.string(), v.maxLength(500, '每条评语至多 500 字。'))
			})
		),
		v.maxLength(60, '评语至多 60 条。')
	),
	/** Why it lies far from the panel. */
	reason: v.pipe(v.string(), v.maxLength(500, '理由至多 500 字。')),
	advocates: v.record(
		v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,40}$/)),
		v.record(v.picklist(keysOf<AdvocateCriterion>(ADVOCATE_CRITERIA)), points)
	)
});
export type SheetBody = v.InferOutput<typeof SHEET_BODY>;

export const NO_SHEET: SheetBody = { points: {}, notes: [], reason: '', advocates: {} };

/** A stored sheet. Whatever is not one is a bug: nothing else is ever written. */
export const readSheetBody = (stored: string): SheetBody => v.parse(SHEET_BODY, JSON.parse(stored));

const inOrder = (_: string, value: unknown): unknown =>
	value !== null && typeof value === 'object' && !Array.isArray(value)
		? Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)))
		: value;

/** Whether two sheets say the same, in whatever order they were filled in. */
export const sameSheet = (left: SheetBody, right: SheetBody): boolean =>
	JSON.stringify(left, inOrder) === JSON.stringify(right, inOrder);

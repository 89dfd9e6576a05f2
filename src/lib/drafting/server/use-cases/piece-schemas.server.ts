import * as v from 'valibot';
import { day, line, provenance, slug } from '#lib/platform/content-files.server.ts';
import { INDUSTRIES } from '#lib/shared/piece.ts';
import type { caseFileSchema, draftSchema } from '../../forms.ts';
import { FILE_FEATURES, TASK_LEVELS } from '../../domain/piece-bodies.ts';

// Pieces hold documents, whose values are read by the type of their field; so every value of these files comes as text.
const figure = (least: number, most: number) =>
	v.pipe(
		v.string(),
		v.regex(/^\d+$/, '应为整数'),
		v.transform(Number),
		v.minValue(least, `不小于 ${least}`),
		v.maxValue(most, `不大于 ${most}`)
	);
const some = <Schema extends v.GenericSchema>(schema: Schema) => v.pipe(v.array(schema), v.minLength(1, '至少写一项'));
const head = { ...provenance, asOf: day };
const industry = v.picklist(INDUSTRIES);
const level = v.pipe(
	v.string(),
	v.transform(Number),
	v.picklist(TASK_LEVELS, `难度为 ${TASK_LEVELS[0]} 至 ${TASK_LEVELS.length}`)
);
/** The facts and the documents of a case are read in a second step, by the shapes of their kinds. */
const later = v.record(v.string(), v.unknown());
const orNull = <Schema extends v.GenericSchema>(schema: Schema) =>
	v.union([
		v.pipe(
			v.picklist(['null', '~', '']),
			v.transform(() => null)
		),
		schema
	]);

export const filePieceSchema = v.strictObject({
	...head,
	industry,
	features: some(v.picklist(Object.keys(FILE_FEATURES) as (keyof typeof FILE_FEATURES)[])),
	place: v.optional(slug, 'default'),
	story: line,
	case: later,
	documents: later
});
export type RawFilePiece = v.InferOutput<typeof filePieceSchema>;

export const taskPieceSchema = v.strictObject({
	...head,
	document: line,
	level,
	industry: v.optional(industry),
	minutes: figure(5, 240),
	file: slug,
	brief: line,
	photos: v.optional(v.array(v.strictObject({ title: line, shows: line })), []),
	evidence: v.optional(v.array(v.strictObject({ name: line, shows: line })), []),
	given: v.optional(v.array(line), []),
	prefilled: v.optional(v.array(v.union([line, later])), []),
	model: v.optional(later, {}),
	points: v.optional(v.record(v.string(), figure(0, 100)), {}),
	texts: v.optional(
		v.array(v.strictObject({ id: slug, path: line, anyOf: some(line), requirement: line, why: line })),
		[]
	),
	guide: orNull(slug)
});
export type RawTaskPiece = v.InferOutput<typeof taskPieceSchema>;

export const guidePieceSchema = v.strictObject({
	...head,
	documents: some(line),
	limit: figure(1, 50),
	criteria: some(
		v.strictObject({
			...{ id: slug, title: line, weight: figure(1, 100), question: line },
			levels: some(v.strictObject({ title: line, anchor: line }))
		})
	)
});

export const reviewPieceSchema = v.strictObject({
	...head,
	level,
	file: slug,
	seed: figure(0, 2 ** 31 - 1),
	break: v.pipe(
		v.array(v.pipe(v.string(), v.regex(/^[A-Z]+-\d{2}$/, '规则编号写作 DEC-01'))),
		v.minLength(3, '至少三处缺陷'),
		v.maxLength(9, '至多九处缺陷')
	),
	intro: line
});
export type RawReviewPiece = v.InferOutput<typeof reviewPieceSchema>;

/** How the documents inside pieces are read; made once for all of them. */
export interface Schemas {
	readonly file: ReturnType<typeof caseFileSchema>;
	readonly draft: ReturnType<typeof draftSchema>;
}

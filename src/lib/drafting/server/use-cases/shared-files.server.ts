import type { SourceFile } from '#lib/platform/content-files.server.ts';
import type { DocumentKind } from '../../domain/document-kind.ts';
import { freeTextIds } from '../../domain/free-texts.ts';
import type { Parameter, Scoring } from '../../domain/rule-book.ts';
import { type Dictionary, type Part, type RecordShape, nest, readType } from '../../domain/shape.ts';
import type { Statute } from '../../domain/statute.ts';
import type { TextRules } from '../../domain/text-rules.ts';
import type { ContentReader } from './content-reader.server.ts';
import { frameSchema, placeSchemas, statutesSchema, textsSchema } from './file-schemas.server.ts';

export interface Frame {
	readonly scoring: Scoring;
	readonly dictionary: Dictionary;
	readonly facts: RecordShape;
}

/** `frame.yaml`: parts of composite fields, facts of a case, scoring. */
export function readFrame(file: SourceFile, lists: Dictionary['lists'], reader: ContentReader): Frame | null {
	const read = reader.read(file, frameSchema);
	if (!read) return null;
	const { scoring, parts, options, case: facts } = read.value;
	const dictionary: Dictionary = { parts, options, lists };
	const leaves: { path: string; part: Part }[] = [];
	facts.forEach(({ path, label, type }, index) => {
		const shape = readType(type, dictionary);
		if (typeof shape === 'string') reader.add(read.at(`case.${index}.type`, shape));
		else leaves.push({ path, part: { label, shape } });
		if (facts.findIndex((other) => other.path === path) !== index) {
			reader.add(read.at(`case.${index}.path`, `案情 ${path} 重复`));
		}
	});
	return { scoring, dictionary, facts: nest(leaves) };
}

/** `texts.yaml`: how free texts are read; every free text of a document has its kind. */
export function readTexts(
	file: SourceFile,
	documents: ReadonlyMap<string, DocumentKind>,
	reader: ContentReader
): TextRules | null {
	const read = reader.read(file, textsSchema);
	if (!read) return null;
	const { fields, vague, people } = read.value;
	const frees = new Set([...documents.values()].flatMap(({ shape }) => [...freeTextIds(shape)]));
	for (const id of frees) {
		if (!Object.hasOwn(fields, id)) reader.add(read.at('fields', `没有写自由文字 ${id} 属于哪一类`));
	}
	for (const id of Object.keys(fields)) {
		if (!frees.has(id)) reader.add(read.at(`fields.${id}`, `文书里没有这个自由文字：${id}`));
	}
	return { fields, vague, people };
}

/** `statutes.yaml`: the penalty bases that drafts name. */
export function readStatutes(file: SourceFile, reader: ContentReader): ReadonlyMap<string, Statute> {
	const read = reader.read(file, statutesSchema);
	const rows = new Map<string, Statute>();
	if (!read) return rows;
	const { law, lawTitle, rows: raw } = read.value;
	raw.forEach((row, index) => {
		if (rows.has(row.id)) reader.add(read.at(`rows.${index}.id`, `编号 ${row.id} 重复`));
		read.cite({ law, article: row.article, paragraph: row.paragraph }, `rows.${index}.article`);
		rows.set(row.id, { ...row, law: lawTitle });
	});
	return rows;
}

/** `places/*.yaml`: the parameters of each place; what a place leaves out is as in `default`. */
export function readPlaces(files: readonly SourceFile[], reader: ContentReader) {
	const places = new Map<string, readonly Parameter[]>();
	const defaultFile = files.find(({ name }) => name === 'default');
	const read = defaultFile && reader.read(defaultFile, placeSchemas.default);
	if (!read) return places;
	const usual = read.value.parameters;
	usual.forEach(({ id }, index) => {
		if (usual.findIndex((other) => other.id === id) !== index) {
			reader.add(read.at(`parameters.${index}.id`, `参数 ${id} 重复`));
		}
	});
	places.set('default', usual);
	for (const file of files) {
		if (file !== defaultFile) places.set(file.name, readPlace(file, usual, reader));
	}
	return places;
}

function readPlace(file: SourceFile, usual: readonly Parameter[], reader: ContentReader): readonly Parameter[] {
	const read = reader.read(file, placeSchemas.other);
	if (!read) return usual;
	const own = new Map<string, { value: number; note: string }>();
	read.value.parameters.forEach(({ id, value, note }, index) => {
		const known = usual.find((one) => one.id === id);
		const field = `parameters.${index}.id`;
		if (!known) reader.add(read.at(field, `没有这个参数：${id}`));
		else if (known.status === 'verified') reader.add(read.at(field, `${known.label}由法律规定，各地不能改`));
		else if (own.has(id)) reader.add(read.at(field, `参数 ${id} 重复`));
		own.set(id, { value, note });
	});
	return usual.map((one) => ({ ...one, ...own.get(one.id) }));
}

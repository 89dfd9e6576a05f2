import type { SourceFile } from '#lib/platform/content-files.server.ts';
import type { DocumentKind } from '../../domain/document-kind.ts';
import { parsePath, partAt } from '../../domain/path.ts';
import { type Surroundings, findRuleFaults } from '../../domain/rule-faults.ts';
import type { Rule } from '../../domain/rule.ts';
import { type Dictionary, type Part, type RecordShape, readType } from '../../domain/shape.ts';
import type { ContentReader, ReadFile } from './content-reader.server.ts';
import { type RawDocument, type RawRule, documentSchema, fileRulesSchema } from './file-schemas.server.ts';

type Around = Omit<Surroundings, 'own'>;

/** A document whose fields are read; its rules are checked when the fields of all documents are known. */
export interface HalfRead {
	readonly file: ReadFile<RawDocument>;
	readonly shape: RecordShape;
}

export const readDocument = (source: SourceFile, reader: ContentReader) => reader.read(source, documentSchema);

export function readFields(file: ReadFile<RawDocument>, dictionary: Dictionary, reader: ContentReader): HalfRead {
	const parts: Record<string, Part> = {};
	file.value.fields.forEach(({ id, label, type }, index) => {
		const shape = readType(type, dictionary);
		if (typeof shape === 'string') reader.add(file.at(`fields.${index}.type`, shape));
		else parts[id] = { label, shape };
		if (file.value.fields.findIndex((other) => other.id === id) !== index) {
			reader.add(file.at(`fields.${index}.id`, `字段 ${id} 重复`));
		}
	});
	return { file, shape: { kind: 'record', parts } };
}

export function finishDocument({ file, shape }: HalfRead, around: Around, reader: ContentReader): DocumentKind {
	const { id, title, purpose, stage, template, weight, fields, rules } = file.value;
	fields.forEach(({ from }, index) => {
		if (from !== undefined && !leadsSomewhere(from, around)) {
			reader.add(file.at(`fields.${index}.from`, `没有这个路径：${from}`));
		}
	});
	return {
		...{ id, title, purpose, stage, template, weight, shape },
		fields: fields.map(({ required, type: _, ...field }) => ({ ...field, isExpected: required })),
		rules: readRules(rules, file, { around: { ...around, own: shape }, reader })
	};
}

export function readFileRules(source: SourceFile, around: Around, reader: ContentReader): readonly Rule[] {
	const file = reader.read(source, fileRulesSchema);
	return file ? readRules(file.value.rules, file, { around: { ...around, own: null }, reader }) : [];
}

interface Place {
	readonly around: Surroundings;
	readonly reader: ContentReader;
}

function readRules(
	rules: readonly RawRule[],
	file: Pick<ReadFile<unknown>, 'at' | 'cite'>,
	{ around, reader }: Place
): Rule[] {
	return rules.map((raw, index) => {
		const field = `rules.${index}`;
		const cited = raw.citations.map((one, at) => file.cite(one, `${field}.citations.${at}`));
		const rule: Rule = { ...raw, citations: cited.filter((one) => one !== null) };
		for (const fault of findRuleFaults(rule, around)) reader.add(file.at(`${field}.${fault.field}`, fault.message));
		if (reader.ruleIds.has(raw.id)) reader.add(file.at(`${field}.id`, `规则编号 ${raw.id} 重复`));
		reader.ruleIds.add(raw.id);
		return rule;
	});
}

function leadsSomewhere(text: string, { documents, facts }: Around): boolean {
	const path = parsePath(text);
	if (!path || (path.space !== 'c' && path.space !== 'd')) return false;
	const shape = path.space === 'c' ? facts : documents.get(path.document!);
	if (shape === null) return true;
	return shape !== undefined && typeof partAt(path.steps, shape) !== 'string';
}

import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import * as v from 'valibot';
import { LineCounter, isNode, parseDocument } from 'yaml';
import { sha256 } from '#lib/shared/canonical.ts';
import { ARTICLE } from '#lib/shared/citation.ts';
import { INDUSTRIES, AREAS } from '#lib/shared/piece.ts';
import { isDay } from '#lib/shared/time.ts';
import { readPrepared } from './prepared-content.server.ts';

/** What is wrong in a content file, where, and what is allowed. */
export interface ContentFault {
	readonly file: string;
	readonly line: number;
	readonly field: string;
	readonly message: string;
}

export interface SourceFile {
	/** Relative to the project, `content/cases/x.md`. */
	readonly path: string;
	readonly name: string;
	readonly text: string;
	readonly digest: string;
}

export type Parsed<T> =
	{ ok: true; value: T; at(field: string, message: string): ContentFault } | { ok: false; faults: ContentFault[] };

/**
 * Every file below a folder with this ending, in the order of their paths.
 * @param isWanted asked with the path inside the folder; what is not wanted is not opened
 */
export function readFolder(
	root: string,
	folder: string,
	ending: string,
	isWanted: (path: string) => boolean = () => true
): SourceFile[] {
	const top = join(root, folder);
	return readdirSync(top, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && entry.name.endsWith(ending))
		.map((entry) => ({ name: entry.name.slice(0, -ending.length), full: join(entry.parentPath, entry.name) }))
		.filter(({ full }) => isWanted(relative(top, full)))
		.map(({ name, full }) => {
			const text = readFileSync(full, 'utf8');
			return { path: relative(root, full), name, text, digest: sha256(text) };
		})
		.sort((left, right) => (left.path < right.path ? -1 : 1));
}

const describe = (issue: v.BaseIssue<unknown>) => `应为 ${issue.expected ?? '其他值'}，实为 ${issue.received}`;

interface Reading {
	/** Line of the file on which the YAML begins (front matter, fences). */
	readonly startLine?: number;
	/** Every plain value as the text that was typed: `0371` stays `0371`, and eighteen digits stay eighteen. */
	readonly asTexts?: boolean;
	/** Texts that came with the program, and not from a user: they may have been parsed when it was built. */
	readonly isShipped?: boolean;
}

/** Parses YAML against a schema; each fault names its line. */
export function parseYaml<Schema extends v.GenericSchema>(
	path: string,
	text: string,
	schema: Schema,
	reading: Reading = {}
): Parsed<v.InferOutput<Schema>> {
	const prepared = preparedFor(text, reading);
	if (prepared !== undefined) {
		const result = v.safeParse(schema, prepared);
		// Lines are looked up only if somebody has a fault to tell.
		const at = (field: string, message: string) => locate(path, text, reading).at(field, message);
		if (result.success) return { ok: true, value: result.output, at };
	}
	const { document, at, faults } = locate(path, text, reading);
	if (faults.length > 0) return { ok: false, faults };
	const content = plainOf(document);
	if (content instanceof ReferenceError) return { ok: false, faults: [at('yaml', content.message)] };
	const result = v.safeParse(schema, content, { message: describe });
	if (result.success) return { ok: true, value: result.output, at };
	return { ok: false, faults: result.issues.map((issue) => at(v.getDotPath(issue) ?? '', issue.message)) };
}

function preparedFor(text: string, { startLine, asTexts, isShipped }: Reading): unknown {
	if (startLine || (asTexts && !isShipped)) return undefined;
	return readPrepared(text, asTexts ? 'texts' : 'values');
}

/** The document with the line of each of its fields, and what is wrong with its syntax. */
function locate(path: string, text: string, { startLine = 1, asTexts = false }: Reading) {
	const lines = new LineCounter();
	const kind = asTexts ? 'failsafe' : 'core';
	// Merging is for drafts that repeat one another; content repeats nothing.
	const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, schema: kind, merge: asTexts });
	const lineAt = (offset: number) => lines.linePos(offset).line + startLine - 1;
	const lineOf = (keys: readonly string[]): number => {
		const node = keys.length === 0 ? document.contents : document.getIn(keys.map(toKey), true);
		if (isNode(node) && node.range) return lineAt(node.range[0]);
		return keys.length === 0 ? startLine : lineOf(keys.slice(0, -1));
	};
	const at = (field: string, message: string): ContentFault => {
		return { file: path, line: lineOf(field.split('.')), field, message };
	};
	const faults = document.errors.map(({ pos, message }) => {
		return { file: path, line: lineAt(pos[0]), field: 'yaml', message };
	});
	return { document, at, faults };
}

/** The plain value of a document, or what is wrong with its aliases: unknown, or far too many. */
function plainOf(document: ReturnType<typeof parseDocument>): unknown {
	try {
		return document.toJS();
	} catch (error) {
		if (error instanceof ReferenceError) return error;
		throw error;
	}
}

const toKey = (key: string) => (/^\d+$/.test(key) ? Number(key) : key);

// The fields that all material shares.
export const slug = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, '只能用小写字母、数字和连字符'));
export const line = v.pipe(v.string(), v.trim(), v.minLength(1, '不能为空'));
export const day = v.pipe(v.string(), v.check(isDay, '日期写作 2026-11-22'));
const review = v.strictObject({ by: line, on: day });
export const provenance = {
	id: slug,
	title: line,
	author: line,
	internalReview: v.optional(review),
	legalReview: v.optional(review),
	sources: v.pipe(v.array(line), v.minLength(1, '至少写明一个来源'))
};
export const about = {
	industry: v.picklist(INDUSTRIES),
	areas: v.pipe(v.array(v.picklist(Object.keys(AREAS) as [keyof typeof AREAS])), v.minLength(1)),
	difficulty: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5)),
	asOf: day
};
export const articleNumber = v.pipe(v.string(), v.regex(ARTICLE, '条号写作 "97" 或 "134-1"'));
export const citation = v.strictObject({
	law: slug,
	article: articleNumber,
	paragraph: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
	item: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)))
});

/** What every piece must satisfy beyond its schema: id = file name, author ≠ reviewers, reviews in order. */
export function checkProvenance(
	file: SourceFile,
	piece: v.InferOutput<v.ObjectSchema<typeof provenance, undefined>>,
	at: (field: string, message: string) => ContentFault
): ContentFault[] {
	const faults: ContentFault[] = [];
	if (piece.id !== file.name) faults.push(at('id', `编号应与文件名一致：${file.name}`));
	const { author, internalReview, legalReview } = piece;
	if (internalReview?.by === author) faults.push(at('internalReview', '作者不能内审自己的稿件'));
	if (legalReview?.by === author) faults.push(at('legalReview', '作者不能法审自己的稿件'));
	if (internalReview && legalReview && legalReview.on < internalReview.on) {
		faults.push(at('legalReview', '先内审再法审：法审日期早于内审'));
	}
	return faults;
}

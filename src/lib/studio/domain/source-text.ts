import { type Pair, type Scalar, isMap, isScalar, parseDocument, stringify } from 'yaml';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import type { Byline, FieldSpec, Fields } from './manuscript.ts';

/** Lines of a file that the workflow writes, and no form. */
const BYLINE = ['author', 'internalReview', 'legalReview'];
const FENCED = /^---\r?\n([\s\S]*?)\r?\n---\r?\n?/;

/** A part that stands in a file as its own YAML, and not as one plain value. */
const isNested = ({ input }: FieldSpec) => input === 'yaml';
/** A part that is a list of plain values, one a line. */
const isList = ({ input }: FieldSpec) => input === 'choices' || input === 'lines';

/**
 * A text with front matter from its parts, in the order of the form; the part named `body` is the Markdown below.
 * Empty parts are left out.
 */
export function writeFrontMatter(specs: readonly FieldSpec[], fields: Fields): string {
	const head = specs.filter(({ name }) => name !== 'body').flatMap((spec) => lineOf(spec, fields[spec.name] ?? ''));
	return `---\n${head.join('\n')}\n---\n${(fields['body'] ?? '').replace(/\s*$/, '')}\n`;
}

function lineOf(spec: FieldSpec, text: string): string[] {
	const { name, input } = spec;
	const value = text.trim();
	if (value === '') return [];
	const lines = value.split(/\r?\n/);
	if (input === 'choices') return [`${name}: [${lines.map((line) => line.trim()).join(', ')}]`];
	if (isList(spec))
		return [`${name}:`, ...lines.filter((line) => line.trim() !== '').map((line) => `  - ${plain(line.trim())}`)];
	if (isNested(spec)) return [`${name}:`, ...lines.map((line) => (line === '' ? '' : `  ${line}`))];
	if (['number', 'choice'].includes(input) && /^\d+(\.\d+)?$/.test(value)) return [`${name}: ${value}`];
	return [`${name}: ${plain(value.replace(/\s*\r?\n\s*/g, ' '))}`];
}

const plain = (value: string) => stringify(value, { lineWidth: 0, singleQuote: true }).trimEnd();

/** The parts of a text with front matter; who wrote and who reviewed it is left out. */
export function readFrontMatter(specs: readonly FieldSpec[], source: string): Result<Fields> {
	const match = FENCED.exec(source);
	if (!match) return refuse('no-front-matter', '文件应以 --- 包起来的信息开头。');
	const read = readPairs(match[1]!);
	if (!read.ok) return read;
	const fields: Record<string, string> = {};
	for (const [name, pair] of read.value) {
		if (BYLINE.includes(name)) continue;
		const spec = specs.find((one) => one.name === name);
		if (!spec || name === 'body') return refuse('unknown-key', `开头的信息里有不认识的项：${name}。`);
		fields[name] = valueOf(spec, pair);
	}
	const body = source.slice(match[0].length).replace(/\s*$/, '');
	return ok(body === '' ? fields : { ...fields, body });
}

interface RawPair {
	/** Its plain value, where it is one. */
	readonly scalar: string | null;
	readonly list: readonly string[] | null;
	/** What stands behind the colon, without the indentation that all its lines share. */
	readonly raw: string;
}

function readPairs(text: string): Result<[string, RawPair][]> {
	const document = parseDocument(text, { prettyErrors: false });
	const fault = document.errors[0];
	if (fault) return refuse('no-yaml', `开头的信息写法不对：${fault.message}`);
	const { contents } = document;
	if (!isMap(contents)) return refuse('no-yaml', '开头的信息应为“名称: 内容”，每项一行。');
	const pairs = contents.items as Pair<Scalar<string>, unknown>[];
	const values = document.toJS() as Record<string, unknown>;
	return ok(
		pairs.map((pair, at) => {
			const from = pair.key.range![1];
			const next = pairs[at + 1]?.key.range?.[0] ?? text.length;
			const raw = dedent(text.slice(from, next).replace(/^\s*:[^\S\n]*\n?/, ''));
			const value = values[pair.key.value];
			const scalar = isScalar(pair.value) && value !== null ? asText(value) : null;
			const list = Array.isArray(value) && value.every((one) => typeof one === 'string') ? value : null;
			return [pair.key.value, { scalar, list, raw }] as [string, RawPair];
		})
	);
}

const asText = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));

function valueOf(spec: FieldSpec, { scalar, list, raw }: RawPair): string {
	if (isList(spec) && list) return list.join('\n');
	return isNested(spec) ? raw : (scalar ?? raw).trim();
}

/** Lines without the indentation that all of them share. */
export function dedent(text: string): string {
	const lines = text.replace(/\s+$/, '').split(/\r?\n/);
	const margins = lines.filter((line) => line.trim() !== '').map((line) => /^ */.exec(line)![0].length);
	const margin = Math.min(...margins, 40);
	return lines.map((line) => line.slice(Math.min(margin, line.length))).join('\n');
}

/** The file that is published: the source with the lines that the workflow writes, put where no line of an author moves. */
export function withByline(source: string, byline: Byline): string {
	const lines = bylineOf(byline);
	const match = FENCED.exec(source);
	if (!match) return `${source.replace(/\s*$/, '')}\n${lines}\n`;
	return `---\n${match[1]}\n${lines}\n---\n${source.slice(match[0].length)}`;
}

function bylineOf({ author, internalReview, legalReview }: Byline): string {
	const review = (name: string, one: Byline['legalReview']) =>
		one ? [`${name}: {by: ${JSON.stringify(one.by)}, on: ${one.on}}`] : [];
	const reviews = [...review('internalReview', internalReview), ...review('legalReview', legalReview)];
	return [`author: ${plain(author)}`, ...reviews].join('\n');
}

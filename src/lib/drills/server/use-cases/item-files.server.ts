import * as v from 'valibot';
import type { LawIndex } from '#lib/law/domain/law-index.ts';
import { withoutRepeats } from '#lib/law/domain/references.ts';
import {
	type ContentFault,
	type SourceFile,
	about,
	checkProvenance,
	citation,
	line,
	parseYaml,
	provenance,
	readFolder
} from '#lib/platform/content-files.server.ts';
import { render } from '#lib/platform/markdown.server.ts';
import type { Citation } from '#lib/shared/citation.ts';
import type { ItemBody, ItemFile, Task } from '../../domain/item.ts';
import { DRILL_KINDS, type DrillKind } from '../../domain/kinds.ts';
import { findTaskFault } from '../../domain/task-faults.ts';

const key = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9]?$/, '选项代号用一两个小写字母或数字'));

const options = v.pipe(
	v.array(v.strictObject({ key, text: line, correct: v.boolean(), reason: line })),
	v.minLength(2)
);
const step = v.strictObject({ key, text: line });

const common = {
	...provenance,
	...about,
	kind: v.picklist(Object.keys(DRILL_KINDS) as [DrillKind]),
	citations: v.pipe(v.array(citation), v.minLength(1, '至少引用一条')),
	stem: line,
	explanation: line
};

const itemSchema = v.variant('type', [
	v.strictObject({ ...common, type: v.picklist(['single', 'multiple', 'truefalse']), options }),
	v.strictObject({
		...common,
		type: v.literal('numeric'),
		numeric: v.strictObject({
			value: v.number(),
			tolerance: v.pipe(v.number(), v.minValue(0)),
			unit: line,
			counting: line
		}),
		traps: v.optional(v.array(v.strictObject({ value: v.number(), reason: line })), [])
	}),
	v.strictObject({
		...common,
		type: v.literal('ordering'),
		steps: v.pipe(v.array(step), v.minLength(3)),
		accepted: v.pipe(v.array(v.array(key)), v.minLength(1)),
		traps: v.optional(v.array(v.strictObject({ first: key, second: key, reason: line })), [])
	})
]);
type RawItem = v.InferOutput<typeof itemSchema>;

/** Reads `content/drills`: parsed, rendered, marked keys checked, citations resolved on the item's day. */
export function readItemFiles(
	root: string,
	laws: LawIndex
): { items: ItemFile[]; faults: ContentFault[]; remarks: ContentFault[] } {
	const items: ItemFile[] = [];
	const faults: ContentFault[] = [];
	const remarks: ContentFault[] = [];
	for (const file of readFolder(root, 'content/drills', '.yaml')) {
		const read = readItemText(file, laws);
		faults.push(...read.faults);
		remarks.push(...read.remarks);
		if (!read.item) continue;
		const { id, kind } = read.item;
		if (!file.path.includes(`/${kind}/`)) faults.push(read.at('kind', `文件应放在 content/drills/${kind}/ 下`));
		if (items.some((one) => one.id === id)) faults.push(read.at('id', `编号 ${id} 已被另一题使用`));
		items.push(read.item);
	}
	return { items, faults, remarks };
}

interface ReadItem {
	/** Null when not even its parts could be read; one with faults is never stored. */
	readonly item: ItemFile | null;
	readonly faults: ContentFault[];
	readonly remarks: ContentFault[];
	readonly at: At;
}

/** Reads one question in the file format, wherever its text comes from. */
export function readItemText(file: SourceFile, laws: LawIndex): ReadItem {
	const parsed = parseYaml(file.path, file.text, itemSchema);
	if (!parsed.ok) {
		const at = (field: string, message: string) => ({ file: file.path, line: 1, field, message });
		return { item: null, faults: parsed.faults, remarks: [], at };
	}
	const { value: raw, at } = parsed;
	const task = toTask(raw);
	const fault = findTaskFault(task);
	const read = readTexts(raw, laws, at);
	const { id, title, kind, difficulty } = raw;
	const { digest, text: source } = file;
	return {
		item: { id, title, kind, difficulty, digest, source, body: toBody(raw, task, read), references: read.references },
		faults: [...checkProvenance(file, raw, at), ...(fault ? [at(fault.field, fault.message)] : []), ...read.faults],
		...{ remarks: read.remarks, at }
	};
}

function toTask(raw: RawItem): Task {
	if (raw.type === 'numeric') return { type: 'numeric', ...raw.numeric, traps: raw.traps };
	if (raw.type === 'ordering') return { type: 'ordering', steps: raw.steps, accepted: raw.accepted, traps: raw.traps };
	return { type: raw.type, options: raw.options };
}

type At = (field: string, message: string) => ContentFault;

/** Both texts as HTML, with everything they cite. A stem stays without links: the law behind one may be the answer. */
function readTexts(raw: RawItem, laws: LawIndex, at: At) {
	const { asOf } = raw;
	const find = laws.findMentions;
	const stem = render(raw.stem, asOf, { find, asLinks: false });
	const explanation = render(raw.explanation, asOf, { find, asLinks: true });
	const faults: ContentFault[] = [];
	const remarks: ContentFault[] = [];
	const resolve = (cited: Citation, field: string) => {
		const answer = laws.resolve(cited, asOf);
		if (typeof answer !== 'string') return [answer];
		faults.push(at(field, answer));
		return [];
	};
	const citations = raw.citations.flatMap((cited, index) => resolve(cited, `citations.${index}`));
	const references = Object.entries({ stem, explanation }).flatMap(([field, text]) => {
		faults.push(...text.broken.map((address) => at(field, `链接写法不对：${address}`)));
		faults.push(...text.mentioned.faults.map((message) => at(field, message)));
		remarks.push(...text.mentioned.remarks.map((message) => at(field, message)));
		return [...text.citations, ...text.mentioned.citations].flatMap((cited) => resolve(cited, field));
	});
	const unlisted = withoutRepeats(references, citations);
	return { stem: stem.html, explanation: explanation.html, citations, references: unlisted, faults, remarks };
}

function toBody(raw: RawItem, task: Task, texts: ReturnType<typeof readTexts>): ItemBody {
	const { author, internalReview, legalReview, sources, industry, areas, asOf } = raw;
	const { stem, explanation, citations } = texts;
	const provenance = { author, internalReview, legalReview, sources };
	return { ...provenance, industry, areas, asOf, task, stem, explanation, citations };
}

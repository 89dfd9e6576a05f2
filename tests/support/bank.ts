import type { CaseFile } from '#lib/cases/domain/case.ts';
import type { PublicCaseFile } from '#lib/cases/domain/public-case.ts';
import type { Section } from '#lib/cases/domain/section.ts';
import type { Area } from '#lib/shared/piece.ts';
import type { ItemFile, Option, Task } from '#lib/drills/domain/item.ts';
import { DRILL_KINDS, type DrillKind } from '#lib/drills/domain/kinds.ts';
import type { LawFile } from '#lib/law/domain/law-file.ts';
import { sha256 } from '#lib/shared/canonical.ts';

const VERSION = '2021-01-22';
const review = { by: '顾晓棠', on: '2026-10-01' };
const legalReview = { by: '沈知微', on: '2026-10-08' };
const provenance = { author: '梁若川', internalReview: review, legalReview, sources: ['测试'] };
const about = { industry: '综合', areas: ['law' as const], asOf: '2026-10-01' };

/** One law with three articles that the bank cites. */
export const LAW: LawFile = {
	...{ id: 'test-law', title: '中华人民共和国测试法', shortTitles: ['测试法'], kind: 'law', digest: 'law-1' },
	versions: [{ id: VERSION, inForceFrom: '2021-07-15', inForceUntil: null, text: 'gist', articles: 3, note: null }],
	articles: ['1', '2', '3'].map((article) => ({
		article,
		versions: [VERSION],
		heading: `标题${article}`,
		gist: `要点${article}`
	}))
};

/** Everything that must not leave the server before the answer begins with this. */
export const SECRET = '密·';

const option = (key: string, correct: boolean): Option => ({
	key,
	text: `选项${key}`,
	correct,
	reason: `${SECRET}${key}`
});
const step = (key: string) => ({ key, text: `步骤${key}` });

const TASKS: readonly Task[] = [
	{ type: 'single', options: [option('a', true), option('b', false), option('c', false)] },
	{ type: 'multiple', options: [option('a', true), option('b', true), option('c', false), option('d', false)] },
	{ type: 'truefalse', options: [option('t', false), option('f', true)] },
	{
		type: 'numeric',
		value: 15,
		tolerance: 0,
		unit: '日',
		counting: '按工作日',
		traps: [{ value: 20, reason: `${SECRET}陷阱` }]
	},
	{
		...{ type: 'ordering', steps: ['a', 'b', 'c'].map(step), accepted: [['a', 'b', 'c']] },
		traps: [{ first: 'c', second: 'a', reason: `${SECRET}顺序` }]
	}
];
const KINDS = Object.keys(DRILL_KINDS) as DrillKind[];

/** Item number `n`: the five types in turn, the five kinds in turn of five. `change` overrides parts of it. */
export function makeItem(n: number, change: Partial<ItemFile> = {}): ItemFile {
	const id = `item-${String(n).padStart(3, '0')}`;
	const explanation = `<p>${SECRET}${id} 的解释</p>`;
	const citations = [{ law: LAW.id, article: String((n % 3) + 1), version: VERSION }];
	const body = { ...provenance, ...about, stem: `<p>${id} 的题干</p>`, explanation, task: TASKS[n % 5]!, citations };
	const kind = KINDS[Math.floor(n / 5) % 5]!;
	return { id, title: `第 ${n} 题`, kind, difficulty: 3, digest: sha256(id), body, ...change };
}

export function makeItems(count: number): ItemFile[] {
	return Array.from({ length: count }, (_, n) => makeItem(n));
}

/** A public piece that is approved. */
export function makePublicCase(id: string, change: Partial<PublicCaseFile> = {}): PublicCaseFile {
	return {
		...{ id, title: `公开 ${id}`, lead: '公开提要。', warning: '当心。', industry: '综合', month: '2026-03' },
		...{
			audience: 'both',
			asOf: '2026-10-01',
			html: `<p>公开正文 ${id}</p>`,
			blocks: [],
			images: [],
			caseId: `internal-${id}`
		},
		notes: [{ law: LAW.id, article: '1', version: VERSION }],
		...{ body: provenance, digest: sha256(id), source: `---\nid: ${id}\n---\n`, ...change }
	};
}

/** A case with two checkpoints (keys a and b), text before, between and after them. */
export function makeCase(id: string, change: Partial<CaseFile> = {}): CaseFile {
	const cited = { law: LAW.id, article: '1', version: VERSION };
	const html = (text: string) => ({ kind: 'html' as const, html: `<p>${text}</p>`, notes: [] });
	const checkpoint = (name: string, right: 'a' | 'b') => ({
		...{
			kind: 'checkpoint' as const,
			id: name,
			stem: `<p>${name}</p>`,
			explanation: `<p>${SECRET}${name}</p>`,
			notes: [cited]
		},
		task: {
			type: 'single' as const,
			options: [option('a', right === 'a'), option('b', right === 'b'), option('c', false)]
		}
	});
	const blocks = [html('开头'), checkpoint('first', 'a'), html('中间'), checkpoint('second', 'b'), html('结尾')];
	return {
		...{ id, title: `案例 ${id}`, lead: '提要', polarity: 'mixed', digest: sha256(id), ...about },
		body: { ...provenance, difficulty: 2, minutes: 3, timeline: [], blocks },
		citations: [cited, cited],
		...change
	};
}

/** A case in which the reader decides first, with everything around its text. @param decide a practice case, there or not */
export function makeDecideCase(id: string, decide: string, items: readonly string[] = []): CaseFile {
	const plain = makeCase(id);
	const { blocks, ...body } = plain.body;
	const cited = { law: LAW.id, article: '2', version: VERSION };
	const section = (word: Section, title: string | null) => ({
		kind: 'section' as const,
		section: word,
		title,
		notes: []
	});
	const text = (words: string, areas: Area[]) => ({ kind: 'html' as const, html: `<p>${words}</p>`, areas, notes: [] });
	const told = blocks.map((block) => (block.kind === 'checkpoint' ? { ...block, items } : block));
	const all = [
		...[section('scene', '店里'), ...told, { kind: 'decide' as const, stem: null, notes: [] }],
		...[section('discretion', null), text(`${SECRET}决定罚款三万元`, ['discretion', 'law'])]
	];
	const timeline = [
		{ at: '2026-10-01T09:00', text: '到店' },
		{ at: '2026-10-09T09:00', text: `${SECRET}决定`, fold: true }
	];
	const defects = [
		{
			...{ what: `${SECRET}一人询问`, area: 'procedure' as const, gravity: 'unlawful' as const, better: '两个人去' },
			...{
				rule: { id: 'INT-02', requirement: '询问人不少于两名', basis: '行政处罚法', document: '询问笔录' },
				citation: cited
			}
		}
	];
	const parts = {
		...{ sourceKind: 'invented' as const, redaction: null, people: [{ who: '老罗', role: '店主' }], well: ['亮证'] },
		...{ defects, related: { items, tasks: [], practice: [] }, decide, note: '改了一处日期' }
	};
	return { ...plain, digest: sha256(`${id}/${decide}`), body: { ...body, timeline, blocks: all, parts } };
}

/** The same piece as another text: its digest differs. */
export function changed<T extends ItemFile | CaseFile | PublicCaseFile>(piece: T, title: string): T {
	return { ...piece, title, digest: sha256(piece.digest + title) };
}

/** The same piece before anybody has reviewed it. */
export function unreviewed<T extends ItemFile | CaseFile | PublicCaseFile>(piece: T): T {
	return { ...piece, body: { ...piece.body, internalReview: undefined, legalReview: undefined } };
}

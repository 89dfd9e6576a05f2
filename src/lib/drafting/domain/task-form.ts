import type { DocumentKind } from './document-kind.ts';
import { type FileBody, TASK_LEVELS, type TaskBody } from './piece-bodies.ts';
import type { RuleBook } from './rule-book.ts';
import { findTaskFaults } from './task-faults.ts';

/** A task as a form holds it: everything is text. */
export interface TaskForm {
	readonly title: string;
	readonly level: string;
	readonly minutes: string;
	/** Markdown. */
	readonly brief: string;
	/** A line each: `打磨车间东侧：管道法兰上有浮尘`. */
	readonly photos: string;
	readonly evidence: string;
	/** Kinds of earlier documents that the officer may read. */
	readonly given: readonly string[];
	/** Fields that stand in the form from the start. */
	readonly prefilled: readonly string[];
	/** Points by rule where they differ from the rule's own; empty = as the rule says. */
	readonly points: Readonly<Record<string, string>>;
	/** '' = none. */
	readonly guide: string;
}

export const EMPTY_TASK: TaskForm = {
	...{ title: '', level: '2', minutes: '30', brief: '', photos: '', evidence: '' },
	...{ given: [], prefilled: [], points: {}, guide: '' }
};

export interface TaskSource {
	readonly fileId: string;
	readonly file: FileBody;
	readonly kind: DocumentKind;
	readonly book: RuleBook;
	/** Guides that are made for this kind of document. */
	readonly guides: readonly string[];
	readonly author: string;
	/** The brief as sanitised HTML. */
	readonly briefHtml: string;
}

export interface ReadTask {
	readonly body: TaskBody;
	/** By field: `title`, `points.ORD-01`; what is wrong with the model itself stands at `form`. */
	readonly faults: Readonly<Record<string, string>>;
}

/** The documents that stand before one in its file. */
export function earlierThan(file: Pick<FileBody, 'documents'>, document: string): string[] {
	const kinds = Object.keys(file.documents);
	return kinds.slice(0, Math.max(0, kinds.indexOf(document)));
}

/** A task out of a case file: complete in itself, with the file's own document as its model, which the engine must give 100. */
export function readTaskForm(form: TaskForm, source: TaskSource): ReadTask {
	const { file, kind, fileId, briefHtml, author } = source;
	const faults: Record<string, string> = {};
	const model = file.documents[kind.id] ?? {};
	if (form.title.trim() === '') faults['title'] = '写上任务的名称。';
	if (form.brief.trim().length < 20) faults['brief'] = '任务说明至少写 20 个字：做什么，手上有什么。';
	const level = TASK_LEVELS.find((one) => String(one) === form.level);
	if (!level) faults['level'] = '难度为 1 至 5。';
	if (!/^\d{1,3}$/.test(form.minutes) || Number(form.minutes) < 5 || Number(form.minutes) > 240) {
		faults['minutes'] = '用时为 5 至 240 分钟。';
	}
	if (form.guide !== '' && !source.guides.includes(form.guide)) faults['guide'] = '这份评分细则不是为这种文书写的。';
	const photos = pairsOf(form.photos).map(([title, shows]) => ({ title, shows }));
	const evidence = pairsOf(form.evidence).map(([name, shows]) => ({ name, shows }));
	if (photos.some(({ shows }) => shows === '')) faults['photos'] = LINES;
	if (evidence.some(({ shows }) => shows === '')) faults['evidence'] = LINES;
	const points = readPoints(form.points, faults);
	const earlier = earlierThan(file, kind.id);
	const pick = (ids: readonly string[], from: Readonly<Record<string, unknown>>) =>
		Object.fromEntries(ids.flatMap((id) => (from[id] === undefined ? [] : [[id, from[id]]])));
	const given = earlier.filter((id) => form.given.includes(id));
	const body: TaskBody = {
		...{ author, sources: file.sources, asOf: file.asOf, citations: file.citations, industry: file.industry },
		...{ document: kind.id, level: level ?? 1, minutes: Number(form.minutes), place: file.place, file: fileId },
		...{ briefHtml, photos, evidence, case: file.case, related: pick(given, file.documents) as TaskBody['related'] },
		...{ prefilled: pick(form.prefilled, model), model, points, texts: [] },
		guide: form.guide === '' ? null : form.guide
	};
	for (const { field, message } of findTaskFaults(body, source.book)) {
		const [place = ''] = field.split('.');
		const known = ['brief', 'photos', 'evidence'].includes(place) ? place : 'form';
		faults[known] ??= `${message}。`;
	}
	return { body, faults };
}

const LINES = '每行写成“名称：内容”。';

function pairsOf(text: string): [string, string][] {
	const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
	return lines.map((line) => {
		const at = line.search(/[：:]/);
		return at < 0 ? [line.trim(), ''] : [line.slice(0, at).trim(), line.slice(at + 1).trim()];
	});
}

function readPoints(typed: TaskForm['points'], faults: Record<string, string>): Record<string, number> {
	const points: Record<string, number> = {};
	for (const [rule, text] of Object.entries(typed)) {
		if (text.trim() === '') continue;
		if (/^\d{1,3}$/.test(text.trim()) && Number(text) <= 100) points[rule] = Number(text);
		else faults[`points.${rule}`] = '分值为 0 至 100 的整数，0 是这次不考。';
	}
	return points;
}

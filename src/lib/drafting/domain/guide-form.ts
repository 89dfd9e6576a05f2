import type { Criterion, GuideBody } from './piece-bodies.ts';

/** A guide as a form holds it: everything is text. */
export interface GuideForm {
	readonly title: string;
	readonly limit: string;
	/** Ids of kinds of documents. */
	readonly documents: readonly string[];
	readonly criteria: readonly CriterionForm[];
}
export interface CriterionForm {
	/** Kept from version to version, so that agreement can be followed; empty = new. */
	readonly id: string;
	readonly title: string;
	readonly weight: string;
	readonly question: string;
	/** A line a level, from the worst up: `写得清楚：四要素齐全`. */
	readonly levels: string;
}

export const CRITERIA_MOST = 8;
export const EMPTY_CRITERION: CriterionForm = { id: '', title: '', weight: '', question: '', levels: '' };

const isBlank = ({ title, weight, question, levels }: CriterionForm) =>
	[title, weight, question, levels].every((text) => text.trim() === '');

export interface ReadGuide {
	readonly body: Pick<GuideBody, 'documents' | 'limit' | 'criteria'>;
	/** By field: `limit`, `criteria.0.weight`. */
	readonly faults: Readonly<Record<string, string>>;
}

/** Reads a guide; what is wrong is told at its field, and rows that hold nothing are nothing. */
export function readGuideForm({ title, limit, documents, criteria }: GuideForm): ReadGuide {
	const faults: Record<string, string> = {};
	if (title.trim() === '') faults['title'] = '写上细则的名称。';
	if (documents.length === 0) faults['documents'] = '至少选一种文书。';
	if (!isWhole(limit, 1, 50)) faults['limit'] = '相差限度为 1 至 50 的整数。';
	const used = criteria.flatMap((one, at) => (isBlank(one) ? [] : [{ one, at }]));
	if (used.length === 0) faults['criteria'] = '至少写一个评分项。';
	const ids = new Set(used.map(({ one }) => one.id));
	const read = used.map(({ one, at }): Criterion => {
		const levels = readLevels(one.levels);
		const fault = (field: string, text: string) => (faults[`criteria.${at}.${field}`] = text);
		if (one.title.trim() === '') fault('title', '写上评分项的名称。');
		if (one.question.trim() === '') fault('question', '写上评分时要问什么。');
		if (!isWhole(one.weight, 1, 100)) fault('weight', '权重为 1 至 100 的整数。');
		if (levels.length < 2) fault('levels', '至少两档，每行一档，写成“名称：表现”。');
		else if (levels.some(({ title: name, anchor }) => name === '' || anchor === '')) {
			fault('levels', '每行写成“名称：表现”，两边都要有。');
		}
		const id = one.id === '' ? freshId(ids) : one.id;
		return { id, title: one.title.trim(), weight: Number(one.weight), question: one.question.trim(), levels };
	});
	return { body: { documents, limit: Number(limit), criteria: read }, faults };
}

/** The form of a guide, with one row more to write in. */
export function guideFormOf(title: string, body: Pick<GuideBody, 'documents' | 'limit' | 'criteria'>): GuideForm {
	const criteria = body.criteria.map((one) => ({
		...{ id: one.id, title: one.title, weight: String(one.weight), question: one.question },
		levels: one.levels.map((level) => `${level.title}：${level.anchor}`).join('\n')
	}));
	return { title, limit: String(body.limit), documents: body.documents, criteria: withSpare(criteria) };
}

export const withSpare = (criteria: readonly CriterionForm[]): CriterionForm[] => {
	const used = criteria.filter((one) => !isBlank(one));
	return used.length < CRITERIA_MOST ? [...used, EMPTY_CRITERION] : used;
};

const isWhole = (text: string, least: number, most: number) =>
	/^\d{1,3}$/.test(text.trim()) && Number(text) >= least && Number(text) <= most;

function readLevels(text: string) {
	const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
	return lines.map((line) => {
		const at = line.search(/[：:]/);
		if (at < 0) return { title: line.trim(), anchor: '' };
		return { title: line.slice(0, at).trim(), anchor: line.slice(at + 1).trim() };
	});
}

function freshId(taken: Set<string>): string {
	let number = 1;
	while (taken.has(`criterion-${number}`)) number++;
	taken.add(`criterion-${number}`);
	return `criterion-${number}`;
}

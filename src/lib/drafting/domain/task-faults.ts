import { checkDocument } from './check-document.ts';
import type { DocumentKind } from './document-kind.ts';
import { faultOf } from './file-faults.ts';
import { freeTexts } from './free-texts.ts';
import { parsePath, partAt, valueAt } from './path.ts';
import type { TaskBody } from './piece-bodies.ts';
import type { PieceFault } from './piece-file.ts';
import type { RuleBook } from './rule-book.ts';
import type { Shape } from './shape.ts';
import { textsOf } from './value.ts';

/** So many characters of the model in a row in what the officer reads would be copied and not written. */
const GIVEN_AWAY = 20;

/** Why a task cannot be set: a model that the engine or its own text checks refuse, or materials that hold the answer. */
export function findTaskFaults(task: Omit<TaskBody, 'citations'>, book: RuleBook): PieceFault[] {
	const kind = book.documents.get(task.document);
	if (!kind) return [{ field: 'document', message: `没有这种文书：${task.document}` }];
	const draft = { document: task.document, fields: task.model, case: task.case, related: task.related, parameters: {} };
	return [
		...checkDocument(draft, book).violations.map((one) => faultOf(one, 'model')),
		...pointFaults(task, kind),
		...textFaults(task, kind),
		...givenAway(task, kind)
	];
}

function pointFaults({ points }: Pick<TaskBody, 'points'>, { rules, title }: DocumentKind): PieceFault[] {
	const known = new Set(rules.map(({ id }) => id));
	return Object.keys(points)
		.filter((id) => !known.has(id))
		.map((id) => ({ field: `points.${id}`, message: `《${title}》没有这条规则：${id}` }));
}

function textFaults({ texts, model }: Pick<TaskBody, 'texts' | 'model'>, kind: DocumentKind): PieceFault[] {
	return texts.flatMap(({ id, path: text, anyOf }, at) => {
		const field = `texts.${at}`;
		if (texts.findIndex((other) => other.id === id) !== at)
			return [{ field: `${field}.id`, message: `编号 ${id} 重复` }];
		const path = parsePath(text);
		const part = path?.space === 'f' ? partAt(path.steps, kind.shape) : '';
		if (!path || typeof part === 'string' || !isWritten(part.shape)) {
			return [{ field: `${field}.path`, message: `《${kind.title}》没有这个文字字段：${text}` }];
		}
		const found = textsOf(valueAt(path.steps, model) ?? '').join('\n');
		const isMet = anyOf.some((word) => found.includes(word));
		return isMet
			? []
			: [{ field: `${field}.anyOf`, message: `范文的${part.label}里没有这些字样：${anyOf.join('、')}` }];
	});
}

function isWritten(shape: Shape): boolean {
	if (shape.kind === 'list') return isWritten(shape.of);
	return shape.kind === 'scalar' && ['text', 'string', 'strings'].includes(shape.scalar);
}

/** Long texts of the model that stand in the brief word for word; what is filled in beforehand is given on purpose. */
function givenAway(task: Omit<TaskBody, 'citations'>, kind: DocumentKind): PieceFault[] {
	const shown = [
		{ field: 'brief', text: task.briefHtml.replaceAll(/<[^>]*>/g, '') },
		...task.photos.map(({ shows }, at) => ({ field: `photos.${at}.shows`, text: shows })),
		...task.evidence.map(({ shows }, at) => ({ field: `evidence.${at}.shows`, text: shows }))
	];
	const asked = Object.fromEntries(Object.entries(task.model).filter(([key]) => !Object.hasOwn(task.prefilled, key)));
	const windows = new Set([...freeTexts(kind.shape, asked)].flatMap(({ text }) => windowsOf(text)));
	return shown.flatMap(({ field, text }) => {
		const found = windowsOf(text).find((window) => windows.has(window));
		return found ? [{ field, message: `材料里有范文的原话，照抄就行了：${found}` }] : [];
	});
}

function windowsOf(text: string): string[] {
	const plain = text.replaceAll(/\s/g, '');
	return Array.from({ length: Math.max(0, plain.length - GIVEN_AWAY + 1) }, (_, at) =>
		plain.slice(at, at + GIVEN_AWAY)
	);
}

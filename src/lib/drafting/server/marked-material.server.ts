import type { Db } from '#db/connect.ts';
import type { DocumentKind } from '../domain/document-kind.ts';
import type { GivenSheet, GuideView, MarkingView } from '../domain/marking/marking-view.ts';
import { PLACES } from '../domain/marking/combine-marks.ts';
import { type FieldView, viewForm } from '../domain/form-view.ts';
import type { GuideBody, TaskBody } from '../domain/piece-bodies.ts';
import type { RuleBook } from '../domain/rule-book.ts';
import type { SubmissionReport } from '../domain/submission-report.ts';
import type { StoredMarking } from './repository/marking-sheets.server.ts';
import { selectPiece } from './repository/pieces.server.ts';
import { ruleBookOf } from './rule-books.server.ts';

/** What a document is marked against. */
export interface Material {
	readonly title: string;
	readonly task: TaskBody;
	readonly kind: DocumentKind;
	readonly book: RuleBook;
	readonly guide: { readonly title: string; readonly version: number; readonly body: GuideBody };
}

type Pinned = { readonly taskId: string; readonly taskVersion: number };
type PinnedGuide = Pick<StoredMarking, 'guideId' | 'guideVersion'>;

/** Task and guide in the versions that the document and its markers were given. */
export async function readMaterial(
	db: Db,
	{ taskId, taskVersion }: Pinned,
	{ guideId, guideVersion }: PinnedGuide
): Promise<Material> {
	const [task, guide] = await Promise.all([
		selectPiece(db, 'task', taskId, taskVersion),
		selectPiece(db, 'guide', guideId, guideVersion)
	]);
	// Foreign keys hold both.
	const { body, title } = task!;
	const book = ruleBookOf(body.place);
	const kind = book.documents.get(body.document)!;
	return { title, task: body, kind, book, guide: { title: guide!.title, version: guideVersion, body: guide!.body } };
}

export function guideView({ guide: { title, version, body } }: Material): GuideView {
	return { title, version, limit: body.limit, criteria: body.criteria };
}

/** The task as its markers read it: without the model, which every officer still has before them. */
export function taskView({ title, task, kind, book }: Material): MarkingView['task'] {
	const given = Object.entries(task.related).flatMap(([id, values]) => {
		const document = book.documents.get(id);
		return document ? [{ title: document.title, fields: viewForm(document, values).filter(isFilled) }] : [];
	});
	const { briefHtml, photos, evidence } = task;
	return { title, documentTitle: kind.title, briefHtml, photos, evidence, given };
}

const isFilled = ({ content }: FieldView) => content.kind !== 'empty';

/** What the machine found, each at its field. */
export function findingsOf(report: SubmissionReport, kind: DocumentKind): MarkingView['findings'] {
	const labelOf = labelsOf(kind);
	return [
		...report.rules.violations.map(({ path, severity, message, basis }) => ({
			...{ path: fieldOf(path), label: labelOf[fieldOf(path)] ?? '', severity, message, basis }
		})),
		...report.texts.map(({ path, message, why }) => ({
			...{ path: fieldOf(path), label: labelOf[fieldOf(path)] ?? '', severity: null, message, basis: why }
		})),
		...report.unreadable.map(({ path, message }) => ({
			...{ path: fieldOf(path), label: labelOf[fieldOf(path)] ?? '', severity: null, message, basis: '' }
		}))
	];
}

/** `f.officers[1].cert_no` → `f.officers` */
const fieldOf = (path: string) => /^f\.\w+/.exec(path)?.[0] ?? 'f';

/** What the fields of a document are called, by path; `f` = the document as a whole. */
export function labelsOf({ fields }: DocumentKind): Record<string, string> {
	return { f: '全篇', ...Object.fromEntries(fields.map(({ id, label }) => [`f.${id}`, label])) };
}

/** Sheets that were given, in order, without who gave them. */
export function givenSheets(list: readonly StoredMarking[]): GivenSheet[] {
	return list.flatMap(({ place, mark, levels, comments }) =>
		mark === null ? [] : [{ label: PLACES[place], mark, levels, comments }]
	);
}

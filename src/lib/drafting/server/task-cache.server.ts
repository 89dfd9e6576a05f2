import type { Db } from '#db/connect.ts';
import type { DocumentKind } from '../domain/document-kind.ts';
import { type EditorForm, buildForm } from '../domain/editor-form.ts';
import { type KnownValues, gatherAround } from '../domain/known-values.ts';
import type { TaskBody } from '../domain/piece-bodies.ts';
import type { RuleBook } from '../domain/rule-book.ts';
import { selectPiece } from './repository/pieces.server.ts';
import { ruleBookOf } from './rule-books.server.ts';

/** A task with all that it is written, checked and shown by. */
export interface ReadyTask {
	readonly id: string;
	readonly version: number;
	readonly title: string;
	readonly body: TaskBody;
	readonly book: RuleBook;
	readonly kind: DocumentKind;
	readonly form: EditorForm;
	/** What its case and documents say, for reading the texts of a draft. */
	readonly around: KnownValues;
}

const MOST = 200;
/** Versions of a task never change, so a node keeps those that are in use. */
const kept = new Map<string, ReadyTask>();

/** A version of a task that a draft was begun with. */
export async function taskOf(db: Db, id: string, version: number): Promise<ReadyTask> {
	const known = kept.get(`${id}@${version}`);
	if (known) return known;
	const piece = await selectPiece(db, 'task', id, version);
	if (!piece) throw new Error(`no task ${id}@${version}`);
	return keep(piece);
}

/** The version of a task that is shown now; null when there is none. */
export async function currentTask(db: Db, id: string): Promise<ReadyTask | null> {
	const piece = await selectPiece(db, 'task', id);
	return piece && (kept.get(`${piece.id}@${piece.version}`) ?? keep(piece));
}

function keep(piece: { id: string; version: number; title: string; body: TaskBody }): ReadyTask {
	const book = ruleBookOf(piece.body.place);
	const kind = book.documents.get(piece.body.document);
	if (!kind) throw new Error(`task ${piece.id} is of no kind of document`);
	const { id, version, title, body } = piece;
	const task = { id, version, title, body, book, kind, form: buildForm(kind, book), around: gatherAround(body, book) };
	if (kept.size >= MOST) kept.clear();
	kept.set(`${id}@${version}`, task);
	return task;
}

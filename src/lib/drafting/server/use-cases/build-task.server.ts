import { authorise, authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import { registerCitations } from '#lib/law/server/use-cases/citations.server.ts';
import { recordAudit } from '#lib/platform/audit.server.ts';
import { type Ctx, inTransaction } from '#lib/platform/ctx.server.ts';
import { render } from '#lib/platform/markdown.server.ts';
import { sha256 } from '#lib/shared/canonical.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { type ReadTask, type TaskForm, type TaskSource, earlierThan, readTaskForm } from '../../domain/task-form.ts';
import * as pieces from '../repository/pieces.server.ts';
import * as studio from '../repository/studio-pieces.server.ts';
import { ruleBookOf } from '../rule-books.server.ts';

export interface Chosen {
	/** Id of a case file. */
	readonly file: string;
	/** A kind of document in it. */
	readonly document: string;
}

async function sourceOf(
	ctx: Ctx,
	{ file, document }: Chosen
): Promise<Omit<TaskSource, 'author' | 'briefHtml'> | null> {
	const [piece, guides] = await Promise.all([
		pieces.selectPiece(ctx.db, 'file', file),
		pieces.selectShownPieces(ctx.db, 'guide')
	]);
	const book = piece && ruleBookOf(piece.body.place);
	const kind = book?.documents.get(document);
	if (!piece || !book || !kind || !Object.hasOwn(piece.body.documents, document)) return null;
	const fitting = guides.filter(({ body }) => body.documents.includes(document)).map(({ id }) => id);
	return { fileId: file, file: piece.body, kind, book, guides: fitting };
}

/** What a task can be made from: the files, the documents of the chosen file, and the parts of the chosen document. */
export async function readTaskBench(ctx: Ctx, chosen: Chosen) {
	authorise(ctx, 'drafting.writePieces');
	const [files, piece, source, guides] = await Promise.all([
		pieces.selectShownHeads(ctx.db, 'file'),
		pieces.selectPiece(ctx.db, 'file', chosen.file),
		sourceOf(ctx, chosen),
		pieces.selectShownPieces(ctx.db, 'guide')
	]);
	const { documents } = ruleBookOf('default');
	const titled = (ids: readonly string[]) => ids.map((id) => ({ id, title: documents.get(id)?.title ?? id }));
	return {
		...{ chosen, files: files.map(({ id, title }) => ({ id, title })) },
		documents: piece ? titled(Object.keys(piece.body.documents)) : [],
		bench: source && {
			given: titled(earlierThan(source.file, source.kind.id)),
			fields: source.kind.fields.filter(({ id }) => source.file.documents[source.kind.id]?.[id] !== undefined),
			rules: source.kind.rules.map(({ id, requirement, points, severity }) => ({ id, requirement, points, severity })),
			guides: guides.filter(({ id }) => source.guides.includes(id)).map(({ id, title }) => ({ id, title }))
		}
	};
}

export type Published =
	| { readonly kind: 'published'; readonly id: string }
	| { readonly kind: 'faults'; readonly faults: ReadTask['faults'] };

/**
 * Publishes a task for everybody; the engine checks its model first. The same file and document under the same title become
 * the next version of that task, which drafts that were begun do not follow.
 */
export async function publishTask(ctx: Ctx, chosen: Chosen, form: TaskForm): Promise<Result<Published>> {
	const me = authorisePerson(ctx, 'drafting.writePieces');
	const source = await sourceOf(ctx, chosen);
	if (!source) return refuse('no-such-source', '先选一本案卷和其中的一份文书。');
	const { html, broken } = render(form.brief, source.file.asOf);
	const { body, faults } = readTaskForm(form, { ...source, author: me.actor.name, briefHtml: html });
	const found = broken.length > 0 ? { ...faults, brief: `链接写法不对：${broken.join('、')}` } : faults;
	if (Object.keys(found).length > 0) return ok({ kind: 'faults', faults: found });
	const title = form.title.trim();
	const id = `studio-${sha256(`${chosen.file}/${chosen.document}/${title}`).slice(0, 12)}`;
	const digest = sha256(JSON.stringify({ title, body }));
	return inTransaction(me, async (inner) => {
		const newest = await studio.lockNewest(inner.db, 'task', id);
		const stored = await pieces.selectStored(inner.db, 'task');
		if (!stored.some((one) => one.id === id && one.isCurrent && one.digest === digest)) {
			const version = newest + 1;
			const file = { id, digest, title, body };
			await studio.saveStudioPiece(inner.db, { kind: 'task', file, version, by: me.actor.personId, now: inner.now });
			const piece = { kind: 'drafting' as const, id: `task/${id}`, version, title, asOf: body.asOf };
			await registerCitations(inner, [{ piece, references: body.citations }]);
			await recordAudit(inner, 'drafting.publishTask', `task:${id}`, { ...chosen, version, digest });
		}
		return ok({ kind: 'published' as const, id });
	});
}

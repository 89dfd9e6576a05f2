import { authorise, authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import { stringify } from 'yaml';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { render } from '#lib/platform/markdown.server.ts';
import { sha256 } from '#lib/shared/canonical.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { type ReadTask, type TaskForm, type TaskSource, earlierThan, readTaskForm } from '../../domain/task-form.ts';
import * as pieces from '../repository/pieces.server.ts';
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

export type Composed =
	| {
			readonly kind: 'composed';
			readonly id: string;
			/** In the form of its file, without the id. */
			readonly source: string;
	  }
	| { readonly kind: 'faults'; readonly faults: ReadTask['faults'] };

/** Writes a task as its file would be, for the studio to review; the engine checks its model first. Stores nothing. */
export async function composeTask(ctx: Ctx, chosen: Chosen, form: TaskForm): Promise<Result<Composed>> {
	const { actor } = authorisePerson(ctx, 'drafting.writePieces');
	const source = await sourceOf(ctx, chosen);
	if (!source) return refuse('no-such-source', '先选一本案卷和其中的一份文书。');
	const { html, broken } = render(form.brief, source.file.asOf);
	const { body, faults } = readTaskForm(form, { ...source, author: actor.name, briefHtml: html });
	const found = broken.length > 0 ? { ...faults, brief: `链接写法不对：${broken.join('、')}` } : faults;
	if (Object.keys(found).length > 0) return ok({ kind: 'faults', faults: found });
	const title = form.title.trim();
	const { sources, asOf, document, level, minutes, photos, evidence, points, guide } = body;
	const file = {
		...{ title, sources, asOf, document, level, minutes, file: chosen.file, given: Object.keys(body.related) },
		...{ brief: form.brief.replaceAll('\r\n', '\n').trim(), photos, evidence },
		...{ prefilled: Object.keys(body.prefilled), points, guide }
	};
	const id = `studio-${sha256(`${chosen.file}/${chosen.document}/${title}`).slice(0, 12)}`;
	return ok({ kind: 'composed', id, source: stringify(file, { lineWidth: 0 }) });
}

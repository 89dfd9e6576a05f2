import { registerCitations, withdrawCitations } from '#lib/law/server/use-cases/citations.server.ts';
import { currentLawIndex } from '#lib/law/server/use-cases/current-law-index.server.ts';
import { type SignedIn, type Ctx, inTransaction } from '#lib/platform/ctx.server.ts';
import type { OpenedPiece } from '#lib/platform/piece-versions.server.ts';
import { projectRoot } from '#lib/platform/project-root.server.ts';
import { sha256 } from '#lib/shared/canonical.ts';
import { idIn, nextVersion } from '#lib/shared/publishing.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { caseFileSchema, draftSchema } from '../../forms.ts';
import { findGuideFaults } from '../../domain/guide-faults.ts';
import { PIECE_KINDS } from '../../domain/piece-bodies.ts';
import type { PieceFile } from '../../domain/piece-file.ts';
import type { RuleBook } from '../../domain/rule-book.ts';
import * as pieces from '../repository/pieces.server.ts';
import * as studio from '../repository/studio-pieces.server.ts';
import { draftingContent, ruleBookOf } from '../rule-books.server.ts';
import { knownOf } from './drafting-files.server.ts';
import { citingPiece } from './load-drafting.server.ts';
import { PieceReader, pieceOf } from './piece-reader.server.ts';
import { guidePieceSchema, taskPieceSchema } from './piece-schemas.server.ts';
import { readTaskPiece } from './task-pieces.server.ts';

// What the studio asks of this room. Who may publish is decided there, by its workflow.

/** The rules on documents and files as this process read them. */
export function currentRules(): RuleBook {
	return ruleBookOf('default');
}

/** Ids of the tasks that are shown. */
export function readTaskIds(ctx: Ctx): Promise<string[]> {
	return studio.selectShownIds(ctx.db, 'task');
}

/** A text of the form of `content/drafting/tasks`, its model judged by the engine, or what is wrong with it. */
export async function readTaskSource(ctx: Ctx, text: string) {
	const content = draftingContent();
	const reader = new PieceReader(projectRoot(), currentLawIndex());
	const opened = reader.openText(asSource(text), taskPieceSchema, false);
	const [files, guides] = await Promise.all([
		opened ? pieces.selectPiece(ctx.db, 'file', opened.value.file) : null,
		pieces.selectShownPieces(ctx.db, 'guide')
	]);
	const known = knownOf(content);
	const schemas = { file: caseFileSchema(known), draft: draftSchema(known) };
	const stored = { files: files ? [asFile(files)] : [], guides: guides.map(asFile) };
	const read = opened && readTaskPiece(opened, { content, reader, schemas, ...stored });
	return { read, faults: reader.faults, remarks: reader.remarks };
}

function asSource(text: string) {
	const name = idIn(text);
	return { path: name, name, text, digest: sha256(text) };
}

/** A stored piece as it came out of its file. */
const asFile = <Kind extends 'file' | 'guide'>({ id, title, body }: pieces.StoredPiece<Kind>): PieceFile<Kind> => ({
	...{ id, title, body },
	digest: id
});

/** What the studio writes of this room. */
export type StudioKind = 'task' | 'guide';

/** A guide in the form of its file, or what is wrong with it. */
export function readGuideSource(text: string) {
	const reader = new PieceReader(projectRoot(), currentLawIndex());
	const opened = reader.openText(asSource(text), guidePieceSchema, false);
	if (!opened) return { read: null, faults: reader.faults, remarks: reader.remarks };
	const { documents, limit, criteria } = opened.value;
	reader.tell(opened, findGuideFaults(opened.value, draftingContent().documents));
	return { read: pieceOf(opened, { documents, limit, criteria }), faults: reader.faults, remarks: reader.remarks };
}

async function readSource(ctx: Ctx, kind: StudioKind, text: string) {
	const { read, faults } = kind === 'task' ? await readTaskSource(ctx, text) : readGuideSource(text);
	return { read: faults.length > 0 ? null : read, fault: faults[0]?.message ?? '稿件不能识别。' };
}

/** Adds a version that was written in the studio and shows it. @param based the version that it changes; null = a new piece */
export async function publishMaterial(
	ctx: SignedIn,
	kind: StudioKind,
	text: string,
	based: number | null
): Promise<Result<{ version: number }>> {
	const { read: file, fault } = await readSource(ctx, kind, text);
	if (!file) return refuse('faults', fault);
	return inTransaction(ctx, async (inner) => {
		const next = nextVersion({ id: file.id, based, ...(await studio.versionsOf(kind).lock(inner.db, file.id)) });
		if (!next.ok) return next;
		const version = next.value;
		const by = inner.actor.personId;
		await studio.saveStudioPiece(inner.db, { kind, file, version, by, now: inner.now });
		await registerCitations(inner, [citingPiece(kind, file as PieceFile, version)]);
		return ok({ version });
	});
}

/** Takes a piece out; what was begun with it stays, and no file brings it back. */
export async function withdrawMaterial(ctx: Ctx, kind: StudioKind, id: string): Promise<void> {
	await inTransaction(ctx, async (inner) => {
		await pieces.withdrawPieces(inner.db, kind, [id]);
		await studio.versionsOf(kind).markWithdrawn(inner.db, id);
		await withdrawCitations(inner, 'drafting', [`${kind}/${id}`]);
	});
}

/** The text of a version: of the one that is shown, or of the newest published one. */
export async function openMaterial(
	ctx: Ctx,
	kind: StudioKind,
	id: string,
	wanted?: number
): Promise<Result<OpenedPiece>> {
	const found = await studio.versionsOf(kind).open(ctx.db, id, wanted);
	return found ? ok(found) : refuse('no-such-piece', `没有这份${PIECE_KINDS[kind]}，或者它没有留下原文。`);
}

/** Files that changed after the studio had taken the piece over: they wait as drafts. */
export function readMaterialProposals(ctx: Ctx, kind: StudioKind) {
	return studio.versionsOf(kind).proposals(ctx.db);
}

import type { CitingPiece } from '#lib/law/domain/citing.ts';
import { registerCitations, withdrawCitations } from '#lib/law/server/use-cases/citations.server.ts';
import { currentLawIndex } from '#lib/law/server/use-cases/current-law-index.server.ts';
import { type Ctx, inTransaction } from '#lib/platform/ctx.server.ts';
import type { OpenedPiece } from '#lib/platform/piece-versions.server.ts';
import { sha256 } from '#lib/shared/canonical.ts';
import { idIn, nextVersion } from '#lib/shared/publishing.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import * as bank from '../repository/bank.server.ts';
import * as studio from '../repository/studio-items.server.ts';
import { readItemText } from './item-files.server.ts';

// What the studio asks of this room. Who may publish is decided there, by its workflow.

/** Ids of the items that may be drawn. */
export function readItemIds(ctx: Ctx): Promise<string[]> {
	return studio.selectIds(ctx.db);
}

/** A text of the form of `content/drills` as an item, or what is wrong with it. */
export function readItemSource(text: string) {
	const name = idIn(text);
	return readItemText({ path: name, name, text, digest: sha256(text) }, currentLawIndex());
}

/** Adds a version that was written in the studio; it is drawn from now on. @param based the version that it changes; null = a new item */
export async function publishItem(ctx: Ctx, text: string, based: number | null): Promise<Result<{ version: number }>> {
	const { item, faults } = readItemSource(text);
	if (!item || faults.length > 0) return refuse('faults', faults[0]?.message ?? '稿件不能识别。');
	return inTransaction(ctx, async (inner) => {
		const next = nextVersion({ id: item.id, based, ...(await studio.itemVersions.lock(inner.db, item.id)) });
		if (!next.ok) return next;
		const version = next.value;
		await bank.saveItems(inner.db, [{ file: item, version, isPublished: true, origin: 'studio' }], inner.now);
		const piece: CitingPiece = { kind: 'item', id: item.id, version, title: item.title, asOf: item.body.asOf };
		await registerCitations(inner, [{ piece, references: [...item.body.citations, ...(item.references ?? [])] }]);
		return ok({ version });
	});
}

/** Takes an item out of the draw; its versions and answers stay, and no file brings it back. */
export async function withdrawItem(ctx: Ctx, id: string): Promise<void> {
	await inTransaction(ctx, async (inner) => {
		await bank.withdrawItems(inner.db, [id]);
		await studio.itemVersions.markWithdrawn(inner.db, id);
		await withdrawCitations(inner, 'item', [id]);
	});
}

/** The text of a version: of the one that is drawn, or of the newest published one. */
export async function openItem(ctx: Ctx, id: string, wanted?: number): Promise<Result<OpenedPiece>> {
	const found = await studio.itemVersions.open(ctx.db, id, wanted);
	return found ? ok(found) : refuse('no-such-item', '没有这道题，或者它没有留下原文。');
}

/** Files that changed after the studio had taken the item over: they wait as drafts. */
export function readItemProposals(ctx: Ctx) {
	return studio.itemVersions.proposals(ctx.db);
}

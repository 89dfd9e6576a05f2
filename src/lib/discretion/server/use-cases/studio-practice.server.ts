import { registerCitations, withdrawCitations } from '#lib/law/server/use-cases/citations.server.ts';
import { currentLawIndex } from '#lib/law/server/use-cases/current-law-index.server.ts';
import { type Ctx, inTransaction } from '#lib/platform/ctx.server.ts';
import type { OpenedPiece } from '#lib/platform/piece-versions.server.ts';
import { sha256 } from '#lib/shared/canonical.ts';
import { idIn, nextVersion } from '#lib/shared/publishing.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import * as repository from '../repository/practice-cases.server.ts';
import { currentRuleBooks } from './current-rule-book.server.ts';
import { citingPieceOf } from './load-practice-cases.server.ts';
import { readPracticeText } from './practice-files.server.ts';

// What the studio asks of this room. Who may publish is decided there, by its workflow.

/** The cases that are asked, each with the quarters whose reference case it is. */
export async function readPracticeReferences(ctx: Ctx) {
	const rows = await repository.selectShown(ctx.db);
	return rows.map(({ id, reference }) => ({ id, body: { reference } }));
}

/** A text of the form of `content/discretion/cases`, decided by the engine, or what is wrong with it. */
export function readPracticeSource(text: string) {
	const name = idIn(text);
	const bookAt = (place: string) => currentRuleBooks().get(place)?.book ?? null;
	const file = { path: name, name, text, digest: sha256(text) };
	const { cases, faults, remarks } = readPracticeText(file, { laws: currentLawIndex(), bookAt });
	return { read: cases[0] ?? null, faults, remarks };
}

/** Adds a version that was written in the studio; it is asked from now on. @param based the version that it changes; null = a new case */
export async function publishPractice(
	ctx: Ctx,
	text: string,
	based: number | null
): Promise<Result<{ version: number }>> {
	const { read: file, faults } = readPracticeSource(text);
	if (!file || faults.length > 0) return refuse('faults', faults[0]?.message ?? '稿件不能识别。');
	return inTransaction(ctx, async (inner) => {
		const next = nextVersion({ id: file.id, based, ...(await repository.practiceVersions.lock(inner.db, file.id)) });
		if (!next.ok) return next;
		const made = { file, version: next.value, isPublished: true, origin: 'studio' as const };
		await repository.saveCases(inner.db, [made], inner.now);
		await registerCitations(inner, [citingPieceOf(made)]);
		return ok({ version: made.version });
	});
}

/** Takes a case out; its versions and attempts stay, and no file brings it back. */
export async function withdrawPractice(ctx: Ctx, id: string): Promise<void> {
	await inTransaction(ctx, async (inner) => {
		await repository.withdrawCases(inner.db, [id]);
		await repository.practiceVersions.markWithdrawn(inner.db, id);
		await withdrawCitations(inner, 'practice', [id]);
	});
}

/** The text of a version: of the one that is asked, or of the newest published one. */
export async function openPractice(ctx: Ctx, id: string, wanted?: number): Promise<Result<OpenedPiece>> {
	const found = await repository.practiceVersions.open(ctx.db, id, wanted);
	return found ? ok(found) : refuse('no-such-case', '没有这个裁量案例，或者它没有留下原文。');
}

/** Files that changed after the studio had taken the case over: they wait as drafts. */
export function readPracticeProposals(ctx: Ctx) {
	return repository.practiceVersions.proposals(ctx.db);
}

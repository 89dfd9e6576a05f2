import { type Ctx, inTransaction } from '#lib/platform/ctx.server.ts';
import { BrokenArchive, type TextFile, countArchive, readArchive, readText } from '#lib/platform/text-files.server.ts';
import * as repository from '../repository/uploads.server.ts';
import { importTexts } from './import-texts.server.ts';

const ATTEMPTS = 3;
const PROGRESS_FILES = 20;

/**
 * Works off waiting uploads, oldest first, and those that a killed node has left. Any node may call it at any time: one
 * works, the others go away. An import and its report are one transaction; its progress is written beside it.
 */
export async function workOffImports(ctx: Ctx): Promise<number> {
	let ended = 0;
	while (await workOffNext(ctx)) ended++;
	return ended;
}

async function workOffNext(ctx: Ctx): Promise<boolean> {
	const next = await repository.selectNext(ctx.db);
	if (!next) return false;
	try {
		return await inTransaction(ctx, async (inner) => {
			if (!(await repository.tryWorkLock(inner.db))) return false;
			// Somebody else may have ended it while this node was on its way to the lock.
			const still = await repository.selectNext(inner.db);
			if (still?.id !== next.id) return still !== null;
			if (still.attempts >= ATTEMPTS) throw new GaveUp();
			await repository.markRunning(ctx.db, next.id);
			const total = await countUpload(ctx, next.id);
			await repository.markProgress(ctx.db, next.id, 0, total);
			const report = await importTexts(inner, readUpload(ctx, next.id), {
				onFile: async (done) => {
					if (done % PROGRESS_FILES === 0) await repository.markProgress(ctx.db, next.id, done, total);
				}
			});
			await repository.markEnd(inner.db, next.id, ctx.now, { report });
			return true;
		});
	} catch (error) {
		const isGiven = error instanceof BrokenArchive || error instanceof GaveUp;
		if (!isGiven && next.attempts + 1 < ATTEMPTS) throw error;
		ctx.log.error({ error, import: next.id }, 'law import failed');
		const fault =
			error instanceof BrokenArchive ? error.message : '服务器没能完成这次导入，没有写入任何内容，请重新上传。';
		await repository.markEnd(ctx.db, next.id, ctx.now, { fault });
		return true;
	}
}

class GaveUp extends Error {}

const isText = (name: string) => /\.md$/i.test(name);
const streamOf = (content: Uint8Array) => new Blob([content as Uint8Array<ArrayBuffer>]).stream();

/** How many files are to be read, for the progress bar. */
async function countUpload(ctx: Ctx, id: string): Promise<number> {
	let files = 0;
	for (const { number, name } of await repository.selectNames(ctx.db, id)) {
		files += isText(name) ? 1 : await countArchive(streamOf(await repository.selectContent(ctx.db, id, number)));
	}
	return files;
}

/** The texts of an upload, one uploaded file in memory at a time. */
async function* readUpload(ctx: Ctx, id: string): AsyncGenerator<TextFile> {
	for (const { number, name } of await repository.selectNames(ctx.db, id)) {
		const content = await repository.selectContent(ctx.db, id, number);
		if (isText(name)) yield readText(name, content);
		else yield* readArchive(streamOf(content));
	}
}

import { authorise } from '#lib/identity/server/use-cases/authorise.server.ts';
import { imagesIn } from '#lib/platform/markdown-images.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { selectImages } from '../repository/images.server.ts';
import { selectManuscript } from '../repository/manuscripts.server.ts';
import { writeWord } from '../word-export.server.ts';
import { checkManuscript } from './check-manuscript.server.ts';
import { exportSource } from './export-source.server.ts';

export interface ExportedFile {
	readonly name: string;
	readonly bytes: Uint8Array<ArrayBuffer>;
}

const ENDINGS: Readonly<Record<string, string>> = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/webp': 'webp' };
const MOST_EXPORTED = 200;

/** Manuscripts as files of `content/` in one archive, each picture once in `images/`: importing it gives the same again. */
export async function exportArchive(ctx: Ctx, ids: readonly string[]): Promise<Result<ExportedFile>> {
	authorise(ctx, 'studio.readManuscripts');
	if (ids.length === 0) return refuse('nothing', '先选要导出的稿件。');
	if (ids.length > MOST_EXPORTED) return refuse('too-many', `一次最多导出 ${MOST_EXPORTED} 篇。`);
	const { default: JSZip } = await import('jszip');
	const archive = new JSZip();
	const used = new Set<string>();
	const pictures = new Set<string>();
	for (const id of ids) {
		const source = await exportSource(ctx, id);
		if (!source.ok) return source;
		const { name, text } = source.value;
		archive.file(freeName(name, used, text.startsWith('---') ? 'md' : 'yaml'), text);
		for (const digest of imagesIn(text)) pictures.add(digest);
	}
	for (const { digest, mime, bytes } of await selectImages(ctx.db, [...pictures])) {
		archive.file(`images/${digest}.${ENDINGS[mime]!}`, bytes);
	}
	const bytes = await archive.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
	const name = ids.length === 1 ? [...used][0]!.replace(/\.\w+$/, '') : `manuscripts-${ids.length}`;
	return ok({ name: `${name}.zip`, bytes: new Uint8Array(bytes) });
}

/** Two drafts may want the same name. */
function freeName(name: string, used: Set<string>, ending: string): string {
	let free = `${name}.${ending}`;
	for (let count = 2; used.has(free); count++) free = `${name}-${count}.${ending}`;
	used.add(free);
	return free;
}

/** A manuscript on paper, as its reader will see it, the law as footnotes. */
export async function exportWord(ctx: Ctx, id: string): Promise<Result<ExportedFile>> {
	const checked = await checkManuscript(ctx, id);
	if (!checked.ok) return checked;
	const row = (await selectManuscript(ctx.db, id))!;
	const stored = await selectImages(ctx.db, imagesIn(row.fields['body'] ?? ''));
	const images = new Map(stored.map((one) => [one.digest, one]));
	const bytes = await writeWord({ title: row.title, blocks: checked.value.preview, images });
	return ok({ name: `${row.title}.docx`, bytes });
}

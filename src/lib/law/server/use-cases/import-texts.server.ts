import { recordAudit } from '#lib/platform/audit.server.ts';
import { type Ctx, inTransaction } from '#lib/platform/ctx.server.ts';
import type { TextFile } from '#lib/platform/text-files.server.ts';
import { sha256 } from '#lib/shared/canonical.ts';
import { acceptText, type StoredText } from '../../domain/accept-text.ts';
import type { FileRemark, ImportReport } from '../../domain/import-report.ts';
import type { LawText } from '../../domain/law-text.ts';
import { parseLawText } from '../../domain/parse-law-text.ts';
import { placeText } from '../../domain/place-text.ts';
import { sourceOf } from '../../domain/text-source.ts';
import { titleKey } from '../../domain/title-key.ts';
import * as repository from '../repository/texts.server.ts';
import { settleLaws } from '../settle-laws.server.ts';
import { afterImport } from '../after-import.server.ts';

export interface ImportOptions {
	/** Everything is done and then undone: the report is that of a real import. */
	readonly dryRun?: boolean;
	/** Called after each file with how many are done. */
	readonly onFile?: (done: number) => void | Promise<void>;
}

/** Units that are written together. */
const BATCH_UNITS = 3000;

/**
 * Imports law texts, one file after the other: what is new or corrected is written, what is the same is left alone, and a
 * bad file refuses only itself. One transaction, so readers see the state before or after, and a cut leaves nothing behind.
 * Run by the command line and by the background worker, which answer to nobody.
 */
export async function importTexts(
	ctx: Ctx,
	files: AsyncIterable<TextFile>,
	{ dryRun = false, onFile }: ImportOptions = {}
): Promise<ImportReport> {
	const undone: { report?: ImportReport } = {};
	try {
		return await inTransaction(ctx, async (inner) => {
			const report = await importAll(inner, files, onFile);
			if (dryRun) {
				undone.report = report;
				throw new Undo();
			}
			const { warnings, refused, ...counts } = report;
			await recordAudit(inner, 'law.importTexts', 'law', {
				...counts,
				warnings: warnings.length,
				refused: refused.length
			});
			if (report.versions > 0) await afterImport(inner);
			return report;
		});
	} catch (error) {
		if (error instanceof Undo && undone.report) return undone.report;
		throw error;
	}
}

class Undo extends Error {}

interface Run {
	readonly ctx: Ctx;
	/** Law ids by the keys of titles and, where no title has it, short titles. */
	readonly ids: Map<string, string>;
	readonly stored: Map<string, StoredText[]>;
	readonly warnings: FileRemark[];
	readonly refused: FileRemark[];
	readonly seen: Set<string>;
	readonly laws: Set<string>;
	readonly versions: Set<string>;
	waiting: repository.TextToSave[];
	units: number;
	articles: number;
	unchanged: number;
}

async function importAll(ctx: Ctx, files: AsyncIterable<TextFile>, onFile: ImportOptions['onFile']) {
	await repository.lockLaws(ctx.db);
	const run: Run = {
		...{ ctx, ids: await readIds(ctx), stored: await repository.readStoredTexts(ctx.db) },
		...{ warnings: [], refused: [], seen: new Set(), laws: new Set(), versions: new Set() },
		...{ waiting: [], units: 0, articles: 0, unchanged: 0 }
	};
	let done = 0;
	for await (const file of files) {
		await importOne(run, file);
		done++;
		await onFile?.(done);
	}
	await flush(run);
	await repository.describeTexts(ctx.db, [...run.laws]);
	run.warnings.push(...(await settleLaws(ctx, [...run.seen])));
	const { warnings, refused, articles, unchanged } = run;
	return { files: done, laws: run.laws.size, versions: run.versions.size, articles, unchanged, warnings, refused };
}

async function readIds(ctx: Ctx): Promise<Map<string, string>> {
	const titles = await repository.selectTitles(ctx.db);
	const short = titles.flatMap(({ id, shortTitles }) =>
		shortTitles.map((one): [string, string] => [titleKey(one), id])
	);
	return new Map([...short, ...titles.map(({ id, titleKey: key }): [string, string] => [key, id])]);
}

async function importOne(run: Run, file: TextFile): Promise<void> {
	const refuse = (line: number, message: string) => void run.refused.push({ file: file.path, line, message });
	if ('refused' in file) return refuse(0, file.refused);
	const parsed = parseLawText(file.path, file.text);
	if (!parsed.ok) return refuse(parsed.refusal.line, parsed.refusal.message);
	const { text } = parsed;
	const key = titleKey(text.title);
	if (key === '') return refuse(1, '标题没有内容');
	const lawId = run.ids.get(key) ?? key;
	const next = toSave(lawId, file.path, text);
	const stored = run.stored.get(lawId) ?? [];
	const decision = acceptText(stored, next);
	if (decision.outcome === 'refused') return refuse(0, decision.message);
	if (decision.outcome !== 'unchanged' && text.part !== '') {
		await flush(run);
		const [taken] = await repository.findTaken(run.ctx.db, next);
		if (taken !== undefined) return refuse(0, `与同一版的其他部分重复：${taken}`);
	}
	run.warnings.push(...text.warnings.map((one) => ({ file: file.path, ...one })));
	run.ids.set(key, lawId);
	run.seen.add(lawId);
	if (decision.outcome === 'unchanged') run.unchanged++;
	else await take(run, next);
}

function toSave(lawId: string, path: string, text: LawText): repository.TextToSave {
	const { version, part, title, history, inForce } = text;
	const placed = placeText(text);
	const digest = sha256(JSON.stringify([text.sections, text.articles]));
	const readDigest = sha256(JSON.stringify([title, part, version, inForce, history, digest]));
	return { lawId, version, part, source: sourceOf(path), digest, readDigest, text, placed };
}

async function take(run: Run, next: repository.TextToSave): Promise<void> {
	const { lawId, version, part, source, digest, readDigest } = next;
	const others = (run.stored.get(lawId) ?? []).filter((one) => one.version !== version || one.part !== part);
	run.stored.set(lawId, [...others, { version, part, source, digest, readDigest }]);
	run.laws.add(lawId);
	run.versions.add(`${lawId}/${version}`);
	run.articles += next.placed.articles.length;
	run.units += next.placed.articles.length;
	run.waiting.push(next);
	if (run.units >= BATCH_UNITS) await flush(run);
}

async function flush(run: Run): Promise<void> {
	await repository.saveTexts(run.ctx.db, run.waiting);
	run.waiting = [];
	run.units = 0;
}

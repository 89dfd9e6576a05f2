import { createHash } from 'node:crypto';
import { authorise, authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { unpack } from '#lib/platform/zip-package.server.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { htmlToMarkdown } from '../../domain/html-markdown.ts';
import { type Fields, KINDS, type Kind, LONGEST, lengthOf } from '../../domain/manuscript.ts';
import { changesBetween } from '../../domain/save-fields.ts';
import { kindOf, pieceKinds } from '../kinds.server.ts';
import * as manuscripts from '../repository/manuscripts.server.ts';
import { readWord } from '../word-import.server.ts';
import { uploadImage } from './images.server.ts';
import { saveManuscript } from './save-manuscript.server.ts';
import { startManuscript } from './start-manuscript.server.ts';

/** What files can become, for the page that takes them. */
export function listImportKinds(ctx: Ctx): Promise<{ kinds: { kind: Kind; label: string }[] }> {
	authorise(ctx, 'studio.writeManuscripts');
	return Promise.resolve({ kinds: pieceKinds().map(({ kind }) => ({ kind, label: KINDS[kind] })) });
}

export interface SentFile {
	readonly name: string;
	readonly bytes: Uint8Array;
}

/** What became of one file. */
export interface ImportLine {
	readonly name: string;
	readonly outcome: 'new' | 'changed' | 'unchanged' | 'refused';
	readonly words: string;
	/** The manuscript; null = none. */
	readonly id: string | null;
	/** What could not come along. */
	readonly remarks: readonly string[];
}

const MEGABYTE = 1024 * 1024;
/** Of an archive: no folder of cases is larger. */
const ARCHIVE = { parts: 500, unpacked: 60 * MEGABYTE };
const MOST_FILES = 200;
const MOST_TEXT = MEGABYTE;
const MOST_WORD = 10 * MEGABYTE;

/** Pictures that came with the texts, by path. */
type Pictures = ReadonlyMap<string, Uint8Array>;

/**
 * Makes a manuscript of each text: Markdown with front matter, YAML, Word, or an archive of them. A bad file refuses only
 * itself; the same file again changes nothing; a text of a piece that is published begins a change of it.
 */
export async function importFiles(ctx: Ctx, kind: Kind, files: readonly SentFile[]): Promise<Result<ImportLine[]>> {
	authorisePerson(ctx, 'studio.writeManuscripts');
	if (files.length === 0) return refuse('no-file', '没有选择文件。');
	const opened = await Promise.all(files.map(openFile));
	const texts = opened.flatMap((one) => (Array.isArray(one) ? one : []));
	const refused = opened.flatMap((one) => (Array.isArray(one) ? [] : [one]));
	if (texts.length > MOST_FILES) return refuse('too-many', `一次最多导入 ${MOST_FILES} 个文件，请分几次。`);
	const pictures = new Map(texts.filter(({ name }) => PICTURE.test(name)).map(({ name, bytes }) => [name, bytes]));
	const lines: ImportLine[] = [...refused];
	// One after the other: two files of one piece must see each other.
	for (const file of texts.filter(({ name }) => !PICTURE.test(name))) {
		lines.push(await importOne(ctx, kind, { file, pictures }));
	}
	return ok(lines);
}

const PICTURE = /\.(png|jpe?g|webp)$/i;
const line = (name: string, outcome: ImportLine['outcome'], words: string): ImportLine => ({
	...{ name, outcome, words, id: null, remarks: [] }
});

/** A file, or everything in an archive; what makes no sense in there (`.DS_Store`) is passed over. */
async function openFile({ name, bytes }: SentFile): Promise<SentFile[] | ImportLine> {
	if (!/\.zip$/i.test(name)) return [{ name, bytes }];
	const parts = await unpack(Buffer.from(bytes), ARCHIVE);
	if (!parts.ok) return line(name, 'refused', parts.refusal.message);
	const found = [...parts.value].filter(
		([path]) => /\.(md|ya?ml|docx|png|jpe?g|webp)$/i.test(path) && !/(^|\/)(\.|__MACOSX)/.test(path)
	);
	if (found.length === 0) return line(name, 'refused', '压缩文件里没有能导入的文件（.md、.yaml、.docx）。');
	return found.map(([path, content]) => ({ name: path, bytes: content }));
}

interface Given {
	readonly file: SentFile;
	readonly pictures: Pictures;
}

async function importOne(ctx: Ctx, kind: Kind, { file, pictures }: Given): Promise<ImportLine> {
	const { name } = file;
	const read = await readFields(ctx, kind, { file, pictures });
	if (!read.ok) return line(name, 'refused', read.refusal.message);
	const { fields, remarks } = read.value;
	if (lengthOf(fields) > LONGEST) return line(name, 'refused', `全文超过 ${LONGEST / 10_000} 万字，没有导入。`);
	const kept = await keep(ctx, { kind, fields, id: idOf(kind, file.bytes) });
	return kept.ok ? { name, remarks, ...kept.value } : line(name, 'refused', kept.refusal.message);
}

/** The same bytes have the same id (a UUID of version 8): importing them again finds what they became. */
function idOf(kind: Kind, bytes: Uint8Array): string {
	const hex = createHash('sha256').update(`${kind}\n`).update(bytes).digest('hex');
	const groups = [
		hex.slice(0, 8),
		hex.slice(8, 12),
		`8${hex.slice(13, 16)}`,
		`a${hex.slice(17, 20)}`,
		hex.slice(20, 32)
	];
	return groups.join('-');
}

interface ReadText {
	readonly fields: Fields;
	readonly remarks: readonly string[];
}

async function readFields(ctx: Ctx, kind: Kind, { file, pictures }: Given): Promise<Result<ReadText>> {
	const { name, bytes } = file;
	if (/\.docx$/i.test(name)) return readWordFields(ctx, kind, file);
	if (!/\.(md|ya?ml)$/i.test(name)) return refuse('other', '只导入 .md、.yaml、.docx 和装着它们的 .zip。');
	if (bytes.length > MOST_TEXT) return refuse('too-large', '文件超过 1 MB，不是一篇稿件。');
	const text = textOf(bytes);
	if (text === null) return refuse('no-utf8', '文字不是 UTF-8 编码；用记事本“另存为”，编码选 UTF-8。');
	const fields = kindOf(kind).toFields(text);
	if (!fields.ok) return fields;
	return ok(await withPictures(ctx, fields.value, { file, pictures }));
}

function textOf(bytes: Uint8Array): string | null {
	try {
		const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		return text.includes('\u0000') ? null : text.replaceAll('\r\n', '\n');
	} catch (cause) {
		if (cause instanceof TypeError) return null;
		throw cause;
	}
}

const REFERENCE = /!\[([^\]\n]*)\]\((?!image:)([^)\s"]+)[^)\n]*\)/g;

/** Pictures that came along are kept and named by their bytes; the others are told. */
async function withPictures(ctx: Ctx, fields: Fields, { file, pictures }: Given): Promise<ReadText> {
	const remarks: string[] = [];
	const folder = file.name.replace(/[^/]*$/, '');
	let body = fields['body'] ?? '';
	for (const [whole, alt, address] of [...body.matchAll(REFERENCE)]) {
		const bytes = pictures.get(folder + address!.replace(/^\.\//, ''));
		const kept = bytes ? await uploadImage(ctx, { bytes, alt: alt! }) : refuse('absent', '没有一起传');
		if (kept.ok) body = body.replaceAll(whole, kept.value.markdown);
		else remarks.push(`图片 ${address!}：${kept.refusal.message}`);
	}
	// What was exported names its pictures by their bytes already: they only have to be there.
	for (const [path, bytes] of pictures) {
		const digest = /([0-9a-f]{64})\.\w+$/.exec(path)?.[1];
		const alt = digest && new RegExp(`!\\[([^\\]\\n]+)\\]\\(image:${digest}`).exec(body)?.[1];
		if (alt) await uploadImage(ctx, { bytes, alt });
	}
	return { fields: body === '' ? fields : { ...fields, body }, remarks };
}

async function readWordFields(ctx: Ctx, kind: Kind, { name, bytes }: SentFile): Promise<Result<ReadText>> {
	if (!kindOf(kind).fields.some(({ name: field }) => field === 'body')) {
		return refuse('no-prose', 'Word 文件只能导入为案例；这一类请用 .yaml 文件。');
	}
	if (bytes.length > MOST_WORD) return refuse('too-large', 'Word 文件超过 10 MB；压缩或者删去图片后再导入。');
	const word = await readWord(bytes);
	if (!word.ok) return word;
	const remarks: string[] = [];
	const kept = new Map<string, string>();
	for (const [src, { bytes: picture, alt }] of word.value.images) {
		const stored = await uploadImage(ctx, { bytes: picture, alt: alt || `图 ${kept.size + 1}` });
		if (stored.ok) kept.set(src, stored.value.markdown);
		else remarks.push(`第 ${kept.size + remarks.length + 1} 张图片没有带进来：${stored.refusal.message}`);
	}
	if (kept.size > 0) remarks.push('图片的说明要自己补写：现在是“图 1”这样的编号。');
	const { title, markdown, remarks: more } = htmlToMarkdown(word.value.tree, (src) => kept.get(src) ?? null);
	if (markdown.trim() === '') return refuse('empty', '文件里没有文字（图片里的字读不出来）。');
	const named = title ?? name.replace(/^.*\//, '').replace(/\.docx$/i, '');
	return ok({ fields: { title: named, body: markdown }, remarks: [...remarks, ...more] });
}

interface Wanted {
	readonly kind: Kind;
	readonly fields: Fields;
	readonly id: string;
}
type Kept = Pick<ImportLine, 'outcome' | 'words' | 'id'>;

async function keep(ctx: Ctx, { kind, fields, id }: Wanted): Promise<Result<Kept>> {
	const before = await manuscripts.selectManuscript(ctx.db, id);
	if (before) return ok({ outcome: 'unchanged', words: '已经导入过这个文件，没有改动。', id });
	const pieceId = fields['id'] ?? '';
	const shown = pieceId === '' ? null : await kindOf(kind).open(ctx, pieceId);
	if (shown?.ok) return keepChange(ctx, { kind, fields, pieceId, source: shown.value.source });
	const started = await startManuscript(ctx, { kind, from: { fields }, id });
	return started.ok ? ok({ outcome: 'new', words: '建成草稿。', id: started.value.id }) : started;
}

interface Change {
	readonly kind: Kind;
	readonly fields: Fields;
	readonly pieceId: string;
	/** Of the version that readers see. */
	readonly source: string;
}

/** The file says something else than the published piece: a manuscript that changes it, unless one is under way. */
async function keepChange(ctx: Ctx, { kind, fields, pieceId, source }: Change): Promise<Result<Kept>> {
	const standing = kindOf(kind).toFields(source);
	if (standing.ok && changesBetween(standing.value, fields).length === 0) {
		return ok({ outcome: 'unchanged', words: '和已发布的一样，没有改动。', id: null });
	}
	const draft = await manuscripts.selectOpen(ctx.db, kind, pieceId);
	if (draft && changesBetween(draft.fields, fields).length === 0) {
		return ok({ outcome: 'unchanged', words: '和正在改的稿件一样，没有改动。', id: draft.id });
	}
	if (draft) return refuse('under-way', `“${draft.title}”已经有人在改；先处理那一篇，或在那一篇里改。`);
	const started = await startManuscript(ctx, { kind, from: { pieceId } });
	if (!started.ok) return started;
	const { id } = started.value;
	const begun = await manuscripts.selectManuscript(ctx.db, id);
	const saved = await saveManuscript(ctx, id, changesBetween(begun?.fields ?? {}, fields));
	return saved.ok ? ok({ outcome: 'changed', words: '和已发布的不同，建成改动稿。', id }) : saved;
}

import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { type LawHit, searchLaws } from '#lib/law/server/use-cases/search-laws.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { type Day, formatDay, isDay } from '#lib/shared/time.ts';
import { type Fault, MalformedInput, type Arguments, type Output } from './command.ts';
import { withMaterial } from './shell/context.ts';

export const name = 'law search';
export const summary = '用平常的话查条文；写明法律和条号时，那一条排在最前';
export const usage = 'QUERY [--on 日期] [--limit 条数] | --batch FILE.jsonl [--on 日期] [--limit 条数]';
export const options = {
	on: { type: 'string', help: '只找这一天有效的版本，如 2026-11-22；省略时为今天' },
	limit: { type: 'string', help: '最多几条，1–100；省略时为 10' },
	batch: { type: 'string', help: '每行一个 {"id": …, "query": …} 的文件，- 为标准输入；逐行输出结果' }
} as const;

const LIMIT = 10;
const MOST = 100;

interface Settings {
	readonly on: Day | null;
	readonly limit: number;
}

export async function run({ values, positionals }: Arguments, io: Output): Promise<void> {
	const faults: Fault[] = [];
	const settings = readSettings(values, faults);
	const batch = values['batch'];
	const query = positionals.join(' ').trim();
	const given = typeof batch === 'string' ? await readBatch(batch, faults) : [];
	if (typeof batch !== 'string' && query === '') {
		faults.push({ file: name, line: 0, field: 'QUERY', message: '请给出要查的话，或用 --batch 给出文件' });
	}
	if (faults.length > 0) throw new MalformedInput(faults);
	await withMaterial(name, io.err, async (ctx) => {
		if (typeof batch !== 'string') return show(await answer(ctx, query, settings), io);
		// One line per question is the output itself, with or without --json.
		for (const one of given) {
			const found = await answer(ctx, one.query, settings);
			process.stdout.write(`${JSON.stringify({ id: one.id, ...toJson(found) })}\n`);
		}
	});
}

function readSettings(values: Arguments['values'], faults: Fault[]): Settings {
	const on = typeof values['on'] === 'string' ? values['on'] : null;
	const limit = values['limit'] === undefined ? LIMIT : Number(values['limit']);
	if (on !== null && !isDay(on)) faults.push({ file: name, line: 0, field: '--on', message: '日期写作 2026-11-22' });
	if (!Number.isInteger(limit) || limit < 1 || limit > MOST)
		faults.push({ file: name, line: 0, field: '--limit', message: `1–${MOST} 的整数` });
	return { on, limit };
}

async function readBatch(file: string, faults: Fault[]): Promise<{ id: unknown; query: string }[]> {
	const content = await (file === '-' ? text(process.stdin) : readFile(file, 'utf8')).catch(() => null);
	if (content === null) {
		faults.push({ file, line: 0, field: '--batch', message: '读不到这个文件' });
		return [];
	}
	return content.split(/\r?\n/).flatMap((line, at) => {
		if (line.trim() === '') return [];
		const one = parseLine(line);
		if (one) return [one];
		faults.push({ file, line: at + 1, field: '', message: '每行是一个 JSON 对象，含 id 和不空的 query' });
		return [];
	});
}

function parseLine(line: string): { id: unknown; query: string } | null {
	let value: unknown;
	try {
		value = JSON.parse(line);
	} catch {
		return null;
	}
	if (typeof value !== 'object' || value === null || !('id' in value) || !('query' in value)) return null;
	const { id, query } = value;
	return typeof query === 'string' && query.trim() !== '' ? { id, query } : null;
}

interface Answer {
	readonly hits: readonly LawHit[];
	readonly milliseconds: number;
}

async function answer(ctx: Ctx, query: string, { on, limit }: Settings): Promise<Answer> {
	const began = performance.now();
	const { hits } = await searchLaws(ctx, { query, on, limit });
	return { hits, milliseconds: Number((performance.now() - began).toFixed(2)) };
}

/** `article` is a number where the text numbers its articles; other units (preface, annex …) keep their name. */
function toJson({ hits, milliseconds }: Answer) {
	const results = hits.map((hit) => {
		const { lawId, law, version, label, path, score } = hit;
		const [number, sub] = hit.article.split('-');
		const isNumbered = /^\d+(-\d+)?$/.test(hit.article);
		const article = isNumbered
			? { article: Number(number), ...(sub ? { sub: Number(sub) } : {}) }
			: { article: hit.article };
		return { law, version, ...article, score, excerpt: hit.excerpt.text, lawId, label, path };
	});
	return { results, milliseconds };
}

function show(found: Answer, io: Output): void {
	for (const hit of found.hits) {
		io.out(`《${hit.law}》${hit.label}${hit.heading ? `　${hit.heading}` : ''}　（${formatDay(hit.version)}版）`);
		io.out(`　　${hit.excerpt.text}`);
	}
	io.out(found.hits.length === 0 ? '没有找到，换个说法再试' : `${found.hits.length} 条，${found.milliseconds} 毫秒`);
	io.json(toJson(found));
}

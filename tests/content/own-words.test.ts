import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readContent } from '#db/seed/content.ts';
import { projectRoot } from '#lib/platform/project-root.server.ts';
import { withShared } from '../support/shared.ts';

/** So many Chinese characters in a row, punctuation left out, are a copy and no coincidence. */
const COPY_LENGTH = 25;

const hanOf = (text: string) => text.replace(/<[^>]*>|&[a-z#0-9]+;/gi, '').replace(/[^\p{Script=Han}]/gu, '');

/** Every text inside a value. */
function stringsOf(value: unknown): string[] {
	if (typeof value === 'string') return [value];
	return value !== null && typeof value === 'object' ? Object.values(value).flatMap(stringsOf) : [];
}

function* windowsOf(text: string): Generator<string> {
	for (let at = 0; at + COPY_LENGTH <= text.length; at++) yield text.slice(at, at + COPY_LENGTH);
}

/** The first stretch of a text that also stands in a law. */
function findCopy(text: string, laws: ReadonlySet<string>): string | null {
	for (const window of windowsOf(hanOf(text))) if (laws.has(window)) return window;
	return null;
}

function readLawWindows(folder: string): Set<string> {
	const windows = new Set<string>();
	for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
		if (!file.endsWith('.md') || file === 'README.md') continue;
		// Article by article: a stretch across two of them is nobody's copy.
		for (const line of readFileSync(join(folder, file), 'utf8').split('\n')) {
			for (const window of windowsOf(hanOf(line))) windows.add(window);
		}
	}
	return windows;
}

describe('our own words', () => {
	test('the search finds a copy, also with other punctuation, and lets a quotation of 24 characters pass', () => {
		const law = '生产经营单位的主要负责人是本单位安全生产第一责任人，对本单位的安全生产工作全面负责。';
		const laws = new Set(windowsOf(hanOf(law)));
		expect(findCopy(`<p>他说：“${law.replace('，', '；')}”</p>`, laws)).not.toBeNull();
		expect(findCopy(`第五条：${hanOf(law).slice(0, 24)}。`, laws)).toBeNull();
	});

	test('no gist, item, case, provision or rule copies a law text', (context) => {
		const laws = readLawWindows(withShared(context, 'laws'));
		expect(laws.size).toBeGreaterThan(100_000);
		const { content } = readContent(projectRoot());
		const pieces = [
			...content.laws.flatMap(({ id, articles }) =>
				articles.map((one) => ({ at: `${id}/${one.article}`, piece: one }))
			),
			...[...content.drafting!.documents.values()].map((piece) => ({ at: piece.id, piece })),
			...Object.values(content.draftingPieces).flatMap((pieces) =>
				pieces.map((piece) => ({ at: piece.id, piece: piece.body }))
			),
			{ at: 'file-rules', piece: content.drafting!.fileRules },
			{ at: 'statutes', piece: [...content.drafting!.statutes.values()] },
			...[...content.items, ...content.cases, ...content.provisions, ...content.tables].map((piece) => ({
				at: piece.id,
				piece
			}))
		];
		const offenders = pieces.flatMap(({ at, piece }) => {
			const copy = stringsOf(piece)
				.map((text) => findCopy(text, laws))
				.find((found) => found !== null);
			return copy ? [`${at}: ${copy}`] : [];
		});
		expect(offenders).toEqual([]);
	});
});

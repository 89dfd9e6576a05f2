import { expect, test } from 'vitest';
import { readContent } from '#db/seed/content.ts';
import { projectRoot } from '#lib/platform/project-root.server.ts';
import { SURNAMES } from '#lib/studio/domain/redaction-surnames.ts';
import { findPersonalData } from '#lib/studio/domain/redaction.ts';

const { content, faults } = readContent(projectRoot());
const { publicCases } = content;

test('there are pieces, and the reader takes them', () => {
	expect(faults.filter(({ file }) => file.includes('public-cases'))).toEqual([]);
	expect(publicCases.length).toBeGreaterThanOrEqual(8);
	expect(new Set(publicCases.map(({ industry }) => industry)).size).toBeGreaterThanOrEqual(6);
});

test.each(publicCases)('$id names nobody, no place and no day', ({ id, title, lead, warning, html }) => {
	const text = [title, lead, warning, html.replace(/<[^>]*>/g, '\n')].join('\n');
	expect(findPersonalData(text)).toEqual([]);
	expect(text).not.toMatch(/\d+月\d+日|(?:[一二三四五六七八九十]+月)?[初廿]?[一二三四五六七八九十]+日(?!内)/);
	// The towns of the demo bureau, and every unit and person of the case behind it.
	const bare = text.replace(/\s/g, '');
	expect(bare).not.toMatch(/青岚|白渡|石梁|柳溪|云门|南屏|沙湾/);
	const who = content.cases.flatMap(({ source = '' }) => [...source.matchAll(/who: ([\p{Script=Han}·]{2,4})[,}]/gu)]);
	// Some are named by what they do: 会计.
	const names = who.map(([, name]) => name!).filter((name) => SURNAMES.has(name[0]!));
	expect(names.length).toBeGreaterThan(30);
	expect(names.filter((name) => bare.includes(name))).toEqual([]);
	expect(content.cases.map((one) => one.id)).not.toContain(id);
});

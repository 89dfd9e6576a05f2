import fc from 'fast-check';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { CASE_FIELDS } from '../server/kinds/case-fields.ts';
import { fromYamlFile, toYamlFile } from './yaml-file.ts';
import { readFrontMatter, withByline, writeFrontMatter } from './source-text.ts';

const byline = { author: '梁若川、方砚秋', internalReview: { by: '顾晓棠', on: '2026-11-20' } };
const frontOf = (text: string) => parse(/^---\n([\s\S]*?)\n---\n/.exec(text)![1]!) as Record<string, unknown>;
/** Signs that mean something in YAML, or look as if. */
const NASTY = [...'-:#?!&*|>%@`{}[],\'"~=\\é证1 0x', 'null', 'true', '---', '...', '<<', ' #', ': '];
const FIELDS = {
	...{
		id: 'badge',
		title: '“证件”：#1 先亮',
		lead: '是: 一句 - 话',
		difficulty: '3',
		asOf: '2026-10-01',
		areas: 'facts\nlaw'
	},
	...{
		sources: '安全生产法第九十七条\n[方括号] 开头',
		timeline: '- {at: 2026-09-01T09:00, text: 到场}',
		body: '## 案情\n\n---\n\n正文。'
	}
};

describe('a text with front matter', () => {
	test('says what its parts say', () => {
		const front = frontOf(writeFrontMatter(CASE_FIELDS, FIELDS));
		expect(front).toMatchObject({
			title: '“证件”：#1 先亮',
			lead: '是: 一句 - 话',
			difficulty: 3,
			areas: ['facts', 'law']
		});
		expect(front['sources']).toEqual(['安全生产法第九十七条', '[方括号] 开头']);
		expect(front['timeline']).toEqual([{ at: '2026-09-01T09:00', text: '到场' }]);
	});

	test('comes back as the same parts', () => {
		const back = readFrontMatter(CASE_FIELDS, writeFrontMatter(CASE_FIELDS, FIELDS));
		expect(back).toEqual({ ok: true, value: FIELDS });
	});

	test('whatever is typed in a line comes back, and breaks no other part', () => {
		fc.assert(
			fc.property(fc.string({ unit: fc.constantFrom(...NASTY), maxLength: 12 }), (typed) => {
				const title = typed
					.replace(/[\p{Cc}\p{Cs}\s]/gu, ' ')
					.replace(/ +/g, ' ')
					.trim();
				const back = readFrontMatter(CASE_FIELDS, writeFrontMatter(CASE_FIELDS, { ...FIELDS, title }));
				const { title: _, ...rest } = FIELDS;
				expect(back).toEqual({ ok: true, value: title === '' ? rest : { ...rest, title } });
			}),
			{ numRuns: 50 }
		);
	});

	test('takes its byline where no line of an author moves, and loses it again', () => {
		const source = writeFrontMatter(CASE_FIELDS, FIELDS);
		const signed = withByline(source, byline);
		expect(frontOf(signed)).toMatchObject({
			author: '梁若川、方砚秋',
			internalReview: { by: '顾晓棠', on: '2026-11-20' }
		});
		const lines = source.split('\n');
		const end = lines.indexOf('---', 1);
		expect(signed.split('\n').slice(0, end)).toEqual(lines.slice(0, end));
		expect(readFrontMatter(CASE_FIELDS, signed)).toEqual({ ok: true, value: FIELDS });
	});

	test.each([
		['no front matter', '# 标题', 'no-front-matter'],
		['a key that the kind has not', '---\nid: a\nstatus: published\n---\n正文', 'unknown-key'],
		['the name of the text below', '---\nbody: 正文\n---\n', 'unknown-key'],
		['no mapping', '---\n- a\n---\n正文', 'no-yaml'],
		['broken YAML', '---\nid: [a\n---\n正文', 'no-yaml']
	])('is refused with %s', (_, source, code) => {
		expect(readFrontMatter(CASE_FIELDS, source)).toMatchObject({ ok: false, refusal: { code } });
	});
});

describe('a file that is YAML throughout', () => {
	const text = `id: a-b\ntitle: 题\nauthor: 梁若川\ninternalReview:\n  by: 方砚秋\n  on: 2026-11-01\nstem: |\n  author: 不是\n`;
	test('loses id and byline, and nothing of its text', () => {
		expect(fromYamlFile(text)).toEqual({ id: 'a-b', source: 'title: 题\nstem: |\n  author: 不是' });
	});
	test('comes back', () => {
		const fields = fromYamlFile(text);
		expect(fromYamlFile(withByline(toYamlFile(fields), byline))).toEqual(fields);
	});
});

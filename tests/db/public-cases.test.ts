import { loadCases } from '#lib/cases/server/use-cases/load-cases.server.ts';
import { loadPublicCases } from '#lib/cases/server/use-cases/load-public-cases.server.ts';
import * as read from '#lib/cases/server/use-cases/read-public-cases.server.ts';
import * as studio from '#lib/cases/server/use-cases/studio-public-cases.server.ts';
import { loadLaws } from '#lib/law/server/use-cases/load-laws.server.ts';
import { readLawFiles } from '#lib/law/server/use-cases/law-files.server.ts';
import { projectRoot } from '#lib/platform/project-root.server.ts';
import { instantOf } from '#lib/shared/time.ts';
import { describe, expect, test } from 'vitest';
import { changed, LAW, makeCase, makePublicCase, unreviewed } from '../support/bank.ts';
import { freshDatabase } from '../support/database.ts';
import { contextOf, refusalOf, valueOf } from '../support/people.ts';

const { db, sql } = await freshDatabase();
const visitor = contextOf(db);
const later = contextOf(db, { now: instantOf('2026-11-21', '10:00') });
await loadLaws(visitor, [...readLawFiles(projectRoot()).laws, LAW]);
await loadCases(visitor, [makeCase('one')]);

const SECRETS = /梁若川|顾晓棠|沈知微|internal-|sources|provenance/;
const textOf = (id: string, words = '') => `---
id: ${id}
title: 夜里的门
lead: 门锁着。
warning: 先开门。
industry: 工贸
month: 2026-10
case: one
audience: both
asOf: 2026-11-20
citations: [{law: work-safety-law, article: "42", paragraph: 2}]
author: 梁若川
internalReview: {by: 顾晓棠, on: 2026-11-18}
legalReview: {by: 沈知微, on: 2026-11-19}
sources: [测试]
---
## 发生了什么

${words}${'某作坊的后门常年挂锁，楼道里堆着纸箱，检查的人请工人走了一遍。'.repeat(15)}

## 哪条规定

出口随时能走。

## 明天就做

- 摘锁
- 清通道
- 走一遍
`;

describe('files', () => {
	const [open, draft] = [makePublicCase('open'), unreviewed(makePublicCase('draft'))];
	test('an approved one is shown, without anything but its text; a draft is not there', async () => {
		await loadPublicCases(visitor, [open, draft]);
		const page = valueOf(await read.readPublicCase(visitor, 'open'));
		expect(page).toMatchObject({
			title: '公开 open',
			notes: [{ lawTitle: LAW.title, gist: '要点1' }],
			basisNote: null
		});
		expect(JSON.stringify(page)).not.toMatch(SECRETS);
		const list = await read.readPublicCases(visitor);
		expect(list.cases.map(({ id }) => id)).toEqual(['open']);
		expect(JSON.stringify(list)).not.toMatch(SECRETS);
		expect(refusalOf(await read.readPublicCase(visitor, 'draft')).code).toBe('no-such-case');
		expect(await read.findPublicCases(visitor, '公开', 5)).toEqual([
			{ title: '公开 open', path: '/public/cases/open', excerpt: '公开提要。' }
		]);
		for (const words of ['internal-open', '顾晓棠', '公开 draft']) {
			expect(await read.findPublicCases(visitor, words, 5)).toEqual([]);
		}
	});
	test('a file that is gone is withdrawn, and the list says when it changed; one that is back is shown again', async () => {
		await loadPublicCases(later, [draft]);
		expect(refusalOf(await read.readPublicCase(visitor, 'open'))).toEqual({
			...{ code: 'withdrawn', message: '这一篇已经撤下，内容不再公开。' }
		});
		expect(await read.readPublicCases(visitor)).toEqual({ cases: [], changedAt: later.now });
		await loadPublicCases(later, [open, draft]);
		expect(valueOf(await read.readPublicCase(visitor, 'open')).changedAt).toEqual(later.now);
		await loadPublicCases(later, [changed(open, '新标题'), draft]);
		expect(valueOf(await read.readPublicCase(visitor, 'open')).title).toBe('新标题');
		expect((await sql`select version from public_case_version where id = 'open'`).length).toBe(2);
	});
});

describe('the studio', () => {
	test('publishes what both have approved, changes it, is told when overtaken, and takes it out for good', async () => {
		expect(valueOf(await studio.publishPublicCase(visitor, textOf('door'), null))).toEqual({ version: 1 });
		expect(refusalOf(await studio.publishPublicCase(visitor, textOf('door'), null)).code).toBe('id-taken');
		expect(valueOf(await studio.publishPublicCase(visitor, textOf('door', '改过。'), 1))).toEqual({ version: 2 });
		expect(refusalOf(await studio.publishPublicCase(visitor, textOf('door', '又改。'), 1)).code).toBe('overtaken');
		expect(valueOf(await read.readPublicCase(visitor, 'door')).html).toContain('改过。');
		expect(valueOf(await studio.openPublicCase(visitor, 'door')).source).toContain('case: one');
		await studio.withdrawPublicCase(later, 'door');
		expect(refusalOf(await read.readPublicCase(visitor, 'door')).code).toBe('withdrawn');
		const { piece } = await studio.readPublicCaseSource(visitor, textOf('door', '文件。'));
		await loadPublicCases(later, [piece!]);
		expect(refusalOf(await read.readPublicCase(visitor, 'door')).code).toBe('withdrawn');
		expect((await studio.readPublicCaseProposals(visitor)).map(({ id }) => id)).toEqual(['door']);
	});
	test.each([
		['without the legal review', (text: string) => text.replace(/legalReview.*\n/, ''), 'not-reviewed'],
		['with a case that is not there', (text: string) => text.replace('case: one', 'case: two'), 'faults'],
		['with a link', (text: string) => text.replace('出口', '[出口](/cases/one)'), 'faults'],
		['with a day', (text: string) => text.replace('2026-10', '2026-10-12'), 'faults'],
		['reviewed by its author', (text: string) => text.replace('by: 沈知微', 'by: 梁若川'), 'faults'],
		['without a list to tick off', (text: string) => text.replace(/- .*\n/g, ''), 'faults']
	])('publishes nothing %s', async (_, plant, code) => {
		expect(refusalOf(await studio.publishPublicCase(visitor, plant(textOf('other')), null)).code).toBe(code);
		expect(refusalOf(await read.readPublicCase(visitor, 'other')).code).toBe('no-such-case');
	});
	test('a picture is public while the text that holds it is', async () => {
		const [held, other] = ['a'.repeat(64), 'b'.repeat(64)];
		const text = textOf('picture', `![门](image:${held} "80×60")\n\n`);
		await studio.publishPublicCase(visitor, text, null);
		const isPublic = async () => [await read.isPublicImage(visitor, held), await read.isPublicImage(visitor, other)];
		expect(await isPublic()).toEqual([true, false]);
		expect(valueOf(await read.readPublicCase(visitor, 'picture')).html).toContain(`src="/public/images/${held}"`);
		await studio.withdrawPublicCase(visitor, 'picture');
		expect(await isPublic()).toEqual([false, false]);
		expect(await read.isPublicImage(visitor, '../x')).toBe(false);
	});
});

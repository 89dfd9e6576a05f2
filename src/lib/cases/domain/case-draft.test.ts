import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { CaseMaterial } from '#lib/drafting/domain/review/case-material.ts';
import { draftCase } from './case-draft.ts';

const material: CaseMaterial = {
	...{ source: '评查案卷：仪表间', title: '仪表间：少了一个\n签名', industry: '危化', asOf: '2026-05-06' },
	story: ['两名执法人员到场。', '# 检查了仪表间。'],
	defects: [
		{
			...{ rule: 'OIR-04', where: '《现场检查记录》', what: '检查人员："一名"', wanted: '检查人员不少于两名' },
			...{ area: 'procedure', severity: 'fatal' }
		},
		{
			...{ rule: 'DEC-07', where: '《行政处罚决定书》', what: '罚款\n大写不符', wanted: '大写与小写一致' },
			...{ area: 'discretion', severity: 'minor' }
		}
	],
	mending: ['补全卷内目录'],
	tasks: ['gauge-record', 'gauge-decision']
};

test('a file becomes the parts of a case: lists and front matter that can be read back', () => {
	const fields = draftCase(material);
	expect(parse(fields['defects']!)).toEqual([
		{
			...{ what: '《现场检查记录》检查人员："一名"', area: 'procedure', rule: 'OIR-04', gravity: 'revoked' },
			better: '检查人员不少于两名'
		},
		{
			...{ what: '《行政处罚决定书》罚款 大写不符', area: 'discretion', rule: 'DEC-07', gravity: 'defect' },
			better: '大写与小写一致'
		}
	]);
	expect(parse(fields['related']!)).toEqual({ tasks: ['gauge-record', 'gauge-decision'] });
	expect(fields).toMatchObject({
		title: '仪表间：少了一个 签名',
		polarity: 'negative',
		areas: 'procedure\ndiscretion'
	});
});

test('the body has every section in order, the facts, and each defect with its rule', () => {
	const body = draftCase(material)['body']!;
	expect([...body.matchAll(/^## (.+)$/gm)].map(([, word]) => word)).toEqual([
		...['案情', '争议焦点', '查处经过', '法律适用', '裁量说理', '点评', '启示']
	]);
	expect(body).toContain('\\# 检查了仪表间');
	for (const words of ['两名执法人员到场', '（OIR-04）', '（DEC-07）', '补全卷内目录']) expect(body).toContain(words);
});

test('a file without defects is a good example', () => {
	const fields = draftCase({ ...material, defects: [], mending: [], tasks: [] });
	expect(fields).toMatchObject({ polarity: 'positive', areas: '', defects: '', related: '' });
});

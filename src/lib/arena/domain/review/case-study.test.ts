import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { makeBundle } from '../../../../../tests/support/bundle.ts';
import { atStage } from '../../../../../tests/support/hearing.ts';
import { draftHearingCase } from './case-study.ts';

function draft() {
	const telling = atStage('S9').speak('plaintiff-1', 'argument', { issueId: 'i1', text: '# 金额\n写错了。' });
	telling.speak('defendant-1', 'argument', { issueId: 'i1', text: '笔误。' });
	const material = { title: '第一场', address: '/arena/x/result', story: ['# 某日检查。'], hearing: telling.hearing };
	return draftHearingCase({ ...material, bundle: makeBundle() });
}

test('what the hearing knows stands in its parts; what only an author can say is asked for', () => {
	const fields = draft();
	expect(fields).toMatchObject({ title: '一个案卷', industry: '工贸', asOf: '2026-04-01', difficulty: '3' });
	expect(parse(fields['timeline']!)).toHaveLength(3);
	expect(parse(fields['people']!)).toContainEqual({ who: '甲厂', role: '原告，被处罚的一方' });
	expect(parse(fields['related']!)).toEqual({ items: ['item-a', 'item-b', 'item-c'] });
	const [first] = parse(fields['defects']!) as unknown[];
	expect(first).toMatchObject({
		area: 'facts',
		gravity: 'defect',
		citation: { law: 'work-safety-law', article: '97' }
	});
	for (const word of ['案情', '争议焦点', '查处经过', '法律适用', '裁量说理', '点评', '启示']) {
		expect(fields['body']).toContain(`## ${word}\n`);
	}
	expect(fields['body']).toContain('〔按先后写：谁、什么时候、做了什么〕');
});

test('what was said in court begins no headings of the body, and stands with the side that said it', () => {
	const { body } = draft();
	expect(body).toContain('- 攻方：# 金额 写错了。\n- 守方：笔误。');
	expect(body).toContain('\\# 某日检查。');
	expect(body!.match(/^## /gm)).toHaveLength(7);
});

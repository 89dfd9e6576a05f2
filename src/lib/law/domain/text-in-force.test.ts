import { expect, test } from 'vitest';
import { findInForce } from './text-in-force.ts';

const V = '2010-05-01';
const ADOPTED = '2010年5月1日 茶山议事会通过';

test.each<[string, string[], string[], string | null, RegExp | null]>([
	['closing article', [ADOPTED], ['本法自2010年9月1日起施行。'], '2010-09-01', null],
	['in Chinese numerals', [ADOPTED], ['本规定自二○一○年九月一日起实施。'], '2010-09-01', null],
	['in full width', [ADOPTED], ['本规定自２０１０年９月１日起施行，旧规定同时废止。'], '2010-09-01', null],
	['dated line', [ADOPTED, '2010年9月1日 施行'], [], '2010-09-01', null],
	['dated line with 自', ['2010年5月1日 公布 自2010年6月1日起施行'], [], '2010-06-01', null],
	['published and in force at once', ['2010年5月1日 公告公布施行'], [], '2010-05-01', null],
	[
		'the closing article goes before the dated line',
		['2010年10月1日 施行'],
		['本法自2010年9月1日起施行。'],
		'2010-09-01',
		null
	],
	[
		'the amended part begins later',
		[ADOPTED],
		['本安排自2001年9月15日起生效。本安排的修改文本自2010年6月1日起生效。'],
		'2010-06-01',
		null
	],
	[
		'first date of an amended law',
		[ADOPTED, '2010年5月1日 第二次修正'],
		['本法自1999年1月1日起施行。'],
		null,
		/1999年1月1日早于/
	],
	[
		'on publication, with the day',
		['2010年4月30日 批准', '2010年5月1日 局令第3号发布'],
		['本办法自发布之日起施行。'],
		V,
		null
	],
	['on publication, without the day', [ADOPTED], ['本修正案自公布之日起施行。'], null, /没有写公布的日期/],
	[
		'on publication, amended since',
		['1999年1月1日 公布', '2010年5月1日 修订'],
		['本条例自公布之日起施行。'],
		null,
		/已经修正过/
	],
	['another law is meant', [ADOPTED], ['茶税法自2010年9月1日起施行。'], null, /没有写施行日期/],
	['nothing', [ADOPTED], ['茶要趁热喝。'], null, /没有写施行日期/]
])('%s', (_, history, closing, from, why) => {
	const found = findInForce(V, history, closing);
	expect(found.from).toBe(from);
	if (why) expect(found.why).toMatch(why);
	else expect(found.why).toBeNull();
	expect(from === null || found.line !== null).toBe(true);
});

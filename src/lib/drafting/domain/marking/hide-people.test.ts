import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hiderOf } from './hide-people.ts';

const TRACES = {
	names: ['林岳', '林岳山', '欧阳 静'],
	marks: ['lin.yue', '演示-QL0001'],
	units: ['白渡镇应急管理办公室', '白渡镇']
};
const { hide, count } = hiderOf(TRACES);

describe('no trace is left', () => {
	test.each([
		['执法人员林岳、许某', '执法人员〔执法人员〕、许某'],
		['林岳山到场', '〔执法人员〕到场'],
		['签名：林　岳', '签名：〔执法人员〕'],
		['欧阳静', '〔执法人员〕'],
		['账号 Lin.Yue，证号演示-QL0001', '账号 〔证号〕，证号〔证号〕'],
		['白渡镇应急管理办公室', '〔单位〕'],
		['林某与岳某', '林某与岳某'],
		['linxyue', 'linxyue']
	])('%s', (text, masked) => expect(hide(text)).toBe(masked));

	test('in lists and groups, at any depth; keys, numbers and nothing stay', () => {
		expect(hide({ 林岳: [{ name: '林岳', n: 3, none: null, yes: true }], note: ['甲', '林岳'] })).toEqual({
			林岳: [{ name: '〔执法人员〕', n: 3, none: null, yes: true }],
			note: ['甲', '〔执法人员〕']
		});
	});

	test('counts what it would mask', () => {
		expect(count({ a: '林岳、林岳', b: ['演示-QL0001'] })).toBe(3);
		expect(count({ a: '无' })).toBe(0);
	});

	test('nothing known, nothing masked', () => {
		expect(hiderOf({ names: [], marks: ['x'], units: [] }).hide('x 林岳')).toBe('x 林岳');
	});
});

test('whatever is written around a name, it is gone, and masking again changes nothing', () => {
	const words = fc.array(fc.oneof(fc.string(), fc.constantFrom(...TRACES.names, ...TRACES.marks, ...TRACES.units)));
	fc.assert(
		fc.property(words, (parts) => {
			const masked = hide(parts.join(''));
			for (const trace of [...TRACES.names, ...TRACES.marks, ...TRACES.units]) expect(masked).not.toContain(trace);
			expect(hide(masked)).toBe(masked);
		})
	);
});

import { expect, test } from 'vitest';
import { findReveal } from './reveals.ts';

test.each([
	['决定罚款三千元，没收六箱礼花弹', '罚款三千元'],
	['送达决定书，罚30 000元', '罚30 000元'],
	['决定对公司罚款人民币4.5万元', '罚款人民币4.5万元'],
	['决定不予行政处罚', '不予行政处罚'],
	['集体讨论后从轻', '从轻'],
	['送达告知书', null],
	['决定前召开听证会', null],
	['卖了两枚，收了一百六十元', null],
	['作出行政处罚决定', null]
])('%s', (text, found) => {
	expect(findReveal(text)).toBe(found);
});

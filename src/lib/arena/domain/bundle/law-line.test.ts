import { expect, test } from 'vitest';
import { spokenTitle } from './law-line.ts';

test.each([
	['中华人民共和国行政处罚法', '行政处罚法'],
	['最高人民法院关于适用《中华人民共和国行政诉讼法》的解释', '行政诉讼法解释'],
	['最高人民法院关于行政诉讼证据若干问题的规定', '行政诉讼证据规定'],
	['烟花爆竹安全管理条例', '烟花爆竹安全管理条例']
])('%s is called %s', (title, spoken) => {
	expect(spokenTitle(title)).toBe(spoken);
});

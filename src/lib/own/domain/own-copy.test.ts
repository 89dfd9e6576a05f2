import { expect, test } from 'vitest';
import { copyAsJson, showValue, summariseCopy } from './own-copy.ts';

const rooms = [
	{
		title: '练兵',
		sections: [
			{ title: '作答', columns: ['题目', '得分'], rows: [1, 2, 3].map((n) => ({ 题目: `第 ${n} 题`, 得分: n * 10 })) },
			{ title: '记忆卡片', columns: ['题目'], rows: [] }
		]
	}
];

test('the file holds every row, and names the sections that have none', () => {
	const copy = JSON.parse(copyAsJson({ name: '林岳', at: '2026-11-20 09:00', rooms })) as Record<string, unknown>;
	expect(copy).toMatchObject({ 姓名: '林岳', 依据: '《个人信息保护法》第四十五条' });
	expect(copy['数据']).toEqual([
		{
			部分: '练兵',
			内容: [
				{ 名称: '作答', 条数: 3, 记录: rooms[0]!.sections[0]!.rows },
				{ 名称: '记忆卡片', 条数: 0, 记录: [] }
			]
		}
	]);
});

test('the page shows the newest rows and says how many there are', () => {
	expect(summariseCopy(rooms, 2)).toEqual([
		{
			title: '练兵',
			sections: [
				{
					...{ title: '作答', columns: ['题目', '得分'], count: 3 },
					rows: [
						['第 1 题', '10'],
						['第 2 题', '20']
					]
				}
			],
			empty: ['记忆卡片']
		}
	]);
});

test.each([
	[null, '—'],
	['', '—'],
	[0, '0'],
	[true, '是'],
	[false, '否'],
	[new Date('2026-11-20T01:05:00Z'), '2026-11-20 09:05'],
	[['a', 'b'], '["a","b"]'],
	['长'.repeat(161), `${'长'.repeat(160)}…`]
])('%j is shown as %s', (value, shown) => {
	expect(showValue(value)).toBe(shown);
});

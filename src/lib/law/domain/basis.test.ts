import { describe, expect, test } from 'vitest';
import { basisOf, describeChange, idsSetAside, noteForCase, noteForItem } from './basis.ts';
import type { Settled } from './currency.ts';
import type { KnownVersion } from './succession.ts';

const known = (law: string, title: string): KnownVersion => ({
	...{ law, title, version: '2013-12-07', inForceFrom: null, inForceUntil: null, replacedBy: null, hasText: false }
});
const versions = [known('regulation', '危险化学品安全管理条例'), known('act', '中华人民共和国危险化学品安全法')];
const change = {
	law: 'regulation',
	from: '2013-12-07',
	to: { law: 'act', version: '2025-12-27' },
	since: '2026-05-01'
};
const settled = (more: Partial<Settled> = {}): Settled => ({
	...{ ...change, kind: 'item', id: 'one', version: 1, title: '题', asOf: '2026-04-20', articles: ['77'] },
	...{ reviewId: 'r', standing: 'open', reason: null },
	...more
});

test.each([
	[change, '《危险化学品安全管理条例》（2013年12月7日版）自2026年5月1日起由《危险化学品安全法》取代'],
	[{ ...change, to: null }, '《危险化学品安全管理条例》（2013年12月7日版）自2026年5月1日起不再施行'],
	[
		{ ...change, to: { law: 'regulation', version: '2026-02-03' } },
		'《危险化学品安全管理条例》（2013年12月7日版）自2026年5月1日起由2026年2月3日版取代'
	]
])('%#: a change in words', (one, words) => {
	expect(describeChange(one, versions)).toBe(words);
});

describe('of several changes under one piece', () => {
	test('the gravest decides, and all are named', () => {
		const other = { law: 'act', to: null, standing: 'retired', reason: '罚则全变了。' } as const;
		const pieces = basisOf([settled(), settled(other), settled({ kind: 'case', standing: 'released' })], versions);
		expect(pieces.item.get('one')).toMatchObject({ standing: 'retired', reason: '罚则全变了。' });
		expect(pieces.item.get('one')!.change.split('；')).toHaveLength(2);
		expect(pieces.case.get('one')).toMatchObject({ standing: 'released' });
	});

	test('an unchanged article is no news', () => {
		expect(basisOf([settled({ standing: 'unchanged' })], versions).item.size).toBe(0);
		const mixed = basisOf([settled({ standing: 'unchanged' }), settled({ law: 'act', to: null })], versions);
		expect(mixed.item.get('one')!.change).not.toContain('；');
	});

	test('nothing is drawn from what is open or retired', () => {
		const list = (['open', 'released', 'retired', 'unchanged'] as const).map((standing) =>
			settled({ id: standing, standing, reason: '理由理由理由' })
		);
		expect(idsSetAside(basisOf(list, versions).item).sort()).toEqual(['open', 'retired']);
	});
});

test('readers are told the day of the law and the reason', () => {
	const basis = (standing: Settled['standing'], reason: string | null) =>
		basisOf([settled({ standing, reason })], versions).item.get('one')!;
	expect(noteForCase(basis('open', null), '2026-04-24')).toMatch(/2026年4月24日行为时的法读；正在法制复核。$/);
	expect(noteForCase(basis('released', '按当日的法仍然正确。'), '2026-04-24')).toMatch(
		/复核意见：按当日的法仍然正确。$/
	);
	expect(noteForCase(basis('retired', '不再适合。'), '2026-04-24')).toMatch(/^本案已停用/);
	expect(noteForItem(basis('open', null), '2026-04-20')).toContain('照常计分；复核完以前不再出这道题');
	expect(noteForItem(basis('retired', '不再适合。'), '2026-04-20')).toContain('停用理由：不再适合。');
});

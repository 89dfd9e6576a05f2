import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as tree from './unit-tree.ts';
import type { TreeUnit } from './unit-tree.ts';

/** `id: name < parent`, one a line; `x` at the end = closed. */
function grow(text: string): TreeUnit[] {
	const units: TreeUnit[] = [];
	for (const line of text.trim().split('\n')) {
		const [, id, name, parentId, closed] = /^\s*(\w+): (\S+?)(?: < (\w+))?( x)?$/.exec(line)!;
		const parent = units.find((one) => one.id === parentId);
		const path = `${parent?.path ?? '/'}${id}/`;
		units.push({ id: id!, name: name!, parentId: parentId ?? null, path, closedOn: closed ? '2026-01-01' : null });
	}
	return units;
}

const UNITS = grow(`
	root: 青岚区应急管理局
	brigade: 执法大队 < root
	one: 一中队 < brigade
	two: 二中队 < brigade
	town: 白渡镇应急办 < root
	squad: 一中队 < town
	gone: 石梁镇应急办 < root x
	below: 站 < gone x
`);
const unit = (id: string) => UNITS.find((one) => one.id === id)!;
const codeOf = (judged: { ok: boolean; refusal?: { code: string } }) => (judged.ok ? null : judged.refusal!.code);

test.each([
	['root', '南屏镇应急办', null],
	['root', '白渡镇应急办', 'name'],
	// A closed unit keeps no name.
	['root', '石梁镇应急办', null],
	['brigade', '白渡镇应急办', null],
	['root', '', 'name'],
	['root', '长'.repeat(41), 'name'],
	['gone', '新站', 'closed']
])('a new unit below %s called %s: %s', (parent, name, code) => {
	expect(codeOf(tree.judgeNewUnit(UNITS, unit(parent), name))).toBe(code);
});

test.each([
	['one', '三中队', null],
	['one', '二中队', 'name'],
	['one', '一中队', 'same'],
	['root', '青岚区安全生产监督局', null],
	['gone', '别的名称', 'closed']
])('%s is to be called %s: %s', (id, name, code) => {
	expect(codeOf(tree.judgeRename(UNITS, unit(id), name))).toBe(code);
});

test.each([
	['two', 'town', '/root/town/two/'],
	['town', 'brigade', '/root/brigade/town/'],
	['one', 'root', '/root/one/'],
	// There is a 一中队 in the town already.
	['one', 'town', 'name'],
	['brigade', 'one', 'cycle'],
	['brigade', 'brigade', 'cycle'],
	['one', 'brigade', 'same'],
	['root', 'town', 'root'],
	['two', 'gone', 'closed'],
	['below', 'town', 'closed']
])('%s is to go below %s: %s', (id, parent, expected) => {
	const judged = tree.judgeUnitMove(UNITS, unit(id), unit(parent));
	expect(judged.ok ? judged.value : judged.refusal.code).toBe(expected);
});

test.each([
	['one', { active: 0, coming: 0 }, null],
	['one', { active: 3, coming: 0 }, 'has-people'],
	['one', { active: 0, coming: 1 }, 'has-coming'],
	['brigade', { active: 0, coming: 0 }, 'has-units'],
	['root', { active: 0, coming: 0 }, 'root'],
	['gone', { active: 0, coming: 0 }, 'closed']
])('%s with %j is to be closed: %s', (id, inIt, code) => {
	expect(codeOf(tree.judgeClosing(UNITS, unit(id), inIt))).toBe(code);
});

test.each([
	['gone', null],
	['below', 'closed'],
	['one', 'open']
])('%s is to be opened again: %s', (id, code) => {
	expect(codeOf(tree.judgeReopening(UNITS, unit(id)))).toBe(code);
	const taken = [...UNITS, { ...unit('town'), id: 'new', name: '石梁镇应急办', path: '/root/new/' }];
	expect(codeOf(tree.judgeReopening(taken, unit('gone')))).toBe('name');
});

test('seven levels and no more', () => {
	const deep = grow(
		['u1: 一', ...[2, 3, 4, 5, 6, 7].map((level) => `u${level}: 级${level} < u${level - 1}`)].join('\n')
	);
	expect(codeOf(tree.judgeNewUnit(deep, deep[6]!, '八'))).toBe('too-deep');
	expect(codeOf(tree.judgeNewUnit(deep, deep[5]!, '又一个七'))).toBeNull();
	const other = { ...deep[1]!, id: 'other', name: '旁', path: '/u1/other/' };
	expect(codeOf(tree.judgeUnitMove([...deep, other], deep[1]!, other))).toBe('too-deep');
});

describe('any tree after any moves', () => {
	/** Each unit hangs on one before it. */
	const anyTree = fc.array(fc.nat(), { minLength: 1, maxLength: 12 }).map((choices) => {
		const lines = choices.map((choice, index) => `n${index + 1}: 名${index + 1} < n${choice % (index + 1)}`);
		return grow(['n0: 根', ...lines].join('\n'));
	});
	const pathBy = (units: readonly TreeUnit[], one: TreeUnit): string =>
		one.parentId === null
			? `/${one.id}/`
			: `${pathBy(
					units,
					units.find(({ id }) => id === one.parentId)!
				)}${one.id}/`;

	test('every path is that of the parents, and nothing hangs below itself', () => {
		fc.assert(
			fc.property(anyTree, fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 8 }), (start, wishes) => {
				let units = start;
				for (const [which, where] of wishes) {
					const [moving, parent] = [units[which % units.length]!, units[where % units.length]!];
					const judged = tree.judgeUnitMove(units, moving, parent);
					if (!judged.ok) continue;
					units = units.map((one) => ({
						...one,
						parentId: one.id === moving.id ? parent.id : one.parentId,
						path: tree.pathAfterMove(one.path, moving.path, judged.value)
					}));
				}
				for (const one of units) expect(one.path).toBe(pathBy(units, one));
				expect(new Set(units.map(({ path }) => path)).size).toBe(start.length);
			})
		);
	});
});

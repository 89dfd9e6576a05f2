import { describe, expect, test } from 'vitest';
import { digestOf, kindsFor, readKey } from './digest.ts';
import type { Happened, RoomNotices, Waiting } from './kinds.ts';

const waits = (kind: Waiting['kind'], count: number, due: string | null = null): Waiting => ({ kind, count, due });
const told = (kind: Happened['kind'], about: string, at: number): Happened => ({
	kind,
	about,
	at,
	title: `关于${about}`
});
const ROOMS: readonly RoomNotices[] = [
	{ waiting: [waits('correction', 2), waits('figures', 0)], happened: [told('correction-answered', 'c1', 30)] },
	{ waiting: [waits('mark', 3, '2026-11-25')], happened: [told('marked', 'd1/1', 10), told('marked', 'd1/2', 20)] }
];
const choose = (off: string[] = [], read: string[] = []) => ({ off: new Set(off), read: new Set(read) });

describe('what somebody is told', () => {
	test('what waits stands in the order of the kinds, news newest first, and the bell counts both', () => {
		const { waiting, news, count } = digestOf(ROOMS, choose());
		expect(waiting.map(({ kind, count: n, path }) => [kind, n, path])).toEqual([
			['mark', 3, '/drafting/marking'],
			['correction', 2, '/admin/corrections']
		]);
		expect(news.map(({ about }) => about)).toEqual(['c1', 'd1/2', 'd1/1']);
		expect(count).toBe(3 + 2 + 3);
	});
	test('nothing of a kind is no line', () => {
		expect(digestOf(ROOMS, choose()).waiting.map(({ kind }) => kind)).not.toContain('figures');
		expect(digestOf([], choose())).toEqual({ waiting: [], news: [], count: 0 });
	});
	test('a kind that was switched off is neither shown nor counted', () => {
		const { waiting, news, count } = digestOf(ROOMS, choose(['mark', 'marked']));
		expect(waiting).toHaveLength(1);
		expect(news).toHaveLength(1);
		expect(count).toBe(3);
	});
	test('what was read stays in the list and leaves the bell; the second result of the same document is news again', () => {
		const { news, count } = digestOf(ROOMS, choose([], [readKey({ kind: 'marked', about: 'd1/1' })]));
		expect(news.map(({ isRead }) => isRead)).toEqual([false, false, true]);
		expect(count).toBe(5 + 2);
	});
	test('news lead to what they are about, whatever happened to it how often', () => {
		expect(digestOf(ROOMS, choose()).news.map(({ path }) => path)).toEqual([
			...['/me/corrections', '/drafting/submissions/d1', '/drafting/submissions/d1']
		]);
	});
});

test('switches are offered for what can reach somebody', () => {
	const kinds = kindsFor((useCase) => useCase === 'drafting.mark' || useCase === 'drafting.readMarks');
	expect(kinds.map(({ kind, waits: isWait }) => [kind, isWait])).toEqual([
		['mark', true],
		['marked', false]
	]);
	expect(kindsFor(() => false)).toEqual([]);
});

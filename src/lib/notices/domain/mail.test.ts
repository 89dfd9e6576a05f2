import { describe, expect, test } from 'vitest';
import { digestOf } from './digest.ts';
import { MOST_TRIES, fateOf, letterOf } from './mail.ts';

const NOW = new Date('2026-11-20T00:00:00Z');
const minutesAfter = (date: Date) => (date.getTime() - NOW.getTime()) / 60_000;
const NONE = { off: new Set<string>(), read: new Set<string>() };

describe('the letter', () => {
	const digest = digestOf(
		[
			{
				waiting: [{ kind: 'mark', count: 2, due: '2026-11-25' }],
				happened: [
					{ kind: 'marked', about: 'a', at: 1, title: '林岳的询问笔录' },
					{ kind: 'marked', about: 'b', at: 2, title: '现场检查记录' }
				]
			}
		],
		NONE
	);
	test('says how many of which kind, and nothing of what they are about', () => {
		const letter = letterOf(digest, '2026-11-20')!;
		expect(letter.subject).toBe('擂台：4 项（11月20日）');
		expect(letter.body).toContain('文书待阅：2 项（11月25日）\n文书评定了：2 条\n');
		expect(letter.subject + letter.body).not.toMatch(/林岳|笔录|检查/);
	});
	test('is not written when there is nothing to say', () => {
		expect(letterOf(digestOf([], NONE), '2026-11-20')).toBeNull();
		const read = { ...NONE, read: new Set(['marked a']) };
		const happened = [{ kind: 'marked', about: 'a', at: 1, title: '' } as const];
		expect(letterOf(digestOf([{ waiting: [], happened }], read), '2026-11-20')).toBeNull();
	});
});

describe('a letter that was not taken', () => {
	const fate = (response: number | null, tries = 1) => fateOf({ response, words: 'x' }, { tries, now: NOW });
	test.each([
		[421, 1, 10],
		[450, 2, 30],
		[451, 3, 60],
		[452, 4, 120]
	])('reply %i at try %i: again after %i minutes', (response, tries, minutes) => {
		const next = fate(response, tries);
		expect('nextTryAt' in next && minutesAfter(next.nextTryAt)).toBe(minutes);
	});
	test('too many tries, a refusal for good, or no reply at all: never again', () => {
		expect(fate(451, MOST_TRIES)).toEqual({ deadBecause: '试了 5 次都没有发出：x' });
		expect(fate(550)).toEqual({ deadBecause: '邮件服务器拒收：x' });
		expect(fate(null)).toMatchObject({ deadBecause: '没有回音，不能确定是否已发出，不再发：x' });
	});
});

import { describe, expect, test } from 'vitest';
import type { PieceCitation } from './citing.ts';
import { type Books, type Review, affectedPieces, reviewId, settle, textKey } from './currency.ts';
import type { KnownVersion } from './succession.ts';

const [V1, V2, V3] = ['2020-01-01', '2025-06-01', '2027-01-01'] as const;
const LAW = 'law';
const versions: KnownVersion[] = [
	{ version: V1, inForceFrom: V1, inForceUntil: '2025-12-31' },
	{ version: V2, inForceFrom: '2026-01-01', inForceUntil: '2027-06-30' },
	{ version: V3, inForceFrom: '2027-07-01', inForceUntil: null }
].map((one) => ({ ...one, law: LAW, title: '试行法', replacedBy: null, hasText: true }));

const piece = (change: Partial<PieceCitation> = {}): PieceCitation => ({
	...{ kind: 'item', id: 'one', version: 1, title: '题', asOf: '2025-03-01', law: LAW, from: V1, articles: ['5'] },
	...change
});
const review = (verdict: Review['verdict'], toVersion: string | null, change: Partial<Review> = {}): Review => ({
	...{
		id: `r-${toVersion}`,
		verdict,
		reason: '核对过两版条文。',
		kind: 'item',
		pieceId: 'one',
		pieceVersion: 1,
		law: LAW
	},
	...{ toLaw: toVersion && LAW, toVersion },
	...change
});
/** Texts as `{ version: { article: text } }`. */
const books = (texts: Record<string, Record<string, string>> = {}, reviews: readonly Review[] = []): Books => ({
	...{ versions, reviews },
	texts: new Map(
		Object.entries(texts).flatMap(([version, articles]) =>
			Object.entries(articles).map(([article, text]) => [textKey(LAW, version, article), text] as const)
		)
	)
});
const standing = (on: string, known: Books, one = piece()) => settle([one], known, on)[0]?.standing ?? null;

test('until the last day nothing is affected, from the next day on it is', () => {
	expect(affectedPieces([piece()], versions, '2025-12-31')).toEqual([]);
	expect(affectedPieces([piece()], versions, '2026-01-01')).toEqual([
		{ ...piece(), to: { law: LAW, version: V2 }, since: '2026-01-01' }
	]);
	expect(affectedPieces([piece({ from: V2 })], versions, '2026-01-01')).toEqual([]);
});

test('a version that is not recorded, or another law, touches nothing', () => {
	expect(affectedPieces([piece({ from: '1999-01-01' }), piece({ law: 'other' })], versions, '2030-01-01')).toEqual([]);
});

describe('what has become of it', () => {
	test.each([
		['no texts', {}, 'open'],
		['only the old text', { [V1]: { 5: '甲' } }, 'open'],
		['only the new text', { [V2]: { 5: '甲' } }, 'open'],
		['the same text', { [V1]: { 5: '甲' }, [V2]: { 5: '甲' } }, 'unchanged'],
		['another text', { [V1]: { 5: '甲' }, [V2]: { 5: '乙' } }, 'open'],
		['the article is gone', { [V1]: { 5: '甲' }, [V2]: { 6: '甲' } }, 'open'],
		['another article changed', { [V1]: { 5: '甲', 6: '乙' }, [V2]: { 5: '甲', 6: '丙' } }, 'unchanged']
	] as const)('%s: %s', (_, texts, expected) => {
		expect(standing('2026-01-01', books(texts))).toBe(expected);
	});

	test('one changed article of two is enough', () => {
		const texts = { [V1]: { 5: '甲', 6: '乙' }, [V2]: { 5: '甲', 6: '丙' } };
		expect(standing('2026-01-01', books(texts), piece({ articles: ['5', '6'] }))).toBe('open');
	});

	test('without a successor equal texts say nothing', () => {
		const ended = [{ ...versions[0]!, inForceUntil: '2025-12-31' }];
		const known = { ...books({ [V1]: { 5: '甲' } }), versions: ended };
		expect(settle([piece()], known, '2026-01-01')).toMatchObject([{ standing: 'open', to: null }]);
	});

	test('a decision counts for its piece, its version and its successor', () => {
		const on = '2026-01-01';
		expect(standing(on, books({}, [review('released', V2)]))).toBe('released');
		expect(standing(on, books({}, [review('retired', V2)]))).toBe('retired');
		expect(standing(on, books({}, [review(null, V2)]))).toBe('open');
		expect(standing(on, books({}, [review('released', V2, { pieceId: 'two' })]))).toBe('open');
		expect(standing(on, books({}, [review('released', V2, { kind: 'case' })]))).toBe('open');
		expect(standing(on, books({}, [review('released', V2, { pieceVersion: 2 })]))).toBe('open');
		expect(standing(on, books({}, [review('released', V2, { law: 'other' })]))).toBe('open');
		expect(standing(on, books({}, [review('released', V3)]))).toBe('open');
	});

	test('the decision gives its reason, the comparison its own', () => {
		const reasonOf = (known: Books, on = '2026-01-01') => settle([piece()], known, on)[0]!.reason;
		expect(reasonOf(books({}, [review('released', V2)]))).toBe('核对过两版条文。');
		expect(reasonOf(books({ [V1]: { 5: '甲' }, [V2]: { 5: '甲' } }))).toContain('两版文字相同');
		expect(reasonOf(books())).toBeNull();
	});
});

describe('when a later version comes', () => {
	const LATER = '2027-07-01';
	test('what was released is open again', () => {
		expect(standing('2027-06-30', books({}, [review('released', V2)]))).toBe('released');
		expect(standing(LATER, books({}, [review('released', V2)]))).toBe('open');
		expect(standing(LATER, books({}, [review('released', V2), review('released', V3)]))).toBe('released');
	});

	test('unless its article still reads as when it was released', () => {
		const texts = { [V1]: { 5: '甲' }, [V2]: { 5: '乙' }, [V3]: { 5: '乙' } };
		expect(standing(LATER, books(texts))).toBe('open');
		expect(standing(LATER, books(texts, [review('released', V2)]))).toBe('unchanged');
		const back = { ...texts, [V3]: { 5: '甲' } };
		expect(standing(LATER, books(back)), 'it reads as it was cited').toBe('unchanged');
	});

	test('what was retired stays retired until the piece has a new version', () => {
		expect(standing(LATER, books({}, [review('retired', V2)]))).toBe('retired');
		expect(standing(LATER, books({}, [review('retired', V2)]), piece({ version: 2 }))).toBe('open');
		expect(standing(LATER, books({}, [review('retired', V2)]), piece({ version: 2, from: V3 }))).toBeNull();
	});
});

test('the name of a review does not depend on the day or the title, and on everything else', () => {
	const [one] = affectedPieces([piece()], versions, '2026-01-01');
	const name = reviewId(one!);
	expect(name).toMatch(/^[0-9a-f]{32}$/);
	expect(reviewId(affectedPieces([piece({ title: '改名' })], versions, '2026-08-01')[0]!)).toBe(name);
	const others = [
		piece({ kind: 'case' }),
		piece({ id: 'two' }),
		piece({ version: 2 }),
		piece({ law: 'other' }),
		piece({ from: V2 })
	].map((change) => reviewId({ ...change, to: one!.to }));
	const successors = [null, { law: LAW, version: V3 }, { law: LAW, version: null }].map((to) =>
		reviewId({ ...piece(), to })
	);
	expect(new Set([name, ...others, ...successors]).size).toBe(9);
});

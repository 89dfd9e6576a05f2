import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BEFORE_FIRST, type ChainEnd, type Found, type Purge, type Seal, SealWalk, hashOf } from './seal.ts';

const START = Date.parse('2026-01-01T00:00:00Z');
const DAY = 86_400_000;
const NOW = new Date('2026-11-23T01:00:00Z');
const at = (day: number) => new Date(START + day * DAY);

/** A sound chain: one seal a day, each over so many entries. */
function chainOf(counts: readonly number[]): Seal[] {
	let end: ChainEnd = BEFORE_FIRST;
	return counts.map((entries, day) => {
		const body = {
			...{ number: end.number + 1, fromNumber: end.untilNumber, untilNumber: end.untilNumber + entries + 2, entries },
			...{ firstAt: at(day), lastAt: at(day + 0.5), root: `root-${day}`, previous: end.hash, sealedAt: at(day + 1) }
		};
		const seal = { ...body, hash: hashOf(body) };
		end = seal;
		return seal;
	});
}
const asSealed = ({ entries, root }: Seal): Found => ({ entries, root });
const GONE: Found = { entries: 0, root: null };

function faultsOf(seals: readonly Seal[], found: (seal: Seal) => Found = asSealed, purges: readonly Purge[] = []) {
	const walk = new SealWalk(purges, NOW);
	for (const seal of seals) walk.take(seal, found(seal));
	walk.finish();
	return walk.faults;
}
const counts = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 2, maxLength: 12 });
const chainAndPlace = counts.chain((list) => fc.tuple(fc.constant(chainOf(list)), fc.nat(list.length - 1)));

test('a chain as it was sealed has no fault, and its end carries all of it', () => {
	fc.assert(
		fc.property(counts, (list) => {
			const walk = new SealWalk([], NOW);
			for (const seal of chainOf(list)) walk.take(seal, asSealed(seal));
			walk.finish();
			expect(walk.faults).toEqual([]);
			expect(walk.entries).toBe(list.reduce((sum, one) => sum + one, 0));
			expect(walk.end.number).toBe(list.length);
		})
	);
});

describe('every single change past the triggers is found', () => {
	const changed = (change: (seal: Seal, at: number) => Seal | null) =>
		fc.assert(
			fc.property(chainAndPlace, ([seals, place]) => {
				const after = seals.flatMap((seal, index) => (index === place ? (change(seal, index) ?? []) : seal));
				// Nothing in the table says that the last seal was there: its hash is what people note down.
				const isLast = place === seals.length - 1;
				if (after.length < seals.length && isLast) expect(faultsOf(after)).toEqual([]);
				else expect(faultsOf(after)).not.toEqual([]);
			})
		);

	test.each<[string, (seal: Seal) => Seal]>([
		['its root', (seal) => ({ ...seal, root: 'other' })],
		['its count', (seal) => ({ ...seal, entries: seal.entries + 1 })],
		['its time', (seal) => ({ ...seal, lastAt: new Date(seal.lastAt.getTime() - 1) })],
		['when it was sealed', (seal) => ({ ...seal, sealedAt: at(300) })],
		['its run', (seal) => ({ ...seal, untilNumber: seal.untilNumber - 1 })],
		['its hash', (seal) => ({ ...seal, hash: 'f'.repeat(64) })]
	])('a seal: %s', (_, change) => changed(change));

	test('a seal taken out', () => changed(() => null));

	test('a seal made anew over other entries breaks the one behind it', () => {
		fc.assert(
			fc.property(chainAndPlace, ([seals, place]) => {
				const anew = { ...seals[place]!, root: 'other' };
				const forged = { ...anew, hash: hashOf(anew) };
				const after = seals.map((seal, index) => (index === place ? forged : seal));
				const faults = faultsOf(after, () => ({ entries: 0, root: null }));
				expect(faults.length).toBeGreaterThan(0);
				if (place < seals.length - 1) {
					const quiet = faultsOf(after, asSealed);
					expect(quiet).toEqual([expect.stringContaining('接不上前一封')]);
				}
			})
		);
	});

	test.each<[string, (found: Found) => Found, string]>([
		['changed', ({ entries }) => ({ entries, root: 'other' }), '内容与封存时不同'],
		['deleted', ({ entries }) => ({ entries: entries - 1, root: 'other' }), '少了 1 条'],
		['inserted', ({ entries }) => ({ entries: entries + 1, root: 'other' }), '多了 1 条']
	])('an entry %s', (_, change, words) => {
		fc.assert(
			fc.property(chainAndPlace, ([seals, place]) => {
				const faults = faultsOf(seals, (seal) => (seal.number === place + 1 ? change(asSealed(seal)) : asSealed(seal)));
				expect(faults).toEqual([expect.stringContaining(words)]);
				expect(faults[0]).toContain(`第 ${place + 1} 封`);
			})
		);
	});
});

describe('entries that went', () => {
	const seals = chainOf([3, 4, 5]);
	const purge = (change: Partial<Purge> = {}): Purge => ({
		...{ seal: 2, untilNumber: seals[1]!.untilNumber, lastAt: seals[1]!.lastAt, purgedAt: at(200), ...change }
	});
	const gone = (seal: Seal) => (seal.number <= 2 ? GONE : asSealed(seal));

	test('by the office’s rule leave a chain that holds', () => expect(faultsOf(seals, gone, [purge()])).toEqual([]));

	test.each<[string, (seal: Seal) => Found, Purge[]]>([
		['without being written down', gone, []],
		['before half a year was over', gone, [purge({ purgedAt: at(181) })]],
		['in a time that has not come', gone, [purge({ purgedAt: at(400) })]],
		['and came back', asSealed, [purge()]],
		['beyond the last seal', gone, [purge({ seal: 9 })]],
		['up to another entry than the seal', gone, [purge({ untilNumber: 1 })]]
	])('%s', (_, found, purges) => expect(faultsOf(seals, found, purges)).not.toEqual([]));
});

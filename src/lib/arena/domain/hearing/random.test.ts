import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { tellAtRandom } from '../../../../../tests/support/hearing-chance.ts';
import { canonical } from '#lib/shared/canonical.ts';
import { ACTS, type Act, type Detail } from './act.ts';
import { apply, replay } from './decide.ts';
import type { HearingFrame } from './case-file.ts';
import { VIEWERS, sees } from './event.ts';
import { EMPTY, type Hearing } from './hearing.ts';
import { eventsFor, viewFor } from './view.ts';

const seed = fc.integer();
const runs = { numRuns: 60 };
const holds = (property: (seed: number) => void, numRuns = runs.numRuns) =>
	fc.assert(fc.property(seed, property), { numRuns });

// Thousands of acts: beside other work on the machine they take their time.
vi.setConfig({ testTimeout: 30_000 });

/** What needs papers before the hearing, which the short form does not have, and what chance seldom comes to: told in the tables. */
const ELSEWHERE: readonly Act[] = ['file-paper', 'file-evidence', 'exchange', 'respond'];

test('chance reaches every stage, and every act is accepted now and then', () => {
	const reached = new Set<string>();
	const done = new Set<Act>();
	for (let each = 1; each <= 100; each++) {
		for (const { stage, act } of tellAtRandom(each).events) {
			done.add(act);
			if (stage) reached.add(stage);
		}
	}
	expect(reached.size).toBe(13);
	expect((Object.keys(ACTS) as Act[]).filter((act) => !done.has(act) && !ELSEWHERE.includes(act))).toEqual([]);
});

test('a refused command changes nothing, an accepted one is told by its events', () => {
	holds((one) => {
		tellAtRandom(one, (before, _, outcome, { hearing }) => {
			if (outcome === 'ok') expect(hearing.seq).toBeGreaterThan(before.seq);
			else expect(hearing).toBe(before);
		});
	});
});

test('the same log gives the same bytes, from the beginning and from any point', () => {
	fc.assert(
		fc.property(seed, fc.nat(), (one, cut) => {
			const { events, hearing } = tellAtRandom(one);
			const stored = JSON.parse(canonical(events)) as typeof events;
			expect(canonical(replay(stored))).toBe(canonical(hearing));
			const at = cut % (stored.length + 1);
			expect(canonical(replay(stored.slice(at), replay(stored.slice(0, at))))).toBe(canonical(hearing));
			expect(stored.map(({ seq }) => seq)).toEqual(stored.map((_, index) => index + 1));
		}),
		runs
	);
});

test('a view holds what its own events told and nothing else', () => {
	holds((one) => {
		const { events, hearing } = tellAtRandom(one);
		for (const viewer of VIEWERS) {
			const told = replay(eventsFor(events, viewer));
			expect(canonical({ ...told, seq: 0 }), viewer).toBe(canonical({ ...viewFor(hearing, viewer), seq: 0 }));
		}
	});
});

test('an event that a viewer does not see leaves the view as it was', () => {
	holds((one) => {
		let hearing = EMPTY;
		for (const event of tellAtRandom(one).events) {
			const after = apply(hearing, event);
			for (const viewer of VIEWERS.filter((each) => !sees(each, event.to))) {
				expect({ ...viewFor(after, viewer), seq: 0 }).toEqual({ ...viewFor(hearing, viewer), seq: 0 });
			}
			hearing = after;
		}
	}, 10);
});

/** Nothing is admitted that was not examined, nor what rule R3 bars, nor what was found illegal. */
function expectSoundRuling(
	{ exhibitId, ruling, exclusion }: Detail<'rule-evidence'>,
	before: Hearing,
	frame: HearingFrame
) {
	if (ruling === 'refused') return;
	const { offered, oppositions, supplement } = before.court.exhibits[exhibitId]!;
	const { side } = frame.file.exhibits.find(({ id }) => id === exhibitId)!;
	const isParty = (role: string) => ['plaintiff', 'defendant', 'third'].includes(role);
	const here = before.course.seats.filter(({ role, presence }) => presence === 'present' && isParty(role));
	const isAlone = here.every(({ role }) => role === side);
	expect([exclusion, offered !== null, oppositions.length > 0 || isAlone]).toEqual([null, true, true]);
	if (exhibitId === 'd3') expect(supplement?.granted).toBe(true);
}

test('what nobody may do is never done', () => {
	holds((one) => {
		tellAtRandom(one, (before, command, outcome, { hearing, frame }) => {
			if (outcome !== 'ok') return;
			const { course } = hearing;
			const isMove = command.act === 'advance' || command.act === 'reopen';
			if (course.stage?.since !== before.course.stage?.since)
				expect([command.by, isMove]).toEqual(['presiding-1', true]);
			if (command.act === 'rule-evidence') expectSoundRuling(command.detail, before, frame);
			const presenceOf = (id: string) => course.seats.find((seat) => seat.id === id)!.presence;
			if (course.floor) expect(presenceOf(course.floor.seatId)).toBe('present');
			if (course.recorder) expect(presenceOf(course.recorder)).toBe('present');
			if (course.pause) expect([course.stage?.runningSince, course.floor?.runningSince ?? null]).toEqual([null, null]);
			for (const used of Object.values(course.stage?.spoken ?? {})) expect(used).toBeGreaterThanOrEqual(0);
			for (const { kind, points } of hearing.court.penalties) expect(points, kind).toBeLessThanOrEqual(5);
			expect(course.visits['S7'] ?? 0).toBeLessThanOrEqual(2);
			const actor = before.course.seats.find(({ id }) => id === command.by);
			expect(['recused', 'removed']).not.toContain(actor?.presence);
		});
	});
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Ear } from '../../../../../tests/support/arena.ts';
import { tellAtRandom } from '../../../../../tests/support/hearing-chance.ts';
import { canonical } from '#lib/shared/canonical.ts';
import { type HearingEvent, VIEWERS } from '../../domain/hearing/event.ts';
import { eventsFor } from '../../domain/hearing/view.ts';
import type { StoredEvent } from '../repository/events.server.ts';
import { Channel } from './channel.server.ts';
import type { Stream } from './stream.server.ts';

const stored = (event: HearingEvent): StoredEvent => ({
	...{ seq: event.seq, at: event.at, actor: event.actor, audience: event.to, body: canonical(event) }
});

/** A channel over a log that grows when it is told to. */
function over(events: readonly HearingEvent[], publicDelay = 0) {
	const all = events.map(stored);
	let length = 0;
	let now = 0;
	let reads = 0;
	const read = async (after: number) => {
		reads++;
		return all.slice(0, length).filter(({ seq }) => seq > after);
	};
	const channel = new Channel({ read, now: () => now, publicDelay });
	return {
		channel,
		get reads() {
			return reads;
		},
		/** So many events have happened. */
		grow: (to: number) => {
			length = Math.max(length, Math.min(to, all.length));
			now = Math.max(now, all[length - 1]?.at ?? 0);
		},
		pass: (milliseconds: number) => (now += milliseconds)
	};
}
const streamOf = (ear: Ear, viewer: Stream['viewer'], seatId: string | null = null): Stream => ({
	pipe: ear,
	viewer,
	seatId
});

describe('a channel', () => {
	test('tells everybody all that is theirs once, however they come and go', async () => {
		const log = tellAtRandom(7).events;
		const move = fc.record({
			grow: fc.nat(40),
			who: fc.nat(VIEWERS.length - 1),
			does: fc.constantFrom('join', 'leave', 'pull')
		});
		await fc.assert(
			fc.asyncProperty(fc.array(move, { minLength: 5, maxLength: 40 }), async (moves) => {
				const { channel, grow } = over(log);
				const heard = VIEWERS.map(() => [] as number[]);
				const open = new Map<number, { ear: Ear; stream: Stream }>();
				const hangUp = (who: number) => {
					const line = open.get(who);
					if (!line) return;
					channel.leave(line.stream);
					heard[who]!.push(...line.ear.seqs);
					open.delete(who);
				};
				let length = 0;
				const work: Promise<void>[] = [];
				for (const { grow: by, who, does } of moves) {
					grow((length += by));
					if (does === 'pull') work.push(channel.pull());
					if (does === 'leave') hangUp(who);
					if (does !== 'join' || open.has(who)) continue;
					const ear = new Ear();
					const stream = streamOf(ear, VIEWERS[who]!);
					open.set(who, { ear, stream });
					await channel.join(stream, heard[who]!.at(-1) ?? 0);
				}
				await Promise.all([...work, channel.pull()]);
				const atTheEnd = [...open.keys()];
				for (const who of atTheEnd) hangUp(who);
				for (const [who, viewer] of VIEWERS.entries()) {
					const all = eventsFor(log.slice(0, length), viewer).map(({ seq }) => seq);
					const got = heard[who]!;
					expect(got, viewer).toEqual(atTheEnd.includes(who) ? all : all.slice(0, got.length));
				}
			}),
			{ numRuns: 60 }
		);
	});

	test('reads the log once for however many listen', async () => {
		const live = over(tellAtRandom(3).events);
		live.grow(30);
		const ears = Array.from({ length: 50 }, () => new Ear());
		for (const ear of ears) await live.channel.join(streamOf(ear, 'room'), 0);
		const before = live.reads;
		live.grow(60);
		await live.channel.pull();
		expect(live.reads - before).toBe(1);
		expect(new Set(ears.map(({ seqs }) => seqs.join())).size).toBe(1);
	});

	test('is not idle while somebody is on the way in', async () => {
		const live = over(tellAtRandom(3).events);
		const joining = live.channel.join(streamOf(new Ear(), 'room'), 0);
		expect([live.channel.listeners, live.channel.isIdle]).toEqual([0, false]);
		await joining;
		expect(live.channel.isIdle).toBe(false);
	});

	test('lets the public hear things in their order, each not before its time', async () => {
		const log = tellAtRandom(5).events;
		const live = over(log, 30_000);
		const ear = new Ear();
		live.grow(log.length);
		await live.channel.join(streamOf(ear, 'public'), 0);
		const due = (until: number) =>
			eventsFor(
				log.filter(({ at }) => at <= until),
				'public'
			).map(({ seq }) => seq);
		const last = log.at(-1)!.at;
		const isOver = log.some(({ act }) => act === 'publish');
		expect(ear.seqs).toEqual(due(isOver ? last : last - 30_000));
		live.pass(30_000);
		await live.channel.beat();
		const again = new Ear();
		await live.channel.join(streamOf(again, 'public'), 0);
		expect(again.seqs).toEqual(due(last));
	});
});

import { createServer } from 'node:http';
import { replay } from '#lib/arena/domain/hearing/decide.ts';
import type { HearingEvent } from '#lib/arena/domain/hearing/event.ts';
import { Channel } from '#lib/arena/server/live/channel.server.ts';
import { type Stream, openPipe } from '#lib/arena/server/live/stream.server.ts';
import type { StoredEvent } from '#lib/arena/server/repository/events.server.ts';
import { handOver, watchForTicket } from '#lib/platform/stream-handover.server.ts';
import { canonical } from '#lib/shared/canonical.ts';
import { atStage } from '../support/hearing.ts';

/** A long match: so many events, most of them what was said. */
export function longLog(count: number): string[] {
	const telling = atStage('S9');
	for (let turn = 0; telling.events.length < count; turn++) {
		const seatId = turn % 2 ? 'defendant-1' : 'plaintiff-1';
		telling.do('presiding-1', 'grant', { seatId });
		for (let line = 0; line < 4; line++) {
			const said = { kind: 'argument', issueId: 'i1', speaker: seatId, exhibitIds: [], citations: [] } as const;
			telling.do('clerk-1', 'say', {
				...said,
				text: `第 ${turn} 轮第 ${line} 句：告知书写明的金额与决定书不一致，程序违法。`
			});
		}
		telling.do(seatId, 'yield', {});
	}
	return telling.events.slice(0, count).map(canonical);
}

/** Milliseconds to read and replay a log as it is stored. */
export function timeReplay(bodies: readonly string[]): number {
	const began = performance.now();
	const hearing = replay(bodies.map((body) => JSON.parse(body) as HearingEvent));
	if (hearing.seq !== bodies.length) throw new Error('the log was not replayed');
	return performance.now() - began;
}

/** The live side of a hearing behind an HTTP server, as the application puts it together; the log is what it is told. */
export function serveStreams(now: () => number) {
	const log: StoredEvent[] = [];
	const read = (after: number) => Promise.resolve(log.filter(({ seq }) => seq > after));
	const channel = new Channel({ read, now, publicDelay: 0 });
	const server = createServer((_, response) => {
		watchForTicket(response);
		// What Kit does with the answer of a route.
		const answer = handOver((raw) => {
			const stream: Stream = { pipe: openPipe(raw, () => channel.leave(stream)), viewer: 'public', seatId: null };
			void channel.join(stream, 0);
		});
		for (const [name, value] of answer.headers) response.setHeader(name, value);
		response.writeHead(answer.status);
		response.end();
	});
	const append = (body: string) => {
		log.push({ seq: log.length + 1, at: now(), actor: 'clerk-1', audience: 'open', body });
		void channel.pull();
	};
	return { server, append };
}

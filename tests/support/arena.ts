import { randomUUID } from 'node:crypto';
import type { Act, Detail } from '#lib/arena/domain/hearing/act.ts';
import type { HearingEvent } from '#lib/arena/domain/hearing/event.ts';
import type { CourtRole, Standing } from '#lib/arena/domain/hearing/role.ts';
import type { Pipe } from '#lib/arena/server/live/stream.server.ts';
import { actInHearing } from '#lib/arena/server/use-cases/act-in-hearing.server.ts';
import { type NewHearing, scheduleHearing } from '#lib/arena/server/use-cases/schedule-hearing.server.ts';
import { type GivenSeat, seatByLink, seatPerson } from '#lib/arena/server/use-cases/seat-people.server.ts';
import type { Actor } from '#lib/identity/domain/roles.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { FILE } from './hearing.ts';
import { MORNING, valueOf } from './people.ts';

export const key = () => randomUUID();
const HOUR_MS = 3_600_000;

export const newHearing = (given: Partial<NewHearing> = {}): NewHearing => ({
	...{ procedureId: 'short-form', mode: 'online', title: '粉尘车间处罚案 第一场', file: FILE },
	...{ resultRule: 'mean', isPublic: false, startsAt: new Date(MORNING.getTime() + HOUR_MS) },
	...given
});

const STANDINGS: Readonly<Partial<Record<CourtRole, Standing>>> = { plaintiff: 'party', defendant: 'official' };

export const givenSeat = (seatId: string): GivenSeat => {
	const role = seatId.replace(/-\d+$/, '') as CourtRole;
	return { key: key(), seatId, role, contestSide: null, standing: STANDINGS[role] ?? null, isSubstitute: false };
};

/** Somebody on a seat: by account, or by the token of a link. */
export interface Sitter {
	readonly actor: Actor | null;
	readonly token: string | null;
}

/** A short hearing with its bench: five people of the bureau and a judge from outside, who has a link. */
export async function openHearing(
	organiser: Ctx,
	people: Readonly<Record<string, Actor>>,
	given: Partial<NewHearing> = {}
): Promise<{ id: string; sitters: Record<string, Sitter>; token: string }> {
	const id = valueOf(await scheduleHearing(organiser, newHearing(given)));
	const sitters: Record<string, Sitter> = {};
	for (const [seatId, actor] of Object.entries(people)) {
		valueOf(await seatPerson(organiser, id, givenSeat(seatId), actor.personId));
		sitters[seatId] = { actor, token: null };
	}
	const guest = { name: '何律师', expiresAt: new Date(MORNING.getTime() + 24 * HOUR_MS) };
	const { token } = valueOf(await seatByLink(organiser, id, givenSeat('panel-2'), guest));
	sitters['panel-2'] = { actor: null, token };
	return { id, sitters, token };
}

export const send = <A extends Act>(act: A, detail: Detail<A>) => ({ key: key(), act, detail });

/** Sends a command as whoever sits there; must be accepted. */
export async function does<A extends Act>(ctx: Ctx, hearing: string, who: Sitter, act: A, detail: Detail<A>) {
	const done = await actInHearing({ ...ctx, actor: who.actor }, hearing, send(act, detail), who.token);
	return valueOf(done);
}

/** A listener that keeps what it heard. */
export class Ear implements Pipe {
	private text = '';
	isEnded = false;
	readonly waitingBytes: number = 0;
	write(bytes: Buffer): void {
		this.text += bytes.toString();
	}
	end(): void {
		this.isEnded = true;
	}
	get frames(): string[] {
		return this.text.split('\n\n').filter((frame) => frame !== '');
	}
	get events(): HearingEvent[] {
		const found = this.frames.filter((frame) => frame.startsWith('id: '));
		return found.map((frame) => JSON.parse(frame.slice(frame.indexOf('data: ') + 6)) as HearingEvent);
	}
	get seqs(): number[] {
		return this.events.map(({ seq }) => seq);
	}
	get isToldToReload(): boolean {
		return this.text.includes('event: reload');
	}
}

export interface Begun {
	readonly id: string;
	readonly token: string;
	readonly sitters: Readonly<Record<string, Sitter>>;
	/** Does something from a seat; must be accepted. */
	run<A extends Act>(ctx: Ctx, seat: string, act: A, detail: Detail<A>): ReturnType<typeof does>;
	/** The presiding judge goes on. */
	to(stage: string): Promise<unknown>;
}

/** A hearing whose opening has begun, with everybody there. @param here makes a context of now */
export async function beginHearing(
	here: (actor?: Actor | null) => Ctx,
	{ organiser, bench }: { readonly organiser: Actor; readonly bench: Readonly<Record<string, Actor>> },
	given: Partial<NewHearing> = {}
): Promise<Begun> {
	const opened = await openHearing(here(organiser), bench, given);
	const run: Begun['run'] = (ctx, seat, act, detail) => does(ctx, opened.id, opened.sitters[seat]!, act, detail);
	for (const seat of Object.keys(opened.sitters)) await run(here(), seat, 'check-in', {});
	const to = (stage: string) => run(here(), 'presiding-1', 'advance', { to: stage, reason: '测试' });
	await to('S3');
	return { ...opened, run, to };
}

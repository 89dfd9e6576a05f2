import type { Bundle } from '#lib/arena/domain/bundle/bundle.ts';
import type { Act, Detail, Tags } from '#lib/arena/domain/hearing/act.ts';
import type { CourtRole } from '#lib/arena/domain/hearing/role.ts';
import { actInHearing } from '#lib/arena/server/use-cases/act-in-hearing.server.ts';
import { seatByLink, seatPerson } from '#lib/arena/server/use-cases/seat-people.server.ts';
import type { Actor } from '#lib/identity/domain/roles.ts';
import { readActor, readHolders } from '#lib/identity/server/use-cases/directory.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { newId } from '#lib/shared/ids.ts';
import type { ScriptedSeat, Spoken } from './arena-script.ts';
import { expectDone } from './expect-done.ts';

const SECOND_MS = 1000;
const DAY_MS = 86_400_000;
/** What is read out at a pace that can be taken down. */
const MS_PER_CHARACTER = 210;

/** The people of the bureau by name, each read once. */
export class Cast {
	readonly #actors = new Map<string, Promise<Actor>>();
	private constructor(
		private readonly ctx: Ctx,
		private readonly ids: ReadonlyMap<string, string>
	) {}

	static async of(ctx: Ctx): Promise<Cast> {
		const roles = ['officer', 'trainer', 'organiser', 'legal-reviewer', 'judge', 'supervisor'] as const;
		return new Cast(ctx, new Map((await readHolders(ctx, roles)).map(({ id, name }) => [name, id])));
	}

	idOf(name: string): string {
		const id = this.ids.get(name);
		if (id === undefined) throw new Error(`nobody is called ${name}`);
		return id;
	}

	async as(name: string, now: Date): Promise<Ctx> {
		const known = this.#actors.get(name) ?? readActor(this.ctx, this.idOf(name));
		this.#actors.set(name, known);
		return { ...this.ctx, actor: await known, now, request: 'demo' };
	}
}

interface Sitter {
	/** Null = by the link. */
	readonly name: string | null;
	readonly token: string | null;
}

/** A hearing that is being held: its clock goes on with what is said and done. */
export class Court {
	readonly #sitters = new Map<string, Sitter>();
	#now: number;

	constructor(
		readonly id: string,
		readonly bundle: Bundle,
		private readonly cast: Cast,
		private readonly ctx: Ctx,
		begins: Date
	) {
		this.#now = begins.getTime();
	}

	get now(): Date {
		return new Date(this.#now);
	}

	/** Puts everybody on the seats. @param at when the organiser does it */
	async seat(seats: readonly ScriptedSeat[], organiser: string, at: Date): Promise<void> {
		const me = await this.cast.as(organiser, at);
		for (const { seat, name, isGuest = false, standing = null, isSubstitute = false } of seats) {
			const role = seat.replace(/-\d+$/, '') as CourtRole;
			const contestSide = role === 'plaintiff' ? 'challenger' : role === 'defendant' ? 'defender' : null;
			const given = { key: newId(at), seatId: seat, role, contestSide, standing, isSubstitute } as const;
			if (isGuest) {
				const guest = { name, expiresAt: new Date(this.#now + 30 * DAY_MS) };
				const { token } = expectDone(await seatByLink(me, this.id, given, guest));
				this.#sitters.set(seat, { name: null, token });
			} else {
				expectDone(await seatPerson(me, this.id, given, this.cast.idOf(name)));
				this.#sitters.set(seat, { name, token: null });
			}
		}
	}

	get seats(): string[] {
		return [...this.#sitters.keys()];
	}

	/** Whoever sits there, now. */
	async sitter(seat: string): Promise<{ ctx: Ctx; token: string | null }> {
		const { name, token } = this.#sitters.get(seat)!;
		const ctx = name === null ? { ...this.ctx, actor: null, now: this.now } : await this.cast.as(name, this.now);
		return { ctx, token };
	}

	/** Somebody in the gallery, when the room's words have come there. */
	guest(name: string): Promise<Ctx> {
		return this.cast.as(name, new Date(this.#now + 40 * SECOND_MS));
	}

	/** @returns the number of its event */
	async act<A extends Act>(seat: string, act: A, detail: Detail<A>, seconds = 4): Promise<number> {
		this.#now += seconds * SECOND_MS;
		const { ctx, token } = await this.sitter(seat);
		return expectDone(await actInHearing(ctx, this.id, { key: newId(this.now), act, detail }, token)).first;
	}

	async to(stage: string, reason = ''): Promise<void> {
		await this.act('presiding-1', 'advance', { to: stage, reason }, 6);
	}

	/** Words of somebody who needs nobody's leave. */
	async say([seat, text]: Spoken, kind: Detail<'say'>['kind'], tags: Partial<Tags> = {}): Promise<number> {
		this.#now += text.length * MS_PER_CHARACTER;
		const said = { kind, text, speaker: seat, exhibitIds: [], citations: [], ...tags };
		return this.act(seat, 'say', said, 1);
	}

	/** The same with the floor asked for, given and given back. */
	async speak(spoken: Spoken, kind: Detail<'say'>['kind'], tags: Partial<Tags> = {}): Promise<number> {
		await this.act('presiding-1', 'grant', { seatId: spoken[0] });
		const line = await this.say(spoken, kind, tags);
		await this.act(spoken[0], 'yield', {}, 2);
		return line;
	}

	/** Exhibits and articles as a sentence carries them. */
	tagsOf(exhibits: readonly string[], law: readonly string[]): Pick<Tags, 'exhibitIds' | 'citations'> {
		const citations = law.map((key) => {
			const { law: id, article, paragraph, item } = this.bundle.lawPack.find((one) => one.key === key)!.citation;
			return {
				...{ law: id, article },
				...(paragraph === undefined ? {} : { paragraph }),
				...(item === undefined ? {} : { item })
			};
		});
		return { exhibitIds: exhibits, citations };
	}
}

import { getContext, setContext } from 'svelte';
import { type Act, type Detail } from '../../domain/hearing/act.ts';
import { actsOpenTo } from '../../domain/hearing/allowed.ts';
import { clocksAt } from '../../domain/hearing/clock.ts';
import { type Hearing, seatById } from '../../domain/hearing/hearing.ts';
import { roleName, stageById } from '../../domain/hearing/procedure.ts';
import { type Party, type Seat, partyOf } from '../../domain/hearing/role.ts';
import type { RoomData } from './room-data.ts';
import { LiveHearing } from './live-hearing.svelte.ts';

/** One open hearing in one browser: what it was served with, what has happened since, and who looks at it. */
export class Room {
	readonly data: RoomData;
	readonly live: LiveHearing;

	constructor(data: RoomData, asRoom = false) {
		this.data = data;
		this.live = new LiveHearing({ id: data.page.id, hearing: data.page.hearing, now: data.page.now, asRoom });
	}

	get id(): string {
		return this.data.page.id;
	}
	get hearing(): Hearing {
		return this.live.hearing;
	}
	get frame() {
		return this.data.page.frame;
	}
	get procedure() {
		return this.frame.procedure;
	}
	get viewer() {
		return this.data.page.viewer;
	}

	readonly seat: Seat | null = $derived.by(() => {
		const { seat } = this.data.page;
		return seat ? (seatById(this.live.hearing, seat.id) ?? seat) : null;
	});
	readonly party: Party | null = $derived.by(() => partyOf(this.seat));
	readonly stage = $derived.by(() => stageById(this.procedure, this.live.hearing.course.stage?.id ?? ''));
	readonly acts: readonly Act[] = $derived.by(() =>
		this.seat && !this.data.page.isCancelled ? actsOpenTo(this.live.hearing, this.stage, this.seat) : []
	);
	readonly clocks = $derived.by(() => clocksAt(this.live.hearing.course, this.procedure, this.live.now));
	readonly speaker: Seat | null = $derived.by(() => {
		const { floor } = this.live.hearing.course;
		return floor ? seatById(this.live.hearing, floor.seatId) : null;
	});

	/** Whether a button is shown; the server has the last word. */
	may(act: Act): boolean {
		const { seat } = this;
		if (!this.acts.includes(act) || !seat) return false;
		const { openedAt, recorder } = this.hearing.course;
		if (act === 'check-in') return seat.presence !== 'present';
		const isHere = openedAt === null || seat.presence === 'present';
		return isHere && (!seat.isSubstitute || act === 'take-over' || recorder === seat.id);
	}

	roleOf(seat: Pick<Seat, 'role'>): string {
		return roleName(this.procedure, seat.role);
	}
	partyName(party: Party): string {
		return roleName(this.procedure, party);
	}
	/** `原告 林岳` */
	nameOf(seatId: string): string {
		const seat = seatById(this.hearing, seatId);
		return seat ? `${this.roleOf(seat)} ${seat.name}` : seatId;
	}
	exhibitName(exhibitId: string): string {
		const known = this.frame.file.exhibits.find(({ id }) => id === exhibitId);
		const offered = this.hearing.court.exhibits[exhibitId]?.offered;
		const found = known ?? offered;
		return found ? `${this.partyName(found.side)}证据${found.number}` : exhibitId;
	}
	issueText(issueId: string): string {
		return this.hearing.court.issues.find(({ id }) => id === issueId)?.text ?? issueId;
	}
	isSeatOf(detail: Partial<Detail<'grant'>>): boolean {
		return detail.seatId === this.seat?.id;
	}
}

const KEY = Symbol('room');
export const provideRoom = (room: Room): Room => setContext(KEY, room);
export const useRoom = (): Room => getContext<Room>(KEY);

import { type Day, isDay } from '#lib/shared/time.ts';
import { type Room, isRoom } from './labels.ts';

/** Where the next page goes on: behind this entry. */
export interface Cursor {
	/** Microseconds since 1970. */
	readonly micros: number;
	readonly number: number;
}

/** What the auditor looks for; blank or null = anything. */
export interface LogQuery {
	/** Part of a name, an account, or an id. */
	readonly who: string;
	readonly room: Room | null;
	readonly subject: string;
	readonly from: Day | null;
	readonly until: Day | null;
	/** Stands in the subject, the request number or what the entry says. */
	readonly text: string;
	readonly cursor: Cursor | null;
}

const MOST = 100;
const words = (value: string | null) => (value ?? '').trim().slice(0, MOST);
const day = (value: string | null) => (value !== null && isDay(value.trim()) ? value.trim() : null);

/** Reads an address; what cannot be read asks for nothing. */
export function readQuery(params: Pick<URLSearchParams, 'get'>): LogQuery {
	const room = params.get('room') ?? '';
	const [, micros, number] = /^(\d{1,16})-(\d{1,15})$/.exec(params.get('after') ?? '') ?? [];
	return {
		...{ who: words(params.get('who')), room: isRoom(room) ? room : null, subject: words(params.get('subject')) },
		...{ from: day(params.get('from')), until: day(params.get('until')), text: words(params.get('text')) },
		cursor: micros === undefined ? null : { micros: Number(micros), number: Number(number) }
	};
}

/** The same question as an address, without the place in it. */
export function queryText(query: Omit<LogQuery, 'cursor'>, cursor: Cursor | null = null): string {
	const { who, room, subject, from, until, text } = query;
	const given = Object.entries({ who, room, subject, from, until, text, after: cursor && cursorText(cursor) });
	const params = new URLSearchParams(given.flatMap(([key, value]) => (value ? [[key, value]] : [])));
	return params.size === 0 ? '' : `?${params}`;
}
const cursorText = ({ micros, number }: Cursor) => `${micros}-${number}`;

import { and, asc, gte, inArray, sql } from 'drizzle-orm';
import { copyOut, type Db, driverOf } from '#db/connect.ts';
import { ledgerEntry } from '#db/schema/ranking.ts';
import { type Day, isDay } from '#lib/shared/time.ts';
import type { NewEntry, Source } from '../../domain/entry.ts';

/** An entry as its columns say it. */
export interface EntryRow {
	readonly officerId: string;
	readonly seq: number;
	readonly source: string;
	readonly sourceId: string;
	readonly day: Day;
	readonly unitId: string;
	readonly body: string;
	readonly previousHash: string;
	readonly hash: string;
}

/**
 * Until the transaction ends the table is read from its beginning, by one process. PostgreSQL would rather begin where another
 * scan of it is just now, or was when it was broken off; then half of the entries come before their predecessors.
 */
export async function readFromStart(db: Db): Promise<void> {
	await db.execute(sql`select set_config('synchronize_seqscans', 'off', true),
		set_config('max_parallel_workers_per_gather', '0', true)`);
}

const COLUMNS = 'officer_id, seq, source, source_id, day, unit_id, body, previous_hash, hash';

export interface Wanted {
	/** First day, and the first day after; absent = all entries. */
	readonly within?: { readonly from: Day; readonly before: Day };
	/** By officer and place in the chain, which costs a sort of the whole table; else as they lie in the table. */
	readonly isOrdered?: boolean;
}

/**
 * Hands over the entries one by one, so that ten million of them never lie in memory together; by COPY, which spares the
 * driver's rows. What `take` throws is thrown after the last row: the connection has to be read to its end.
 */
export async function forEachEntry(db: Db, wanted: Wanted, take: (row: EntryRow) => void): Promise<void> {
	let rest: Buffer = Buffer.alloc(0);
	const ids = new Ids();
	let failure: { readonly cause: unknown } | null = null;
	for await (const chunk of copyOut(driverOf(db), copyText(wanted))) {
		if (failure) continue;
		const piece = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
		try {
			rest = piece.subarray(takeLines(piece, (fields) => take(rowOf(fields, ids))));
		} catch (cause) {
			failure = { cause };
		}
	}
	if (failure) throw failure.cause;
}

const [LINE, TAB, FIELDS] = [10, 9, 9];

/** @returns where the last line that is whole has ended */
function takeLines(piece: Buffer, take: (fields: string[]) => void): number {
	let start = 0;
	for (let end = piece.indexOf(LINE, start); end !== -1; end = piece.indexOf(LINE, start)) {
		take(fieldsOf(piece, start, end));
		start = end + 1;
	}
	return start;
}

/** COPY takes no parameters. */
function copyText({ within, isOrdered = false }: Wanted): string {
	if (within && !(isDay(within.from) && isDay(within.before))) throw new RangeError('no days');
	const where = within ? ` where day >= '${within.from}' and day < '${within.before}'` : '';
	const order = isOrdered ? ' order by officer_id, seq' : '';
	return `copy (select ${COLUMNS} from ledger_entry${where}${order}) to stdout`;
}

/** Field by field out of the bytes: a part of a longer text would keep the whole of it in memory. */
function fieldsOf(piece: Buffer, start: number, end: number): string[] {
	const fields: string[] = [];
	for (let from = start; fields.length < FIELDS;) {
		const tab = fields.length === FIELDS - 1 ? end : piece.indexOf(TAB, from);
		const field = piece.toString('utf8', from, tab);
		fields.push(field.includes('\\') ? unescaped(field) : field);
		from = tab + 1;
	}
	return fields;
}

/** One string for each id, however many entries name it: whoever keeps an id of a row keeps nothing more. */
class Ids {
	readonly #known = new Map<string, string>();
	of(id: string): string {
		const known = this.#known.get(id);
		if (known === undefined) this.#known.set(id, id);
		return known ?? id;
	}
}

function rowOf(fields: string[], ids: Ids): EntryRow {
	const [officerId, seq, source, sourceId, day, unitId, body, previousHash, hash] = fields;
	return {
		officerId: ids.of(officerId!),
		...{ seq: Number(seq), source: source!, sourceId: sourceId!, day: day!, unitId: ids.of(unitId!) },
		...{ body: body!, previousHash: previousHash!, hash: hash! }
	};
}

const SIGNS: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };
const unescaped = (field: string) => field.replace(/\\(.)/g, (_, sign: string) => SIGNS[sign] ?? sign);

type Correction = Pick<NewEntry, 'source' | 'replaces'>;
const AT_ONCE = 1000;

/** The bodies of what corrections replace, by officer, source and source id. */
export async function selectReplaced(db: Db, corrections: readonly Correction[]): Promise<Map<string, string>> {
	const found = new Map<string, string>();
	for (let at = 0; at < corrections.length; at += AT_ONCE) {
		const some = corrections.slice(at, at + AT_ONCE);
		const { officerId, source, sourceId, body } = ledgerEntry;
		const sources = [...new Set(some.map((one): Source => one.source))];
		const sourceIds = [...new Set(some.map(({ replaces }) => replaces!.sourceId))];
		const rows = await db
			.select({ officerId, source, sourceId, body })
			.from(ledgerEntry)
			.where(and(inArray(source, sources), inArray(sourceId, sourceIds)));
		for (const row of rows) found.set(`${row.officerId} ${row.source} ${row.sourceId}`, row.body);
	}
	return found;
}

/** Corrections from a day on of pieces of an earlier month, oldest first. @param cycle `2026-10` */
export function selectLate(db: Db, cycle: string, from: Day): Promise<{ officerId: string; body: string }[]> {
	const { officerId, body, day, seq, sourceId } = ledgerEntry;
	return db
		.select({ officerId, body })
		.from(ledgerEntry)
		.where(
			and(
				gte(day, from),
				// As the partial index says it; an own day of that month cannot be, so what is found stands in `replaces`.
				sql`position('#' in ${sourceId}) > 0`,
				sql`${body} ~ ${`"(day|first)":"${cycle}-`}`
			)
		)
		.orderBy(asc(officerId), asc(seq));
}

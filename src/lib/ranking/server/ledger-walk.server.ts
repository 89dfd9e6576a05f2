import type { Ctx } from '#lib/platform/ctx.server.ts';
import { ChainWalk } from '../domain/chain-walk.ts';
import { CycleFold } from '../domain/cycle-fold.ts';
import { EMPTY_HEAD, type Head, type NewEntry, cycleOf, faultOfCorrection, parseBody } from '../domain/entry.ts';
import { type Rule, ruleOf } from '../domain/rule.ts';
import {
	type EntryRow,
	type Wanted,
	forEachEntry,
	readFromStart,
	selectReplaced
} from './repository/entry-stream.server.ts';

/** The ends of all chains as a closed month has published them. */
export interface PublishedHeads {
	readonly cycle: string;
	readonly heads: Readonly<Record<string, PublishedHead>>;
}
type PublishedHead = readonly [seq: number, hash: string];
const NOTHING: PublishedHead = [0, EMPTY_HEAD.hash];

export interface Known {
	readonly heads: ReadonlyMap<string, Head>;
	readonly closed: readonly PublishedHeads[];
	readonly rules: readonly Rule[];
}

type Body = ReturnType<typeof parseBody>;
type Correction = Body & { readonly replaces: NonNullable<NewEntry['replaces']> };

/** So many entries may wait for their predecessors before the table is read anew in order. */
const MOST_WAITING = 200_000;

/** One pass over the whole ledger: chains and columns are checked, and everything is folded into its month. */
export class LedgerWalk {
	entries = 0;
	readonly folds = new Map<string, CycleFold>();
	/** Months that cannot be counted, with the reason. */
	readonly uncountable = new Map<string, string>();
	readonly #faults = new Map<string, string[]>();
	readonly #corrections: Correction[] = [];
	readonly #found: readonly Set<string>[];
	/** What each closed month has published of an officer, in the order of the months: looked up once an entry. */
	readonly #published = new Map<string, (PublishedHead | undefined)[]>();
	readonly #late = new Set<string>();
	readonly #chains = new ChainWalk((officerId, fault) => this.#tell(officerId, fault));
	#isUnordered = false;

	private constructor(
		private readonly known: Known,
		private readonly mostWaiting: number
	) {
		this.#found = known.closed.map(() => new Set<string>());
		for (const [at, { heads }] of known.closed.entries()) {
			for (const [officerId, head] of Object.entries(heads)) {
				const own = this.#published.get(officerId) ?? [];
				own[at] = head;
				this.#published.set(officerId, own);
			}
		}
	}

	/** Reads the ledger. A table whose order says nothing – restored from somewhere, rewritten – is read once more, sorted. */
	static async through(ctx: Ctx, known: Known): Promise<LedgerWalk> {
		await readFromStart(ctx.db);
		const walk = await LedgerWalk.#read(ctx, new LedgerWalk(known, MOST_WAITING), {});
		if (walk) return walk.#finish(ctx);
		// In order nothing waits but what follows a gap.
		const again = await LedgerWalk.#read(ctx, new LedgerWalk(known, Infinity), { isOrdered: true });
		return again!.#finish(ctx);
	}

	/** @returns null where too many entries wait; with what it holds the walk is forgotten then */
	static async #read(ctx: Ctx, walk: LedgerWalk, wanted: Wanted): Promise<LedgerWalk | null> {
		await forEachEntry(ctx.db, wanted, (row) => walk.#take(row));
		return walk.#isUnordered ? null : walk;
	}

	/** What is wrong, by officer. */
	faults(): string[] {
		const sorted = [...this.#faults].sort(([left], [right]) => (left < right ? -1 : 1));
		return sorted.flatMap(([officerId, faults]) => faults.map((fault) => `人员 ${officerId}：${fault}`));
	}

	officers(): number {
		return new Set([...this.known.heads.keys(), ...this.#chains.owners()]).size;
	}

	#tell(officerId: string, fault: string): void {
		const told = this.#faults.get(officerId);
		if (told) told.push(fault);
		else this.#faults.set(officerId, [fault]);
	}

	#take(row: EntryRow): void {
		if (this.#isUnordered) return;
		this.entries++;
		this.#chains.take(row);
		if (this.#chains.waiting > this.mostWaiting) return this.#giveUp();
		this.#holdAgainstClosed(row);
		// Who owns the database can write anything: what cannot be read or counted is a fault like any other.
		try {
			const body = parseBody(row.body);
			if (!COLUMNS.every((column) => body[column] === row[column])) {
				const wrong = COLUMNS.filter((column) => body[column] !== row[column]);
				this.#tell(row.officerId, `第 ${row.seq} 条的 ${wrong.join('、')} 与正文不符`);
			} else if (body.replaces) this.#corrections.push(body as Correction);
			this.#fold(row, body);
		} catch (error) {
			if (!isOfContent(error)) throw error;
			this.#tell(row.officerId, `第 ${row.seq} 条的正文无法读取`);
			this.uncountable.set(cycleOf(row.day), error.message);
		}
	}

	#giveUp(): void {
		this.#isUnordered = true;
		this.#chains.forget();
		this.folds.clear();
	}

	#holdAgainstClosed({ officerId, seq, hash, day }: EntryRow): void {
		const published = this.#published.get(officerId);
		for (let at = 0; at < this.known.closed.length; at++) {
			const [last, end] = published?.[at] ?? NOTHING;
			if (seq === last && hash === end) this.#found[at]!.add(officerId);
			const { cycle } = this.known.closed[at]!;
			if (seq <= last || cycleOf(day) > cycle || this.#late.has(`${cycle} ${officerId}`)) continue;
			this.#late.add(`${cycle} ${officerId}`);
			this.#tell(officerId, `第 ${seq} 条记在已关闭的 ${cycle} 内`);
		}
	}

	#fold(row: EntryRow, body: Body): void {
		const cycle = cycleOf(row.day);
		try {
			const fold = this.folds.get(cycle) ?? new CycleFold(ruleOf(this.known.rules, cycle));
			this.folds.set(cycle, fold);
			fold.add(row, body);
		} catch (error) {
			if (!isOfContent(error)) throw error;
			this.uncountable.set(cycle, error.message);
		}
	}

	async #finish(ctx: Ctx): Promise<this> {
		this.#chains.finish(this.known.heads);
		this.known.closed.forEach(({ cycle, heads }, at) => {
			for (const [officerId, [seq, hash]] of Object.entries(heads)) {
				const isThere = this.#found[at]!.has(officerId) || (seq === 0 && hash === EMPTY_HEAD.hash);
				if (!isThere) this.#tell(officerId, `第 ${seq} 条与 ${cycle} 公布的链尾不符`);
			}
		});
		await this.#checkCorrections(ctx);
		return this;
	}

	async #checkCorrections(ctx: Ctx): Promise<void> {
		const targets = await selectReplaced(ctx.db, this.#corrections);
		for (const correction of this.#corrections) {
			const { officerId, source, replaces } = correction;
			const was = readOrNull(targets.get(`${officerId} ${source} ${replaces.sourceId}`));
			const fault = faultOfCorrection(correction, was);
			if (fault !== null) this.#tell(officerId, fault);
		}
	}
}

/** The columns repeat parts of the hashed body; they must agree with it. */
const COLUMNS = ['officerId', 'source', 'sourceId', 'day', 'unitId', 'seq'] as const;

/** Thrown by what was written, not by a bug or a lost connection. */
export const isOfContent = (error: unknown): error is Error =>
	error instanceof SyntaxError || error instanceof TypeError || error instanceof RangeError;

/** What cannot be read was told where it stands. */
function readOrNull(body: string | undefined): Body | null {
	try {
		return body === undefined ? null : parseBody(body);
	} catch (error) {
		if (isOfContent(error)) return null;
		throw error;
	}
}

import { canonical, sha256 } from '#lib/shared/canonical.ts';
import { clockOf, dayOf } from '#lib/shared/time.ts';

/** A run of entries as it was sealed. Entry numbers: above `from`, up to and including `until`. */
export interface SealBody {
	/** Counts from 1. */
	readonly number: number;
	readonly fromNumber: number;
	readonly untilNumber: number;
	readonly entries: number;
	/** To the millisecond. */
	readonly firstAt: Date;
	readonly lastAt: Date;
	/** SHA-256 over the digests of the entries, by number. */
	readonly root: string;
	/** Hash of the seal before. */
	readonly previous: string;
	readonly sealedAt: Date;
}
export interface Seal extends SealBody {
	readonly hash: string;
}

/** A seal that was never made: the chain begins behind it. */
export const BEFORE_FIRST = { number: 0, untilNumber: 0, hash: '' } as const;
export type ChainEnd = Pick<Seal, 'number' | 'untilNumber' | 'hash'>;

/** SHA-256 of the canonical bytes of everything else in the seal; it carries the hash of the seal before, and so all before it. */
export function hashOf(body: SealBody): string {
	const { number, fromNumber, untilNumber, entries, root, previous } = body;
	const times = [body.firstAt, body.lastAt, body.sealedAt].map((at) => at.getTime());
	return sha256(canonical([number, fromNumber, untilNumber, entries, ...times, root, previous]));
}

/** What is found now where a seal says what was there. Root null: nothing is there. */
export interface Found {
	readonly entries: number;
	readonly root: string | null;
}

/** Entries that went when the time for keeping them was over. */
export interface Purge {
	readonly seal: number;
	readonly untilNumber: number;
	readonly lastAt: Date;
	readonly purgedAt: Date;
}

/** The least that the law asks for, whatever was set. */
export const LEAST_DAYS = 180;
const DAY = 86_400_000;

const minute = (at: Date) => `${dayOf(at)} ${clockOf(at)}`;
const nameOf = ({ number, firstAt, lastAt, entries }: SealBody) =>
	`第 ${number} 封（${minute(firstAt)} 至 ${minute(lastAt)}，${entries} 条）`;

/**
 * Walks the seals in order and says what does not hold: a seal that was changed, taken out or put in; entries that were
 * changed, taken out or put in behind one; entries that went before their time. Empty = all is as it was sealed.
 */
export class SealWalk {
	readonly faults: string[] = [];
	#end: ChainEnd = BEFORE_FIRST;
	#entries = 0;
	#newest = 0;
	readonly #purges: ReadonlyMap<number, Purge>;
	readonly #purgedUntil: number;

	/** @param purges all of them @param now when this is looked at */
	constructor(
		purges: readonly Purge[],
		private readonly now: Date
	) {
		this.#purges = new Map(purges.map((purge) => [purge.seal, purge]));
		this.#purgedUntil = Math.max(0, ...purges.map(({ seal }) => seal));
	}

	get end(): ChainEnd {
		return this.#end;
	}
	/** Entries under seals that are still there. */
	get entries(): number {
		return this.#entries;
	}

	/** The next seal, and what is found where it says its entries are. */
	take(seal: Seal, found: Found): void {
		const { number, fromNumber, untilNumber, previous, hash } = seal;
		const before = this.#end;
		if (number !== before.number + 1) this.#say(`第 ${before.number + 1} 封到第 ${number - 1} 封不见了`);
		else if (previous !== before.hash || fromNumber !== before.untilNumber) this.#say(`${nameOf(seal)}接不上前一封`);
		if (hashOf(seal) !== hash) this.#say(`${nameOf(seal)}本身被改过`);
		this.#newest = Math.max(this.#newest, seal.lastAt.getTime());
		if (number > this.#purgedUntil) this.#compare(seal, found);
		else if (found.entries > 0) this.#say(`${nameOf(seal)}已按期清除，现在又有 ${found.entries} 条`);
		const purge = this.#purges.get(number);
		if (purge) this.#judgePurge(seal, purge);
		this.#end = { number, untilNumber, hash };
	}

	/** After the last seal. */
	finish(): void {
		if (this.#purgedUntil > this.#end.number) this.#say(`清除记录提到第 ${this.#purgedUntil} 封，没有这一封`);
	}

	#compare(seal: Seal, { entries, root }: Found): void {
		this.#entries += entries;
		const apart = entries - seal.entries;
		if (apart !== 0) this.#say(`${nameOf(seal)}现在${apart < 0 ? '少' : '多'}了 ${Math.abs(apart)} 条`);
		else if (root !== seal.root) this.#say(`${nameOf(seal)}的内容与封存时不同`);
	}

	#judgePurge(seal: Seal, { untilNumber, purgedAt }: Purge): void {
		const isEarly = purgedAt.getTime() - this.#newest < LEAST_DAYS * DAY;
		if (untilNumber !== seal.untilNumber || isEarly || purgedAt > this.now)
			this.#say(`${nameOf(seal)}以前的条目不到期限就清除了`);
	}

	#say(fault: string): void {
		this.faults.push(fault);
	}
}

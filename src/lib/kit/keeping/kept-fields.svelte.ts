import { SvelteMap } from 'svelte/reactivity';
import { type Asked, askServer } from './ask-server.ts';
import { LocalCopies } from './local-copies.ts';
import { OtherTabs } from './other-tabs.ts';

/** Where what was typed is. */
export type SaveState = 'saved' | 'typing' | 'saving' | 'retrying' | 'offline' | 'signed-out' | 'refused' | 'closed';

/** Soon enough that a killed browser has all but the sign just typed, seldom enough to write a burst once. */
const LOCAL_MS = 50;
const PAUSE_MS = 1_200;
/** While somebody types on without a pause. */
const LONGEST_MS = 4_000;
const RETRY_MS = [2_000, 4_000, 8_000, 15_000] as const;
/** Browsers send no more than this from a page that is closing. */
const LAST_BYTES = 60_000;

/** One field as it was when somebody began to change it, and as it is to be. */
interface FieldChange<Value> {
	readonly field: string;
	readonly was: Value;
	readonly now: Value;
}

/** What the server answers to changes. */
interface Saved<Value> {
	/** `14:05` */
	readonly savedAt: string;
	/** Fields that were changed elsewhere in the meantime: nothing of them was stored. */
	readonly conflicts: readonly { readonly field: string; readonly stored: Value }[];
}

/** What a field holds, and when two fields say the same. */
export interface Manner<Value, Blank> {
	/** What is said of a field that is not there. */
	readonly blank: Blank;
	same(left: Value | Blank | undefined, right: Value | Blank | undefined): boolean;
	changesBetween(before: Fields<Value>, after: Fields<Value>): FieldChange<Value | Blank>[];
}
type Fields<Value> = Readonly<Record<string, Value>>;

export interface Begun<Value> {
	readonly id: string;
	/** Whose it is on this computer. */
	readonly person: string;
	readonly entries: Fields<Value>;
	readonly savedAt: string;
}

/**
 * One open text in one tab: what stands in the form, what is known to be stored, and the way between them – first into the
 * browser, then to the server, field by field as compare and set. A field that was changed elsewhere is shown with both
 * texts until the writer chooses; nothing is ever overwritten.
 */
export class KeptFields<Value, Blank> {
	/** What stands in the form; fields write into it and call `touch`. */
	entries = $state<Record<string, Value>>({});
	state = $state<SaveState>('saved');
	savedAt = $state('');
	/** Why the server did not take it. */
	fault = $state<string | null>(null);
	/** Fields with two texts: what is stored now. */
	readonly conflicts = new SvelteMap<string, Value | Blank>();
	/** The text is open in another tab of this browser. */
	isElsewhere = $state(false);
	/** Fields that were found on this computer and not on the server. */
	recovered = $state(0);

	readonly address: string;
	#base: Record<string, Value>;
	/** Both only in a browser, once the page stands there. */
	#copies: LocalCopies<FieldChange<Value | Blank>> | null = null;
	#tabs: OtherTabs<Value | Blank> | null = null;
	readonly #text: Pick<Begun<Value>, 'id' | 'person'>;
	readonly #manner: Manner<Value, Blank>;
	#localTimer: ReturnType<typeof setTimeout> | undefined;
	#saveTimer: ReturnType<typeof setTimeout> | undefined;
	#unsavedSince: number | null = null;
	#underWay: Promise<boolean> | null = null;
	#failures = 0;

	/** @param address below which it is saved: `/save` takes the changes */
	constructor({ id, person, entries, savedAt }: Begun<Value>, address: string, manner: Manner<Value, Blank>) {
		this.entries = structuredClone(entries);
		this.#base = { ...entries };
		this.savedAt = savedAt;
		this.address = address;
		this.#text = { id, person };
		this.#manner = manner;
	}

	/** Finds what an earlier tab of the same person could not send, and goes on from there. */
	async begin(): Promise<void> {
		const { id, person } = this.#text;
		const copies = (this.#copies = new LocalCopies<FieldChange<Value | Blank>>(person, id));
		const tabs = (this.#tabs = new OtherTabs<Value | Blank>(id, {
			met: () => (this.isElsewhere = true),
			saved: (fields) => this.#takeOver(fields),
			closed: () => (this.state = 'closed')
		}));
		const alive = await tabs.find();
		const left = (await copies.find()).filter(({ tab }) => tab !== tabs.tab && !alive.has(tab));
		if (left.length === 0) return;
		for (const { tab, changes } of left) {
			const rest = changes.filter((change) => !this.#replay(change));
			await this.#keepHere();
			await copies.keep(tab, rest);
		}
		this.touch();
	}

	/** A change that was kept on this computer: as if it had been typed here. @returns false where something has been typed already */
	#replay({ field, was, now }: FieldChange<Value | Blank>): boolean {
		const { blank, same } = this.#manner;
		const stored = this.#base[field] ?? blank;
		if (same(stored, now)) return true;
		if (!same(this.entries[field], stored)) return false;
		this.#set(field, now);
		if (!same(stored, was)) this.conflicts.set(field, stored);
		this.recovered++;
		return true;
	}

	/** Something in the form has changed. */
	readonly touch = (): void => {
		if (this.state === 'closed') return;
		if (this.state !== 'signed-out') this.state = navigator.onLine ? 'typing' : 'offline';
		this.#localTimer ??= setTimeout(() => void this.#keepHere(), LOCAL_MS);
		const now = performance.now();
		this.#unsavedSince ??= now;
		const rest = Math.max(0, this.#unsavedSince + LONGEST_MS - now);
		this.#schedule(Math.min(PAUSE_MS, rest));
	};

	#schedule(millis: number): void {
		clearTimeout(this.#saveTimer);
		this.#saveTimer = setTimeout(() => void this.save(), millis);
	}

	async #keepHere(): Promise<void> {
		clearTimeout(this.#localTimer);
		this.#localTimer = undefined;
		if (this.#tabs) await this.#copies?.keep(this.#tabs.tab, this.#changes());
	}

	/** What is not stored yet, fields in conflict included. */
	#changes(): FieldChange<Value | Blank>[] {
		const standing: unknown = $state.snapshot(this.entries);
		return this.#manner.changesBetween(this.#base, standing as Fields<Value>);
	}

	/** Sends what is not stored yet. @returns whether everything is stored now */
	readonly save = async (): Promise<boolean> => {
		if (this.#underWay) {
			await this.#underWay;
			return this.save();
		}
		this.#underWay = this.#send();
		const isStored = await this.#underWay.finally(() => (this.#underWay = null));
		if (this.#unsavedSince !== null && this.state === 'saved') this.touch();
		return isStored;
	};

	async #send(): Promise<boolean> {
		clearTimeout(this.#saveTimer);
		const changes = this.#changes().filter(({ field }) => !this.conflicts.has(field));
		this.#unsavedSince = null;
		if (changes.length === 0) {
			await this.#keepHere();
			if (this.state !== 'closed') this.state = 'saved';
			return this.conflicts.size === 0 && this.state === 'saved';
		}
		if (this.state !== 'retrying' && this.state !== 'offline') this.state = 'saving';
		const asked = await askServer<Saved<Value | Blank>>(`${this.address}/save`, { body: { changes } });
		return asked.kind === 'done' ? this.#settle(changes, asked.data) : this.#fail(asked);
	}

	async #settle(
		changes: readonly FieldChange<Value | Blank>[],
		{ savedAt, conflicts }: Saved<Value | Blank>
	): Promise<boolean> {
		this.#failures = 0;
		this.fault = null;
		const stored = changes.filter(({ field }) => !conflicts.some((one) => one.field === field));
		for (const { field, now } of stored) this.#store(field, now);
		for (const { field, stored: there } of conflicts) this.conflicts.set(field, there);
		this.state = 'saved';
		this.savedAt = savedAt;
		await this.#keepHere();
		if (stored.length > 0) this.#tabs?.tellSaved(Object.fromEntries(stored.map(({ field, now }) => [field, now])));
		return this.conflicts.size === 0 && this.#unsavedSince === null;
	}

	async #fail(asked: Exclude<Asked<unknown>, { kind: 'done' }>): Promise<boolean> {
		this.#unsavedSince ??= performance.now();
		await this.#keepHere();
		if (asked.kind === 'refused') {
			this.fault = asked.fault;
			this.state = 'refused';
		} else if (asked.kind === 'signed-out') this.state = 'signed-out';
		else {
			this.state = navigator.onLine ? 'retrying' : 'offline';
			this.#schedule(RETRY_MS[Math.min(this.#failures++, RETRY_MS.length - 1)]!);
		}
		return false;
	}

	/** Another tab has stored fields: those that nobody touched here follow, the others are found in conflict when they are sent. */
	#takeOver(fields: Fields<Value | Blank>): void {
		for (const [field, entry] of Object.entries(fields)) {
			if (!this.#manner.same(this.entries[field], this.#base[field])) continue;
			this.#store(field, entry);
			this.#set(field, entry);
		}
	}

	/** Keeps one of the two texts of a field; the other one is gone only now. */
	resolve(field: string, keep: 'mine' | 'stored'): void {
		const stored = this.conflicts.get(field) ?? this.#manner.blank;
		this.conflicts.delete(field);
		this.#store(field, stored);
		if (keep === 'stored') this.#set(field, stored);
		this.touch();
	}

	/** The server has put another state in place (a version was brought back). */
	replace(entries: Fields<Value>): void {
		const fields = Object.keys({ ...this.#base, ...entries });
		this.#base = { ...entries };
		this.entries = structuredClone(entries);
		this.conflicts.clear();
		this.#tabs?.tellSaved(Object.fromEntries(fields.map((field) => [field, entries[field] ?? this.#manner.blank])));
		void this.#keepHere();
	}

	/** It may not be changed any more: nothing stays on this computer. */
	async finish(): Promise<void> {
		this.state = 'closed';
		this.#stop();
		this.#tabs?.tellClosed();
		await this.#copies?.forgetAll();
	}

	/** The page goes away or is hidden: what is left is sent without waiting for an answer. */
	leave(): void {
		const changes = this.#changes().filter(({ field }) => !this.conflicts.has(field));
		if (changes.length === 0 || this.state === 'closed') return;
		void this.#keepHere();
		if (JSON.stringify(changes).length < LAST_BYTES) {
			void askServer(`${this.address}/save`, { body: { changes }, isLast: true });
		}
	}

	close(): void {
		this.leave();
		this.#stop();
		this.#tabs?.close();
	}

	#stop(): void {
		clearTimeout(this.#saveTimer);
		clearTimeout(this.#localTimer);
	}

	#set(field: string, entry: Value | Blank): void {
		if (this.#isBlank(entry)) delete this.entries[field];
		else this.entries[field] = structuredClone<Value>(entry);
	}

	#store(field: string, entry: Value | Blank): void {
		if (this.#isBlank(entry)) delete this.#base[field];
		else this.#base[field] = entry;
	}

	#isBlank(entry: Value | Blank): entry is Blank {
		return entry === this.#manner.blank;
	}
}

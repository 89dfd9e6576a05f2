import { SvelteMap } from 'svelte/reactivity';
import { type FieldChange, changesBetween } from '../../domain/apply-changes.ts';
import type { SavedDraft } from '../../domain/draft-view.ts';
import type { Entries, Entry } from '../../domain/entries.ts';
import { sameEntry } from '../../domain/same-entry.ts';
import { type Asked, askServer } from './ask-server.ts';
import { LocalCopies } from './local-copies.ts';
import { OtherTabs } from './other-tabs.ts';

/** Where what was typed is. */
export type SaveState = 'saved' | 'typing' | 'saving' | 'retrying' | 'offline' | 'signed-out' | 'refused' | 'handed-in';

const LOCAL_MS = 200;
const PAUSE_MS = 1_200;
/** While somebody types on without a pause. */
const LONGEST_MS = 4_000;
const RETRY_MS = [2_000, 4_000, 8_000, 15_000] as const;
/** Browsers send no more than this from a page that is closing. */
const LAST_BYTES = 60_000;

export interface BegunDraft {
	readonly id: string;
	readonly person: string;
	readonly entries: Entries;
	readonly savedAt: string;
}

/**
 * One open draft in one tab: what stands in the form, what is known to be stored, and the way between them – first into the
 * browser, then to the server, field by field as compare and set. A field that was changed elsewhere is shown with both
 * texts until the officer chooses; nothing is ever overwritten.
 */
export class DraftSheet {
	/** What stands in the form; fields write into it and call `touch`. */
	entries = $state<Record<string, Entry>>({});
	state = $state<SaveState>('saved');
	savedAt = $state('');
	/** Why the server did not take it. */
	fault = $state<string | null>(null);
	/** Fields with two texts: what is stored now. */
	readonly conflicts = new SvelteMap<string, Entry | null>();
	/** The draft is open in another tab of this browser. */
	isElsewhere = $state(false);
	/** Fields that were found on this computer and not on the server. */
	recovered = $state(0);

	readonly address: string;
	#base: Record<string, Entry>;
	#copies: LocalCopies;
	#tabs: OtherTabs;
	#localTimer: ReturnType<typeof setTimeout> | undefined;
	#saveTimer: ReturnType<typeof setTimeout> | undefined;
	#unsavedSince: number | null = null;
	#underWay: Promise<boolean> | null = null;
	#failures = 0;

	constructor({ id, person, entries, savedAt }: BegunDraft, base: string) {
		this.entries = structuredClone(entries);
		this.#base = { ...entries };
		this.savedAt = savedAt;
		this.address = `${base}/drafting/drafts/${id}`;
		this.#copies = new LocalCopies(person, id);
		this.#tabs = new OtherTabs(id, {
			met: () => (this.isElsewhere = true),
			saved: (fields) => this.#takeOver(fields),
			handedIn: () => (this.state = 'handed-in')
		});
	}

	/** Finds what an earlier tab of the same person could not send, and goes on from there. */
	async begin(): Promise<void> {
		const alive = await this.#tabs.find();
		const left = (await this.#copies.find()).filter(({ tab }) => tab !== this.#tabs.tab && !alive.has(tab));
		for (const { changes } of left) for (const change of changes) this.#replay(change);
		if (left.length === 0) return;
		await this.#copies.keep(this.#tabs.tab, this.#changes());
		for (const { tab } of left) await this.#copies.keep(tab, []);
		this.touch();
	}

	/** A change that was kept on this computer: as if it had been typed here. */
	#replay({ field, was, now }: FieldChange): void {
		const stored = this.#base[field] ?? null;
		if (sameEntry(stored, now) || !sameEntry(this.entries[field], stored)) return;
		this.#set(field, now);
		if (!sameEntry(stored, was)) this.conflicts.set(field, stored);
		this.recovered++;
	}

	/** Something in the form has changed. */
	readonly touch = (): void => {
		if (this.state === 'handed-in') return;
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

	#keepHere(): Promise<void> {
		clearTimeout(this.#localTimer);
		this.#localTimer = undefined;
		return this.#copies.keep(this.#tabs.tab, this.#changes());
	}

	/** What is not stored yet, fields in conflict included. */
	#changes(): FieldChange[] {
		return changesBetween(this.#base, $state.snapshot(this.entries));
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
			if (this.state !== 'handed-in') this.state = 'saved';
			return this.conflicts.size === 0 && this.state === 'saved';
		}
		if (this.state !== 'retrying' && this.state !== 'offline') this.state = 'saving';
		const asked = await askServer<SavedDraft>(`${this.address}/save`, { body: { changes } });
		return asked.kind === 'done' ? this.#settle(changes, asked.data) : this.#fail(asked);
	}

	async #settle(changes: readonly FieldChange[], { savedAt, conflicts }: SavedDraft): Promise<boolean> {
		this.#failures = 0;
		this.fault = null;
		const stored = changes.filter(({ field }) => !conflicts.some((one) => one.field === field));
		for (const { field, now } of stored) this.#store(field, now);
		for (const { field, stored: there } of conflicts) this.conflicts.set(field, there);
		this.state = 'saved';
		this.savedAt = savedAt;
		await this.#keepHere();
		if (stored.length > 0) this.#tabs.tellSaved(Object.fromEntries(stored.map(({ field, now }) => [field, now])));
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
	#takeOver(fields: Readonly<Record<string, Entry | null>>): void {
		for (const [field, entry] of Object.entries(fields)) {
			if (!sameEntry(this.entries[field], this.#base[field])) continue;
			this.#store(field, entry);
			this.#set(field, entry);
		}
	}

	/** Keeps one of the two texts of a field; the other one is gone only now. */
	resolve(field: string, keep: 'mine' | 'stored'): void {
		const stored = this.conflicts.get(field) ?? null;
		this.conflicts.delete(field);
		this.#store(field, stored);
		if (keep === 'stored') this.#set(field, stored);
		this.touch();
	}

	/** The server has put another state in place (a version was brought back). */
	replace(entries: Entries): void {
		const fields = Object.keys({ ...this.#base, ...entries });
		this.#base = { ...entries };
		this.entries = structuredClone(entries);
		this.conflicts.clear();
		this.#tabs.tellSaved(Object.fromEntries(fields.map((field) => [field, entries[field] ?? null])));
		void this.#keepHere();
	}

	/** It was handed in: nothing stays on this computer. */
	async finish(): Promise<void> {
		this.state = 'handed-in';
		this.#stop();
		this.#tabs.tellHandedIn();
		await this.#copies.forgetAll();
	}

	/** The page goes away or is hidden: what is left is sent without waiting for an answer. */
	leave(): void {
		const changes = this.#changes().filter(({ field }) => !this.conflicts.has(field));
		if (changes.length === 0 || this.state === 'handed-in') return;
		void this.#keepHere();
		if (JSON.stringify(changes).length < LAST_BYTES) {
			void askServer(`${this.address}/save`, { body: { changes }, isLast: true });
		}
	}

	close(): void {
		this.leave();
		this.#stop();
		this.#tabs.close();
	}

	#stop(): void {
		clearTimeout(this.#saveTimer);
		clearTimeout(this.#localTimer);
	}

	#set(field: string, entry: Entry | null): void {
		if (entry === null) delete this.entries[field];
		else this.entries[field] = structuredClone(entry);
	}

	#store(field: string, entry: Entry | null): void {
		if (entry === null) delete this.#base[field];
		else this.#base[field] = entry;
	}
}

import { titleKey } from './title-key.ts';

/** One title or short title, and the law it means; null = a law we know by name only. */
export interface TitleEntry {
	readonly title: string;
	readonly law: string | null;
}

export interface TitleMatch {
	/** Behind the last sign of the title. */
	readonly end: number;
	readonly key: string;
	readonly law: string | null;
}

interface Node {
	readonly next: Map<string, Node>;
	entry?: { readonly key: string; readonly law: string | null };
}

/** Titles by their keys, for finding the longest one that begins at a place. Of two entries with one key the first counts. */
export class TitleBook {
	private readonly root: Node = { next: new Map() };

	constructor(entries: Iterable<TitleEntry> = []) {
		for (const { title, law } of entries) this.add(title, law);
	}

	add(title: string, law: string | null): void {
		const key = titleKey(title);
		if (key === '') return;
		let node = this.root;
		for (const sign of key.split('')) {
			let next = node.next.get(sign);
			if (!next) node.next.set(sign, (next = { next: new Map() }));
			node = next;
		}
		node.entry ??= { key, law };
	}

	/** The longest title that begins at `from` of what `readyText` made. */
	find(signs: string, from: number): TitleMatch | null {
		let node: Node | undefined = this.root;
		let found: TitleMatch | null = null;
		for (let end = from; (node = node.next.get(signs[end] ?? '')); end++) {
			if (node.entry) found = { ...node.entry, end: end + 1 };
		}
		return found;
	}

	/** What a whole title means. */
	get(title: string): { readonly key: string; readonly law: string | null } | null {
		const key = titleKey(title);
		const match = this.find(key, 0);
		return match?.end === key.length ? match : null;
	}
}

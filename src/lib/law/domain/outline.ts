/** A heading of a text, in the order of the text; a law in several files has its books above all others. */
export interface Heading {
	/** In the text; a unit names the innermost heading above it by this. */
	readonly position: number;
	/** Smaller = further out. */
	readonly level: number;
	readonly heading: string;
}

/** An article or other unit as far as the outline asks. */
export interface OutlinedUnit {
	readonly article: string;
	/** Position of the innermost heading above it; null = none. */
	readonly section: number | null;
}

/** A heading with what it opens. */
export interface OutlineNode {
	readonly position: number;
	readonly heading: string;
	/** Index of the first unit below it; the number of units = nothing stands below it. */
	readonly first: number;
	readonly children: readonly OutlineNode[];
}

/** The headings as a tree. */
export function outlineOf(headings: readonly Heading[], units: readonly OutlinedUnit[]): OutlineNode[] {
	const firsts = firstUnits(headings, units);
	const root: OutlineNode[] = [];
	const open: { level: number; children: OutlineNode[] }[] = [{ level: -Infinity, children: root }];
	headings.forEach(({ position, level, heading }, index) => {
		while (open.at(-1)!.level >= level) open.pop();
		const children: OutlineNode[] = [];
		open.at(-1)!.children.push({ position, heading, first: firsts[index]!, children });
		open.push({ level, children });
	});
	return root;
}

/** Per heading the index of the first unit at or below it. */
function firstUnits(headings: readonly Heading[], units: readonly OutlinedUnit[]): number[] {
	const order = new Map(headings.map(({ position }, index) => [position, index]));
	const firsts = headings.map(() => units.length);
	let filled = 0;
	units.forEach(({ section }, index) => {
		const until = section === null ? -1 : (order.get(section) ?? -1);
		for (; filled <= until; filled++) firsts[filled] = index;
	});
	return firsts;
}

/** Of all headings up to a unit those that are open there, outermost first. */
export function openHeadings<Open extends Pick<Heading, 'level'>>(headings: readonly Open[]): Open[] {
	const open: Open[] = [];
	for (const one of headings) {
		while (open.length > 0 && open.at(-1)!.level >= one.level) open.pop();
		open.push(one);
	}
	return open;
}

/** Per unit the positions of the headings above it, outermost first. */
export function pathsOf(headings: readonly Heading[], units: readonly OutlinedUnit[]): (readonly number[])[] {
	const paths = new Map<number, readonly number[]>();
	const open: Heading[] = [];
	for (const one of headings) {
		while (open.length > 0 && open.at(-1)!.level >= one.level) open.pop();
		open.push(one);
		paths.set(
			one.position,
			open.map(({ position }) => position)
		);
	}
	return units.map(({ section }) => (section === null ? [] : (paths.get(section) ?? [])));
}

/** 第三章 → 章: what the headings of one level are called; null where they have no such name. */
export function headingWord(heading: string): string | null {
	return /^第[^\s第]{1,6}?(分编|编|章|节|部分)/.exec(heading)?.[1] ?? null;
}

import { type OutlineNode, headingWord } from './outline.ts';
import type { ReadingPart } from './reading-parts.ts';

/** A line of the outline beside the text. */
export interface OutlineEntry {
	readonly position: number;
	readonly heading: string;
	/** The first article below it; null = nothing stands below it. */
	readonly article: string | null;
	/** It begins in the part on screen. */
	readonly isHere: boolean;
	/** It is around the part on screen, or begins there. */
	readonly isOpen: boolean;
	/** `5 章`: what it holds, for its fold; null = nothing. */
	readonly holds: string | null;
	/** Empty where it holds something that is only listed when its part is on screen. */
	readonly children: readonly OutlineEntry[];
}

/** A longer outline lists only the branch that is on screen: the outline of 民法典 would weigh as much as a chapter. */
export const LISTED_HEADINGS = 90;

/** The outline as it is shown beside a part. */
export function openBranch(
	tree: readonly OutlineNode[],
	units: readonly { readonly article: string }[],
	part: ReadingPart
): OutlineEntry[] {
	const isLong = count(tree) > LISTED_HEADINGS;
	const list = (nodes: readonly OutlineNode[], end: number): OutlineEntry[] =>
		nodes.map(({ position, heading, first, children }, index) => {
			const until = nodes[index + 1]?.first ?? end;
			const isOpen = first <= part.to && until > part.from;
			return {
				...{ position, heading, article: units[first]?.article ?? null },
				...{ isHere: first >= part.from && first <= part.to, isOpen, holds: describeChildren(children) },
				children: isOpen || !isLong ? list(children, until) : []
			};
		});
	return list(tree, units.length);
}

const count = (nodes: readonly OutlineNode[]): number =>
	nodes.reduce((sum, { children }) => sum + 1 + count(children), 0);

function describeChildren(children: readonly OutlineNode[]): string | null {
	if (children.length === 0) return null;
	const words = new Set(children.map(({ heading }) => headingWord(heading)));
	const [word] = words;
	return `${children.length} ${words.size === 1 && word ? word : '个标题'}`;
}

/** A heading as it stands in the text on screen. */
export interface ShownHeading {
	readonly position: number;
	readonly heading: string;
	/** 0 = outermost. */
	readonly depth: number;
	/** Index of the unit it stands above, within the part; the number of units = after the last. */
	readonly before: number;
}

/** The headings whose first unit lies between two indices, both included. */
export function headingsIn(nodes: readonly OutlineNode[], from: number, to: number): ShownHeading[] {
	const list = (inner: readonly OutlineNode[], depth: number): ShownHeading[] =>
		inner.flatMap(({ position, heading, first, children }) => {
			const below = list(children, depth + 1);
			return first < from || first > to ? below : [{ position, heading, depth, before: first - from }, ...below];
		});
	return list(nodes, 0);
}

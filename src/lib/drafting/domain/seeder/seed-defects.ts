import { type Random, seeded, shuffle } from '#lib/shared/random.ts';
import type { CaseFile } from '../check-file.ts';
import type { SeededDefect } from '../piece-bodies.ts';
import type { RuleBook } from '../rule-book.ts';
import { type Chosen, lookersOf, ownedRules, passedIn, violationsIn } from './problem.ts';
import { type Search, type State, breakExactly } from './search.ts';

export interface SeedRequest {
	/** A file in which nothing is violated. */
	readonly file: CaseFile;
	/** Rules by number, or how many to draw among those that the file keeps. */
	readonly rules: Chosen;
	/** Any 32-bit integer: the same request gives the same file for ever. */
	readonly seed: number;
	readonly book: RuleBook;
}

export type Seeding =
	| { readonly ok: true; readonly file: CaseFile; readonly defects: readonly SeededDefect[] }
	| { readonly ok: false; readonly refusal: SeedRefusal };

export type SeedRefusal =
	/** The file has violations of its own. */
	| { readonly code: 'not-clean'; readonly rules: readonly string[] }
	| { readonly code: 'unknown-rule'; readonly rule: string }
	/** The file gives the rule nothing to judge. */
	| { readonly code: 'not-applicable'; readonly rule: string }
	/** Breaking this one breaks these as well, whatever is changed. */
	| { readonly code: 'not-alone'; readonly rule: string; readonly breaks: readonly string[] }
	| { readonly code: 'unbreakable'; readonly rule: string }
	/** These two cannot be broken together. */
	| { readonly code: 'clash'; readonly clash: readonly [string, string] }
	/** Any two of them can, all of them cannot. */
	| { readonly code: 'tangle'; readonly rules: readonly string[] }
	| { readonly code: 'too-few'; readonly possible: number };

/** The plainest way first: with so many changes that make good what another broke by the way. */
const MENDS = [0, 1, 3, 12];
const BUDGET = 300;

/**
 * Makes a defective file from a clean one: exactly the chosen rules are violated in it, proved by the engine. Rules that
 * imply each other must be chosen together; two that exclude each other are refused by name.
 */
export function seedDefects({ file, rules, seed, book }: SeedRequest): Seeding {
	const found = [...violationsIn(file, book).keys()];
	if (found.length > 0) return { ok: false, refusal: { code: 'not-clean', rules: found } };
	const owned = ownedRules(book);
	const lookers = lookersOf(owned.values());
	const maker: Maker = { file, book, owned, lookers, random: seeded(seed), passed: passedIn(file, book) };
	return 'count' in rules ? draw(maker, rules) : breakAll(maker, [...new Set(rules)]);
}

interface Maker extends Pick<SeedRequest, 'file' | 'book'> {
	readonly owned: Search['owned'];
	readonly lookers: Search['lookers'];
	readonly random: Random;
	readonly passed: readonly string[];
}

/** The state wanted, or the fewest other rules that were violated with the wanted ones. */
function attempt(maker: Maker, wanted: readonly string[], from?: State) {
	const clean: State = { file: maker.file, touched: [], violated: new Set(), mends: 0 };
	let nearest: readonly string[] | null = null;
	for (const mostMends of MENDS) {
		const search: Search = { ...maker, mostMends, budget: BUDGET, nearest };
		const state = breakExactly(from ? { ...from, mends: 0 } : clean, wanted, search);
		if (state) return { state, nearest: [] };
		nearest = search.nearest;
	}
	return { state: null, nearest };
}

function breakAll(maker: Maker, rules: readonly string[]): Seeding {
	for (const rule of rules) {
		if (!maker.owned.has(rule)) return { ok: false, refusal: { code: 'unknown-rule', rule } };
		if (!maker.passed.includes(rule)) return { ok: false, refusal: { code: 'not-applicable', rule } };
	}
	const { state } = attempt(maker, rules);
	return state ? finished(maker, state) : { ok: false, refusal: whyNot(maker, rules) };
}

/** Names the rule or the two rules because of which the chosen ones cannot be broken. */
function whyNot(maker: Maker, rules: readonly string[]): SeedRefusal {
	for (const rule of rules) {
		const { state, nearest } = attempt(maker, [rule]);
		if (state) continue;
		if (!nearest) return { code: 'unbreakable', rule };
		const lacking = nearest.filter((id) => !rules.includes(id));
		if (lacking.length > 0) return { code: 'not-alone', rule, breaks: nearest };
	}
	for (const [index, one] of rules.entries()) {
		for (const other of rules.slice(index + 1)) {
			if (isPossible(maker, [one, other], rules)) continue;
			return { code: 'clash', clash: [one, other] };
		}
	}
	return { code: 'tangle', rules };
}

/** Whether two can be broken, if need be with others of the chosen that one of them brings along. */
function isPossible(maker: Maker, pair: readonly string[], rules: readonly string[]): boolean {
	const { state, nearest } = attempt(maker, pair);
	return state !== null || (nearest?.every((id) => rules.includes(id)) ?? false);
}

/** Draws one rule after the other; one that does not go with those before is put back. */
function draw(maker: Maker, { count, severities }: Exclude<Chosen, readonly string[]>): Seeding {
	const { owned, passed, random } = maker;
	const isWanted = (id: string) => !severities || severities.includes(owned.get(id)!.rule.severity);
	let state: State | undefined;
	let drawn: readonly string[] = [];
	for (const id of shuffle(passed.filter(isWanted), random)) {
		if (drawn.length >= count) break;
		if (drawn.includes(id)) continue;
		const next = withOne(maker, [...drawn, id], { state, isWanted, count });
		if (next) ({ state, drawn } = next);
	}
	if (!state || drawn.length < count) return { ok: false, refusal: { code: 'too-few', possible: drawn.length } };
	return finished(maker, state);
}

interface Room {
	readonly state: State | undefined;
	readonly isWanted: (id: string) => boolean;
	readonly count: number;
}

/** The next rule on top of what is broken already, with those that it brings along if there is room for them. */
function withOne(maker: Maker, wanted: readonly string[], { state, isWanted, count }: Room) {
	const first = attempt(maker, wanted, state);
	if (first.state) return { state: first.state, drawn: wanted };
	const companions = first.nearest ?? [];
	const together = [...wanted, ...companions];
	if (companions.length === 0 || together.length > count || !companions.every(isWanted)) return null;
	const second = attempt(maker, together, state);
	return second.state && { state: second.state, drawn: together };
}

function finished({ book }: Maker, { file }: State): Seeding {
	const defects = [...violationsIn(file, book).values()].map(({ rule, document, path, severity, message }) => ({
		...{ rule, document, path, severity, message }
	}));
	return { ok: true, file, defects };
}

import { ARTICLE } from '#lib/shared/citation.ts';
import { NUMERALS, readNumber } from '#lib/shared/read-number.ts';
import { penaltyReference } from './stage-table.ts';
import type { Provision } from './provision.ts';
import type { RuleBook } from './decision.ts';

/** A text that names its rule; `law` null = nothing of ours to open. */
export interface Source {
	readonly text: string;
	readonly law: string | null;
	readonly article: string | null;
}

/** Laws whose articles the engine names itself, beside those of the provisions. */
const OWN_TITLES = { 行政处罚法: 'administrative-penalty-law', 刑法: 'criminal-law' } as const;
const NUMBER = `[${NUMERALS}]{1,9}`;
const NAMED = new RegExp(`第(${NUMBER})条(?:之(${NUMBER}))?`);
const RULE_ID = /[a-z]+-[a-z0-9]+(?:-[a-z0-9]+)+/g;

/** Sources are few; should one ever quote what was typed, memory stays bounded. */
const MOST_KNOWN = 2000;

/** Finds the articles that reasons name, and the names of rules that they speak of by id. */
export class SourceFinder {
	readonly #titles: readonly (readonly [string, string])[];
	readonly #known = new Map<string, Source>();
	readonly #names: ReadonlyMap<string, string>;

	constructor({ frame, provisions, benchmark }: Pick<RuleBook, 'frame' | 'provisions' | 'benchmark'>) {
		const own = Object.entries(frame.laws).map(([id, title]) => [title, id] as const);
		// The longest first: one title may begin with another.
		this.#titles = [...own, ...Object.entries(OWN_TITLES)].toSorted((left, right) => right[0].length - left[0].length);
		const names = [...provisions.values()].map((rule) => [rule.id, ruleName(rule, frame)] as const);
		this.#names = new Map([...names, [benchmark.id, benchmark.title]]);
	}

	/** The place that a source names; each source is taken apart once. */
	source(text: string): Source {
		const known = this.#known.get(text);
		if (known) return known;
		const found = { text: this.readable(text), ...this.#find(text) };
		if (this.#known.size < MOST_KNOWN) this.#known.set(text, found);
		return found;
	}

	/** A sentence of the engine with rules called by their articles. */
	readable(text: string): string {
		return text.replace(RULE_ID, (id) => this.#names.get(id) ?? id);
	}

	nameOf(id: string): string {
		return this.#names.get(id) ?? id;
	}

	#find(text: string): Omit<Source, 'text'> {
		const law = this.#titles.find(([title]) => text.startsWith(title))?.[1] ?? null;
		const match = NAMED.exec(text);
		if (law === null || !match) return { law: null, article: null };
		const [number, sub] = [readNumber(match[1]!), match[2] === undefined ? null : readNumber(match[2])];
		const article = sub === null ? `${number}` : `${number}-${sub}`;
		return ARTICLE.test(article) ? { law, article } : { law: null, article: null };
	}
}

const ruleName = ({ penalty }: Provision, frame: RuleBook['frame']) =>
	(frame.laws[penalty.law] ?? '') + penaltyReference(penalty);

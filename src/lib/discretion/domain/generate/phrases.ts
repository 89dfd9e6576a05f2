/** Sentences to choose from; `{slot}` is filled in. */
export type Sentences = readonly string[];

export interface Exhibit {
	readonly name: string;
	readonly shows: string;
}

/** How a violation looks in a story. */
export interface RulePhrases {
	readonly provision: string;
	/** For the title: what it was about, without giving it away. */
	readonly topic: string;
	readonly industries: readonly string[];
	readonly found: Sentences;
	/** What the record of the inspection shows. */
	readonly shows: string;
	/** What is counted: `名新工人`. */
	readonly scope: string;
	/** Instead of the common ones, where nobody was let in. */
	readonly openings?: Sentences | undefined;
	/** Factors that this story leaves no room for. */
	readonly without?: readonly string[] | undefined;
	/** Provisions that look right and are not. */
	readonly lookalikes: readonly string[];
	/** A claim whose fact is the violation itself, with its evidence. */
	readonly element?: { readonly claim: string; readonly name: string; readonly shows: string } | undefined;
	/** The no-penalty list whose row the found sentence meets. */
	readonly list?: 'N5' | 'N6' | undefined;
}

export interface FactorPhrases {
	readonly id: string;
	readonly claims: Sentences;
	/** The claim when nothing proves it. */
	readonly bare: Sentences;
	readonly evidence: readonly Exhibit[];
}

/** Words from which practice cases are made: data, so that new ones need no code. */
export interface Phrases {
	readonly id: string;
	readonly title: string;
	readonly version: number;
	readonly companies: { readonly heads: Sentences; readonly trades: Readonly<Record<string, Sentences>> };
	readonly places: Sentences;
	readonly surnames: Sentences;
	readonly roles: Sentences;
	readonly headRoles: Sentences;
	readonly openings: Sentences;
	readonly orders: Sentences;
	readonly corrected: Sentences;
	readonly notCorrected: Sentences;
	readonly notInspected: Sentences;
	readonly defied: Sentences;
	readonly persons: Sentences;
	readonly heads: Sentences;
	readonly income: Sentences;
	readonly noIncome: Sentences;
	readonly wage: Sentences;
	readonly accidents: Readonly<Record<string, Sentences>>;
	readonly suspicion: Sentences;
	readonly lists: Sentences;
	readonly minor: Sentences;
	readonly slight: Sentences;
	readonly rules: readonly RulePhrases[];
	readonly factors: readonly FactorPhrases[];
	readonly twin: { readonly claims: Sentences };
	/** What is often put forward and is no factor at all, with the trap that it sets. */
	readonly notFactors: readonly { readonly trap: number; readonly texts: Sentences }[];
}

/** What a story may not say: the answer. */
export const CONCLUSIONS = [
	...['从轻', '从重', '减轻', '加重', '不予处罚', '免予', '首违不罚', '轻微不罚'],
	...['首次查实', '逾期未改正', '拒不改正', '发生事故', '一案双罚', '裁量', '阶次']
] as const;

const SLOTS: ReadonlySet<string> = new Set([
	...['unit', 'place', 'staff', 'day', 'due', 'again', 'name', 'role', 'n', 'total', 'percent', 'scope'],
	...['start', 'months', 'income', 'wage', 'earlier', 'who']
]);

interface Fault {
	readonly field: string;
	readonly message: string;
}

/** Names that mean nothing, slots that nobody fills, stories that tell the answer. */
export function findPhraseFaults(phrases: Phrases, provisions: ReadonlySet<string> | null): Fault[] {
	const faults: Fault[] = [];
	phrases.rules.forEach(({ provision, lookalikes }, index) => {
		for (const id of [provision, ...lookalikes]) {
			if (provisions && !provisions.has(id)) faults.push({ field: `rules.${index}`, message: `没有这条罚则：${id}` });
		}
		if (lookalikes.includes(provision)) faults.push({ field: `rules.${index}.lookalikes`, message: '不能与自己相似' });
	});
	for (const [field, text] of textsOf(phrases, '')) {
		for (const [, slot] of text.matchAll(/\{([^}]*)\}/g)) {
			if (!SLOTS.has(slot!)) faults.push({ field, message: `没有这个空：{${slot}}` });
		}
		const told = CONCLUSIONS.find((word) => text.includes(word));
		if (told && field !== 'title') faults.push({ field, message: `故事里不能写结论：${told}` });
	}
	return faults;
}

/** Every text with its path. */
function textsOf(value: unknown, path: string): [string, string][] {
	if (typeof value === 'string') return [[path, value]];
	if (value === null || typeof value !== 'object') return [];
	return Object.entries(value).flatMap(([key, one]) => textsOf(one, path === '' ? key : `${path}.${key}`));
}

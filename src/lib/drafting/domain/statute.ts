import { formatReference } from '#lib/shared/citation.ts';

type Ends = readonly [min: number, max: number];

/** A penalty basis that a draft names by its id; amounts in yuan as documents write them. */
export interface Statute {
	readonly id: string;
	/** Short title as a citation writes it: 安全生产法. */
	readonly law: string;
	readonly article: string;
	readonly paragraph?: number | undefined;
	/** Items of the article that the row stands for; null = the article has none. */
	readonly items: readonly number[] | null;
	/** Both ends included; a lower end of 0 means more than nothing. Null = that party is not fined under this row. */
	readonly unitFine: Ends | null;
	readonly personFine: Ends | null;
	/** Percentages of last year's income. */
	readonly incomePercent?: Ends | undefined;
	readonly description: string;
}

/** `安全生产法第九十七条：……`, as a person chooses it from a list. */
export const titleOfStatute = ({ law, article, paragraph, description }: Statute) =>
	`${law}${formatReference({ article, paragraph })}：${description}`;

/** The range for a party in yuan; null = none, `unknown` = the income is missing. */
export function rangeFor(row: Statute, partyType: string, income: unknown): Ends | null | 'unknown' {
	const range = partyType === 'unit' ? row.unitFine : partyType === 'person' ? row.personFine : null;
	if (range) return range;
	if (!row.incomePercent) return null;
	if (income === undefined) return 'unknown';
	const [min, max] = row.incomePercent;
	return [(Number(income) * min) / 100, (Number(income) * max) / 100];
}

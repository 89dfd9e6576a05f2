import type { ChangedBasis } from '#lib/law/domain/basis.ts';
import type { ResolvedCitation } from '#lib/law/domain/cited-article.ts';
import type { Provenance } from '#lib/shared/piece.ts';
import { type Day, formatDay } from '#lib/shared/time.ts';

export const AUDIENCES = { enterprises: '写给企业', citizens: '写给市民', both: '写给企业和市民' } as const;
export type Audience = keyof typeof AUDIENCES;

/** The parts of a public text, each once and in this order; the last one ends in a list to tick off. */
export const PUBLIC_SECTIONS = ['发生了什么', '哪条规定', '明天就做'] as const;

/** Characters of its prose: what is read standing up. */
export const PUBLIC_LENGTH = { least: 400, most: 1200 } as const;

/** What the public side may show of a piece: nothing else of the file is read there. */
export interface PublicText {
	readonly title: string;
	readonly lead: string;
	/** One sentence to remember. */
	readonly warning: string;
	readonly industry: string;
	/** `2026-03`: the month of what happened, never its day. */
	readonly month: string;
	readonly audience: Audience;
	/** The day whose law the text states; no day of the case. */
	readonly asOf: Day;
	readonly html: string;
	readonly notes: readonly ResolvedCitation[];
}

/** One file of `content/public-cases`, validated and rendered. */
export interface PublicCaseFile extends PublicText {
	readonly id: string;
	readonly digest: string;
	/** The case behind it; for those who write, never shown. */
	readonly caseId: string | null;
	/** Digests of the pictures that its text holds: these may be fetched, no others. */
	readonly images: readonly string[];
	/** Who wrote and who approved: kept, never shown. */
	readonly body: Provenance;
	/** Its text paragraph by paragraph, for those who review it. */
	readonly blocks: readonly string[];
	/** The file itself, so that the studio can open it. */
	readonly source: string;
}

/** `2026年3月` */
export function formatMonth(month: string): string {
	return `${month.slice(0, 4)}年${Number(month.slice(5))}月`;
}

/** What stands above a public text whose law has changed since; null for one that legal review took out. */
export function noteForPublic({ standing, change, reason }: ChangedBasis, asOf: Day): string | null {
	if (standing === 'retired') return null;
	const then = `本页按${formatDay(asOf)}的规定写成`;
	return standing === 'open'
		? `有关规定已经变动：${change}。${then}，正在复核，请以现行规定为准。`
		: `有关规定后来变动：${change}。${then}。复核意见：${reason}`;
}

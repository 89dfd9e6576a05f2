/** What leads to a person or a unit. */
export interface Traces {
	readonly names: readonly string[];
	/** Accounts, certificate numbers. */
	readonly marks: readonly string[];
	readonly units: readonly string[];
}

export const PERSON_MASK = '〔执法人员〕';
export const MARK_MASK = '〔证号〕';
export const UNIT_MASK = '〔单位〕';

export interface Hider {
	/** The same value with every trace in every text masked; keys stay as they are. */
	hide<T>(value: T): T;
	/** How many traces stand in the texts of a value. */
	count(value: unknown): number;
}

/**
 * Masks every known name, not only the author's: a mask that showed only where the author wrote their own name would tell
 * the marker who it was as soon as two documents on the same task were compared.
 */
export function hiderOf({ names, marks, units }: Traces): Hider {
	const masks = new Map<string, string>();
	for (const [list, mask] of [
		[units, UNIT_MASK],
		[marks, MARK_MASK],
		[names, PERSON_MASK]
	] as const) {
		for (const text of list) if (squeeze(text).length > 1) masks.set(squeeze(text), mask);
	}
	// The longest first: 李明远 is not 李明 and 远.
	const known = [...masks.keys()].sort((left, right) => right.length - left.length || (left < right ? -1 : 1));
	if (known.length === 0) return { hide: (value) => value, count: () => 0 };
	const pattern = new RegExp(known.map((text) => [...text].map(escape).join('\\s*')).join('|'), 'giu');
	const mask = (text: string) => text.replace(pattern, (found) => masks.get(squeeze(found)) ?? PERSON_MASK);
	return {
		hide: (value) => mapTexts(value, mask),
		count: (value) => {
			let count = 0;
			mapTexts(value, (text) => {
				count += text.match(pattern)?.length ?? 0;
				return text;
			});
			return count;
		}
	};
}

/** People put blanks into two-character names: 林　岳. */
const squeeze = (text: string) => text.normalize('NFKC').replace(/\s/gu, '').toLowerCase();
const escape = (character: string) => character.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');

function mapTexts<T>(value: T, change: (text: string) => string): T {
	if (typeof value === 'string') return change(value) as T;
	if (Array.isArray(value)) return value.map((one: unknown) => mapTexts(one, change)) as T;
	if (value === null || typeof value !== 'object') return value;
	return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, mapTexts(one as unknown, change)])) as T;
}

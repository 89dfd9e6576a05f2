import type { Citation } from '#lib/shared/citation.ts';

/** A command as a form holds it. */
export interface FormCommand {
	readonly key: string;
	readonly act: string;
	readonly detail: Record<string, unknown>;
}

const NO_DETAIL = new Set(['key', 'act']);

/** `work-safety:103:1:` of an article that is hung on a sentence. */
export const citationCode = ({ law, article, paragraph, item }: Citation): string =>
	[law, article, paragraph ?? '', item ?? ''].join(':');

function readCitation(code: string): Citation {
	const [law = '', article = '', paragraph = '', item = ''] = code.split(':');
	return {
		...{ law, article },
		...(paragraph === '' ? {} : { paragraph: Number(paragraph) }),
		...(item === '' ? {} : { item: Number(item) })
	};
}

/**
 * Reads the command out of a form. The last sign of a field's name says what its text is, so that the same form works with
 * and without a script: `text` a text · `line#` a number ('' = null) · `granted!` yes or no · `properties[]` a list ·
 * `party?` '' = null · `issueId~` '' = left out · `citations@` a list of articles · `area,point` two fields in one answer.
 */
export function readActForm(form: Iterable<readonly [string, FormDataEntryValue]>): FormCommand {
	const plain: Record<string, string> = {};
	const detail: Record<string, unknown> = {};
	for (const [name, value] of form) {
		if (typeof value !== 'string') continue;
		if (NO_DETAIL.has(name)) plain[name] = value;
		else put(detail, name, value);
	}
	return { key: plain.key ?? '', act: plain.act ?? '', detail };
}

function put(detail: Record<string, unknown>, name: string, value: string): void {
	const [, field = name, sign = ''] = /^(.*?)(#|!|\[\]|\?|~|@)?$/s.exec(name) ?? [];
	if (name.includes(',')) {
		const values = value.split(',');
		name.split(',').forEach((one, place) => (detail[one] = values[place] ?? ''));
	} else if (sign === '[]') detail[field] = [...((detail[field] as string[] | undefined) ?? []), value];
	else if (sign === '@') detail[field] = [...((detail[field] as Citation[] | undefined) ?? []), readCitation(value)];
	else if (sign === '#') detail[field] = value === '' ? null : Number(value);
	else if (sign === '!') detail[field] = value === 'yes';
	else if (sign === '?') detail[field] = value === '' ? null : value;
	else if (sign === '~') {
		if (value !== '') detail[field] = value;
	} else detail[field] = value;
}

/** What was sent, for a page that shows the form again: a list has one entry for each of its values. */
export const keptFields = (form: Iterable<readonly [string, FormDataEntryValue]>): [string, FormDataEntryValue][] =>
	[...form].map(([name, value]) => [
		/[[\]!]$/.test(name) && typeof value === 'string' ? `${name}${value}` : name,
		value
	]);

/** FNV-1a in two halves: 12 hex digits, no secret. */
function shortHash(text: string): string {
	let hash = 0x811c9dc5;
	let other = 0x01000193;
	for (let place = 0; place < text.length; place++) {
		hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193) >>> 0;
		other = Math.imul(other + text.charCodeAt(place), 0x85ebca6b) >>> 0;
	}
	return hash.toString(16).padStart(8, '0') + (other >>> 16).toString(16).padStart(4, '0');
}

/** The key of one thing that somebody wants done: of the page as it was served, the form on it, and how often it was used. */
export const keyFor = (pageKey: string, form: string, use: number): string =>
	`${pageKey.slice(0, 24)}${shortHash(`${form} ${use}`)}`;

import { type DiffPart, diffTexts } from '#lib/law/domain/text-diff.ts';
import type { FieldSpec, Fields } from './manuscript.ts';

/** A part that differs between two states of a manuscript, word by word. */
export interface FieldDifference {
	readonly field: string;
	readonly label: string;
	readonly parts: readonly DiffPart[];
}

/** What differs between two states, in the order of the form. */
export function compareFields(specs: readonly FieldSpec[], before: Fields, after: Fields): FieldDifference[] {
	return specs.flatMap(({ name, label }) => {
		const [left, right] = [before[name] ?? '', after[name] ?? ''];
		return left === right ? [] : [{ field: name, label, parts: shorten(diffTexts(left, right)) }];
	});
}

/** Characters that are kept of an unchanged stretch on either side of a change. */
const AROUND = 60;

/** Long stretches that did not change lose their middle: what changed is found without scrolling. */
export function shorten(parts: readonly DiffPart[]): DiffPart[] {
	return parts.map((part, at) => {
		if (part.change !== 'same' || part.text.length <= 2 * AROUND + 20) return part;
		const head = at === 0 ? '' : part.text.slice(0, AROUND);
		const tail = at === parts.length - 1 ? '' : part.text.slice(-AROUND);
		return { text: `${head}\n……\n${tail}`, change: 'same' };
	});
}

/** What a text is compared with while it is reviewed. */
export const AGAINST = { submitted: '上次提交的文字', published: '已发布的版本' } as const;
export type Against = keyof typeof AGAINST;

export function isAgainst(text: string): text is Against {
	return Object.hasOwn(AGAINST, text);
}

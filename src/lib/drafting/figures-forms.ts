import * as v from 'valibot';
import { WEAK_ORDERS, type WeakOrder } from './domain/figures/weak-rules.ts';

const text = v.optional(v.pipe(v.string(), v.maxLength(60)), '');

/** The filter of the weakest rules as it stands in the address; what cannot be read is as usual. */
export const weakFilter = v.object({
	unit: v.fallback(text, ''),
	document: v.fallback(text, ''),
	period: v.fallback(v.pipe(v.string(), v.transform(Number), v.picklist([30, 90, 365] as const)), 90),
	order: v.fallback(v.picklist(Object.keys(WEAK_ORDERS) as [WeakOrder]), 'share'),
	query: v.fallback(text, '')
});

export const readWeakFilter = (search: URLSearchParams) => v.parse(weakFilter, Object.fromEntries(search));

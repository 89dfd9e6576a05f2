import { expect, test } from 'vitest';
import { type LinkedMaterial, findLinkFaults } from './linked-material.ts';

const KNOWN: LinkedMaterial = {
	items: new Set(['lamp-photo']),
	tasks: new Set(['lamp-order']),
	practice: new Set(['lamp-fine']),
	rules: new Map()
};
const NONE = { items: [], tasks: [], practice: [] };

test.each([
	['one item is enough', { related: { ...NONE, items: ['lamp-photo'] }, decide: null }, []],
	['one practice case is enough', { related: { ...NONE, practice: ['lamp-fine'] }, decide: 'lamp-fine' }, []],
	['nothing is named', { related: NONE, decide: null }, ['related']],
	[
		'the second item is not there',
		{ related: { ...NONE, items: ['lamp-photo', 'lamp'] }, decide: null },
		['related.items.1']
	],
	[
		'a task of that name is no item',
		{ related: { ...NONE, items: ['lamp-order'] }, decide: null },
		['related.items.0']
	],
	['the case to decide is not there', { related: { ...NONE, tasks: ['lamp-order'] }, decide: 'lamp' }, ['decide']]
])('%s', (_, parts, fields) => {
	expect(findLinkFaults(parts, KNOWN).map(({ field }) => field)).toEqual(fields);
});

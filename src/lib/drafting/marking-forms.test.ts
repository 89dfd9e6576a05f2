import { expect, test } from 'vitest';
import { commentName, levelName } from './domain/form-names.ts';
import { readSheetForm } from './marking-forms.ts';

const formOf = (pairs: readonly (readonly [string, string])[]) => {
	const data = new FormData();
	for (const [name, value] of pairs) data.append(name, value);
	return data;
};

test('levels and comments by the names that the page gives them; nothing else', () => {
	const data = formOf([
		[levelName('facts'), '3'],
		[levelName('tone'), 'high'],
		[levelName('law'), '-1'],
		[commentName('f.reasons'), '  没有回应申辩 '],
		[commentName('f'), ''],
		['other', '1']
	]);
	expect(readSheetForm(data)).toEqual({
		levels: { facts: 3 },
		comments: [{ path: 'f.reasons', text: '没有回应申辩' }]
	});
});

test('a comment is cut at its limit, and no more than sixty are taken', () => {
	const pairs = Array.from({ length: 80 }, (_, n) => [commentName(`f.x${n}`), '长'.repeat(700)] as const);
	const { comments } = readSheetForm(formOf(pairs));
	expect(comments).toHaveLength(60);
	expect(comments[0]!.text).toHaveLength(600);
});

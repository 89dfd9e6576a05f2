import * as v from 'valibot';
import { expect, test } from 'vitest';
import { readForm } from './forms.server.ts';

const schema = v.object({
	kind: v.picklist(['a', 'b']),
	count: v.pipe(v.string(), v.regex(/^\d+$/, '写一个整数')),
	password: v.optional(v.string())
});
const read = (fields: Record<string, string>) => {
	const data = new FormData();
	for (const [name, value] of Object.entries(fields)) data.append(name, value);
	return readForm(data, schema);
};

test.each([
	[{ count: '1' }, { kind: '这一项还没有选或填。' }],
	[{ kind: '', count: '1' }, { kind: '这一项还没有选或填。' }],
	[{ kind: 'c', count: '1' }, { kind: '这一项的内容不能识别，请重新选或填。' }],
	[{ kind: 'a', count: 'x' }, { count: '写一个整数' }],
	[{}, { kind: '这一项还没有选或填。', count: '这一项还没有选或填。' }]
])('%j: every fault is said in Chinese, the schema’s own sentence first', (fields, faults) => {
	expect(read(fields)).toMatchObject({ ok: false, faults });
});

test('what was typed comes back, a password does not', () => {
	expect(read({ kind: 'c', count: '7', password: 'x' })).toMatchObject({ values: { kind: 'c', count: '7' } });
	expect(JSON.stringify(read({ kind: 'c', count: '7', password: 'geheim' }))).not.toContain('geheim');
	expect(read({ kind: 'b', count: '7' })).toEqual({ ok: true, value: { kind: 'b', count: '7' } });
});

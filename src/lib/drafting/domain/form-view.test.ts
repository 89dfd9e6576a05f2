import { expect, test } from 'vitest';
import { viewForm } from './form-view.ts';
import type { Scalar, Shape } from './shape.ts';

const scalar = (name: Scalar): Shape => ({ kind: 'scalar', scalar: name });
const SHAPES: Record<string, Shape> = {
	...{ title: scalar('string'), on: scalar('date'), at: scalar('datetime'), fine: scalar('money') },
	...{ seal: scalar('bool'), signs: { kind: 'list', of: scalar('string') } },
	party: { kind: 'record', parts: { name: { label: '名称', shape: scalar('string') } } },
	lines: {
		kind: 'list',
		of: {
			kind: 'record',
			parts: { no: { label: '序号', shape: scalar('string') }, day: { label: '日期', shape: scalar('date') } }
		}
	}
};
const KIND = {
	fields: Object.keys(SHAPES).map((id) => ({ id, label: id, isExpected: false })),
	shape: {
		kind: 'record' as const,
		parts: Object.fromEntries(Object.entries(SHAPES).map(([id, shape]) => [id, { label: id, shape }]))
	}
};
const contentOf = (field: string, value: unknown) =>
	viewForm(KIND, { [field]: value }).find(({ path }) => path === `f.${field}`)!.content;

test.each<[string, unknown, object]>([
	['title', '  恒舟木业 ', { kind: 'text', text: '恒舟木业' }],
	['title', '', { kind: 'empty' }],
	['title', undefined, { kind: 'empty' }],
	['on', '2026-06-10', { kind: 'text', text: '2026年6月10日' }],
	['on', '六月十日', { kind: 'text', text: '六月十日' }],
	['at', '2026-06-10T09:30', { kind: 'text', text: '2026年6月10日 09:30' }],
	['fine', 35000, { kind: 'text', text: '35 000' }],
	['fine', '三万五', { kind: 'text', text: '三万五' }],
	['seal', 'true', { kind: 'text', text: '是' }],
	['seal', false, { kind: 'text', text: '否' }],
	['signs', ['许知行', '', '江晚舟'], { kind: 'list', items: ['许知行', '江晚舟'] }],
	['signs', '许知行', { kind: 'text', text: '许知行' }],
	['party', { name: '恒舟', unknown: 'x' }, { kind: 'group', rows: [{ label: '名称', text: '恒舟' }] }],
	['party', { name: ' ' }, { kind: 'empty' }],
	[
		'lines',
		[{ no: '1', day: '2026-06-10' }, { no: '' }],
		{ kind: 'table', heads: ['序号', '日期'], rows: [['1', '2026年6月10日']] }
	],
	['lines', 'nonsense', { kind: 'empty' }]
])('%s: %o', (field, value, expected) => expect(contentOf(field, value)).toEqual(expected));

test('every field of the form stands there, filled or not, in its order', () => {
	expect(viewForm(KIND, {}).map(({ path }) => path)).toEqual(Object.keys(SHAPES).map((id) => `f.${id}`));
});

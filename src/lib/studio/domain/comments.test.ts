import { describe, expect, test } from 'vitest';
import { type Comment, countComments, findAnchor } from './comments.ts';
import type { PreviewBlock } from './manuscript.ts';

const block = (text: string, field = 'body'): PreviewBlock => ({ kind: 'heading', field, text });
const BLOCKS = [
	block('执法人员到场以后先亮证件，再说来意。', 'lead'),
	block('执法人员到场以后先亮证件，再说来意。'),
	block('车间主任说这台除尘器上个月就停了，没有人报修。'),
	block('启示')
];

describe('a remark finds its paragraph', () => {
	test.each([
		['by its words, in its own part', 'body', '执法人员到场以后先亮证件，再说来意。', 1, false],
		['by likeness when a few words changed', 'body', '车间主任说这台除尘器上个月已经停了，没人报修。', 2, true],
		['nowhere when it was taken out', 'body', '听证会开了两个小时，争议集中在证据上。', null, true],
		['not in another part', 'timeline', '执法人员到场以后先亮证件，再说来意。', null, true],
		['as a remark at the whole', '', '', null, false]
	])('%s', (_, field, quote, at, isChanged) => {
		expect(findAnchor({ field, quote }, BLOCKS)).toEqual({ block: at, isChanged });
	});
});

test('a remark waits for its author until an author has the last word', () => {
	const one = (
		id: string,
		writtenBy: string,
		parentId: string | null = null,
		resolvedAt: Date | null = null
	): Comment => {
		return { id, parentId, field: '', quote: '', writtenBy, resolvedAt };
	};
	const list = [one('1', 'fang'), one('2', 'fang'), one('3', 'shen', null, new Date(0)), one('4', 'liang', '1')];
	expect(countComments(list, ['liang'])).toEqual({ openComments: 2, unanswered: 1 });
	expect(countComments([...list, one('5', 'fang', '1')], ['liang'])).toEqual({ openComments: 2, unanswered: 2 });
});

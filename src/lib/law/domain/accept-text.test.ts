import { expect, test } from 'vitest';
import { type StoredText, acceptText } from './accept-text.ts';

const TEXT: StoredText = {
	version: '2019-03-05',
	part: '',
	source: '社会法/茶.md',
	digest: 'words',
	readDigest: 'all'
};
const text = (given: Partial<StoredText>): StoredText => ({ ...TEXT, ...given });

test.each<[string, StoredText[], StoredText, string]>([
	['nothing stored', [], TEXT, 'new'],
	['the same file', [TEXT], TEXT, 'unchanged'],
	['the same file, corrected', [TEXT], text({ digest: 'other', readDigest: 'other' }), 'changed'],
	['the same file, only a dated line corrected', [TEXT], text({ readDigest: 'other' }), 'changed'],
	[
		'the same file uploaded alone, corrected',
		[TEXT],
		text({ source: '茶.md', digest: 'other', readDigest: 'other' }),
		'changed'
	],
	['the same words from elsewhere', [TEXT], text({ source: '行政法/茶.md', readDigest: 'other' }), 'unchanged'],
	['other words from elsewhere', [TEXT], text({ source: '行政法/茶.md', digest: 'other' }), 'refused: 社会法/茶.md'],
	['another version', [TEXT], text({ version: '2020-01-01', digest: 'other', readDigest: 'other' }), 'new'],
	['the same words under another date', [TEXT], text({ version: '2020-01-01' }), 'refused: 只是日期不同'],
	['a part of a law that is there whole', [TEXT], text({ part: '甲编', digest: 'other' }), 'refused: 不能一部分整本'],
	['another part', [text({ part: '甲编' })], text({ part: '乙编', digest: 'other', source: 'b' }), 'new'],
	['the whole law beside parts', [text({ part: '甲编' })], text({ digest: 'other' }), 'refused: 不能一部分整本']
])('%s', (_, stored, next, wanted) => {
	const decision = acceptText(stored, next);
	const said = decision.outcome === 'refused' ? `refused: ${decision.message}` : decision.outcome;
	const [outcome, words = ''] = wanted.split(': ');
	expect(said).toContain(outcome);
	expect(said).toContain(words);
});

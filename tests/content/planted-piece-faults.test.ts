import { describe, expect, test } from 'vitest';
import { type House, checkHouse, lineOf, plantIn, remarksOn } from '../support/house.ts';
import { FILE, GUIDE, PIECE_HOUSE as HOUSE, REVIEW, STORY, TASK } from '../support/piece-house.ts';

const messagesOf = (house: House) => checkHouse(house).map(({ at, message }) => `${at} ${message}`);

test('the house is sound before anything is planted', () => {
	expect(messagesOf(HOUSE)).toEqual([]);
	expect(remarksOn(HOUSE)).toEqual([]);
});

/** What is planted · file · passage · replacement · the field that is named · a mark of its line · a word of the message */
const FAULTS: readonly (readonly [string, string, string, string, string, string, string])[] = [
	['a file that the engine refuses', FILE, 'days: 3', 'days: 2', 'documents.lamp-note.days', 'days: 2', 'LMP-02'],
	[
		'a file without what the rules on files want',
		FILE,
		'  lamp-note:\n    keeper: 老罗灯铺\n    days: 3\n    story: ' + STORY + '\n',
		'',
		'documents.lamp-note',
		'wick-note:',
		'FILE-01'
	],
	[
		'a kind of document that is not there',
		FILE,
		'  ash-note:',
		'  smoke-note:',
		'documents.smoke-note',
		'doc_no: 灰1号',
		'没有这种文书'
	],
	[
		'a field that is not there',
		FILE,
		'    doc_no: 灰1号',
		'    number: 灰1号',
		'documents.ash-note.number',
		'number: 灰',
		'没有这一项'
	],
	[
		'a value that its type does not read',
		FILE,
		'days: 3',
		'days: 三天',
		'documents.lamp-note.days',
		'days: 三天',
		'读不出'
	],
	[
		'a place that is not there',
		FILE,
		'industry: 综合',
		'industry: 综合\nplace: moon',
		'place',
		'place: moon',
		'没有这个地区'
	],
	[
		'an article that is not there, in a story',
		FILE,
		'灯火法第七条该有',
		'灯火法第十七条该有',
		'story',
		'story: 老罗',
		'没有这一条'
	],
	[
		'an article that is not there, in a document',
		FILE,
		'只有两拳远。',
		'只有两拳远，违反灯火法第十七条。',
		'documents.lamp-note',
		'keeper: 老罗灯铺',
		'没有这一条'
	],
	['a task of no file', TASK, 'file: dark-shop', 'file: bright-shop', 'file', 'file: bright', '没有这本案卷'],
	[
		'a document that its file has not',
		TASK,
		'document: lamp-note',
		'document: oil-note',
		'document',
		'document: oil',
		'没有这种文书'
	],
	[
		'a document given that its file has not',
		TASK,
		'[wick-note]',
		'[oil-note]',
		'given.0',
		'[oil-note]',
		'没有这种文书'
	],
	[
		'a document given that comes later',
		TASK,
		'[wick-note]',
		'[ash-note]',
		'given.0',
		'[ash-note]',
		'排在要写的文书之后'
	],
	[
		'a guide that is not there',
		TASK,
		'guide: clear-words',
		'guide: dark-words',
		'guide',
		'guide: dark',
		'没有这份评分细则'
	],
	[
		'a guide for other documents',
		GUIDE,
		'documents: [lamp-note]',
		'documents: [ash-note]',
		'guide',
		'guide: clear',
		'不是为这种文书写的'
	],
	[
		'a field filled that is not there',
		TASK,
		'prefilled: [keeper,',
		'prefilled: [wick,',
		'prefilled.0',
		'prefilled: [wick',
		'没有这个字段'
	],
	[
		'a value filled in that nobody can read',
		TASK,
		'{days: 2}]',
		'{days: 两天}]',
		'prefilled.1.days',
		'prefilled: [',
		'读不出'
	],
	[
		'a model that the engine refuses',
		TASK,
		'model: {days: 4}',
		'model: {days: 1}',
		'model.days',
		'model: {days: 1',
		'LMP-02'
	],
	[
		'a model of a field that is not there',
		TASK,
		'model: {days: 4}',
		'model: {nights: 4}',
		'model.nights',
		'model: {nights',
		'没有这一项'
	],
	['points for a rule of another document', TASK, 'LMP-02: 8', 'WCK-01: 8', 'points.WCK-01', 'points:', '没有这条规则'],
	[
		'a text check of no field',
		TASK,
		'path: f.story',
		'path: f.tale',
		'texts.0.path',
		'path: f.tale',
		'没有这个文字字段'
	],
	[
		'a text check of a figure',
		TASK,
		'path: f.story',
		'path: f.days',
		'texts.0.path',
		'path: f.days',
		'没有这个文字字段'
	],
	['a text check that the model fails', TASK, '[没有罩子, 无罩]', '[灯芯]', 'texts.0.anyOf', '[灯芯]', '没有这些字样'],
	['a brief that gives the model away', TASK, '写下来。', `写：${STORY}`, 'brief', 'brief:', '范文的原话'],
	[
		'evidence that gives the model away',
		TASK,
		'shows: 一盏灯',
		'shows: 铺子里的油灯没有罩子，火苗离纸箱只有两拳远',
		'evidence.0.shows',
		'evidence:',
		'范文的原话'
	],
	['a level that is none', TASK, 'level: 1', 'level: 6', 'level', 'level: 6', '难度'],
	['weights that are no whole', GUIDE, 'weight: 60', 'weight: 50', 'criteria', '- id: seen', '合计应为 100'],
	['a criterion twice', GUIDE, '- id: plain', '- id: seen', 'criteria.1.id', 'id: seen\n    title: 说', '重复'],
	['one level only', GUIDE, ', {title: 好懂, anchor: 乙。}', '', 'criteria.1.levels', '难懂', '至少两档'],
	['a guide for no document', GUIDE, '[lamp-note]', '[lamp-note, oil-note]', 'documents.1', 'oil-note', '没有这种文书'],
	['a review of no file', REVIEW, 'dark-shop', 'bright-shop', 'file', 'file: bright', '没有这本案卷'],
	['a defect that no rule has', REVIEW, 'WCK-01]', 'WCK-09]', 'break', 'break:', '没有规则 WCK-09'],
	['two defects only', REVIEW, ', WCK-01]', ']', 'break', 'break:', '至少三处']
];

test.each(FAULTS)('%s is refused at its line', (_, path, passage, replacement, at, mark, message) => {
	const house = plantIn(HOUSE, path, [passage, replacement]);
	// Where a guide does not fit it is the task that names it.
	const told = at === 'guide' ? TASK : path;
	const found = checkHouse(house).filter((fault) => fault.at.startsWith(told) && fault.at.endsWith(`:${at}`));
	expect(found, messagesOf(house).join('\n')).toHaveLength(1);
	const line = mark.includes('\n') ? house[told]!.split(mark)[0]!.split('\n').length : lineOf(house[told]!, mark);
	expect(found[0]!.at).toBe(`${told}:${line}:${at}`);
	expect(found[0]!.message).toContain(message);
});

describe('what is lawful on purpose', () => {
	test('a value filled in that is wrong: whoever writes has to see it', () => {
		expect(HOUSE[TASK]).toContain('{days: 2}');
		expect(messagesOf(HOUSE)).toEqual([]);
	});

	test('a task without a guide, with what the model says filled in and quoted', () => {
		const filled = plantIn(HOUSE, TASK, ['prefilled: [keeper,', 'prefilled: [keeper, story,']);
		const quoted = plantIn(filled, TASK, ['写下来。', `已经写好：${STORY}`]);
		expect(messagesOf(plantIn(quoted, TASK, ['guide: clear-words', 'guide: null']))).toEqual([]);
	});
});

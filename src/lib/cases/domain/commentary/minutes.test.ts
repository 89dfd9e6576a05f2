import { describe, expect, test } from 'vitest';
import { instantOf } from '#lib/shared/time.ts';
import { type MeetingRecord, type RecordedComment, composeMinutes, findPublishingFault } from './minutes.ts';
import type { Decision } from './moderation.ts';

const at = (clock: string) => instantOf('2026-11-18', clock);
const comment = (
	id: string,
	authorId: string,
	decision: Decision | null,
	into: string | null = null
): RecordedComment => ({
	...{ id, authorId, itemId: 'bad', area: 'procedure', place: '第 3 段', text: `意见 ${id}` },
	decisions: decision === null ? [] : [{ decision, reason: '', into }]
});
const verdict = { strengths: '', faults: '一人检查', better: '叫上第二个人', lesson: '人齐了再进门' };
const item = {
	caseVersion: 1,
	minutes: 20,
	speakers: ['lin'],
	expertId: 'shen',
	startedAt: at('14:30'),
	endedAt: at('14:55')
};
const record: MeetingRecord = {
	...{ title: '十一月点评会', day: '2026-11-18', place: '三楼会议室', chairId: 'liang', recorderId: 'xu' },
	...{ begunAt: at('14:28'), endedAt: at('15:40') },
	items: [
		{ ...item, id: 'bad', caseId: 'one-officer', title: '一人检查', polarity: 'negative', verdict },
		{
			...item,
			id: 'good',
			caseId: 'lithium',
			title: '锂电仓库',
			polarity: 'positive',
			verdict: null,
			startedAt: null,
			endedAt: null
		}
	],
	notes: [
		{ itemId: 'bad', at: at('14:35'), text: '林岳介绍案情' },
		{ itemId: 'bad', at: at('14:40'), text: '' },
		{ itemId: null, at: at('15:30'), text: '下次会议十二月' }
	],
	comments: [
		comment('a', 'wei', 'accepted'),
		comment('b', 'xu', 'merged', 'a'),
		comment('c', 'lin', 'returned'),
		comment('d', 'lin', 'withdrawn')
	],
	actions: [{ number: 1, text: '改清单', ownerId: 'lin', dueOn: '2026-12-01' }]
};
const minutes = composeMinutes(record, (id) => id.toUpperCase());

describe('minutes', () => {
	test('name everybody who took part once, and keep the order of the meeting', () => {
		expect(minutes.present).toEqual(['LIANG', 'XU', 'LIN', 'SHEN', 'WEI']);
		expect(minutes.cases.map(({ title, planned, taken }) => [title, planned, taken])).toEqual([
			['一人检查', 20, 25],
			['锂电仓库', 20, null]
		]);
		expect([minutes.begunAt, minutes.endedAt]).toEqual(['14:28', '15:40']);
	});
	test('hold accepted comments only, with who said the same; struck lines are gone', () => {
		expect(minutes.cases[0]!.comments).toEqual([
			{ area: 'procedure', place: '第 3 段', text: '意见 a', by: 'WEI', alsoBy: ['XU'] }
		]);
		expect(minutes.cases[0]!.notes).toEqual([{ at: '14:35', text: '林岳介绍案情' }]);
		expect(minutes.general).toEqual([{ at: '15:30', text: '下次会议十二月' }]);
		expect(minutes.counts).toEqual({ pending: 0, accepted: 1, returned: 1, merged: 1, withdrawn: 1 });
	});
	test('name nobody whose comment was returned or taken back', () => {
		const without = { ...record, items: [], actions: [] };
		expect(JSON.stringify(composeMinutes(without, (id) => id.toUpperCase()))).not.toContain('LIN"');
	});
});

describe('publishing', () => {
	test('waits for undecided comments', () => {
		const fault = findPublishingFault({ ...record, comments: [...record.comments, comment('e', 'lin', null)] });
		expect(fault).toMatchObject({ code: 'undecided', message: expect.stringContaining('1 条') as string });
	});
	test('waits for the expert on every case that was discussed, not on one that was not called', () => {
		expect(findPublishingFault(record)).toBeNull();
		const silent = record.items.map((one) => ({ ...one, verdict: null }));
		expect(findPublishingFault({ ...record, items: silent })).toMatchObject({ code: 'no-verdict' });
	});
});

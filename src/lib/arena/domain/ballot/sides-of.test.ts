import { describe, expect, test } from 'vitest';
import { Telling, frameOf, seatOf } from '../../../../../tests/support/hearing.ts';
import { sidesOf } from './sides-of.ts';

const REST = ['presiding-1', 'panel-1', 'panel-2', 'clerk-1'];

function withoutPlaintiff(outcome: 'withdrawal' | 'continue') {
	const telling = new Telling(frameOf('short-form')).seat(...REST, 'defendant-1');
	telling.do('organiser', 'seat', seatOf('plaintiff-1')).to('S3');
	telling.do('clerk-1', 'attend', { seatId: 'plaintiff-1', presence: 'absent', reason: '没有到庭。' });
	return telling.do('presiding-1', 'rule-absence', { party: 'plaintiff', outcome, reason: '没有正当理由。' });
}

describe('who is away', () => {
	test('whoever was ruled absent, until somebody of the bench comes', () => {
		const telling = withoutPlaintiff('continue');
		expect(sidesOf(telling).away).toEqual(['plaintiff']);
		telling.do('plaintiff-1', 'check-in', {});
		expect(sidesOf(telling).away).toEqual([]);
	});

	test('nobody before it was ruled, however empty a bench is', () => {
		const telling = new Telling(frameOf('short-form')).seat(...REST);
		expect(sidesOf(telling)).toMatchObject({ contested: ['plaintiff', 'defendant'], away: [] });
	});
});

test.each([
	['penalty-hearing', ['plaintiff', 'defendant'], '当事人', '调查人员'],
	['case-committee', ['defendant'], 'plaintiff', '承办人']
])('%s has its own sides and names', (id, contested, plaintiff, defendant) => {
	const frame = frameOf(id);
	const { hearing } = new Telling(frame);
	expect(sidesOf({ hearing, frame })).toEqual({ contested, away: [], names: { plaintiff, defendant } });
});

test('what the defendant shows is heard and ruled on while the other bench stays empty', () => {
	const telling = withoutPlaintiff('withdrawal').to('S4').to('S5').to('S6');
	telling.do('presiding-1', 'raise-issue', { issueId: 'i1', area: 'facts', point: 'A1', text: '是谁' });
	telling.to('S7').do('defendant-1', 'offer', { exhibitId: 'd1', proves: '违法事实', issueIds: [] });
	telling.do('defendant-1', 'rest', {}).to('S8').to('S9').speak('defendant-1', 'argument', { issueId: 'i1' });
	telling.to('S10').to('S12');
	const ruling = { exhibitId: 'd1', ruling: 'admitted', reason: '来源清楚。', exclusion: null, supports: [] } as const;
	telling.do('presiding-1', 'rule-evidence', ruling);
	for (const judge of ['presiding-1', 'panel-1', 'panel-2']) {
		telling.do(judge, 'vote', { on: 'judgment', choice: 'withdrawn', reason: '' });
	}
	telling.to('S13');
	const said = {
		judgment: 'withdrawn',
		text: '按撤诉处理。',
		reasons: '原告经通知没有正当理由不到庭，依法按撤诉处理。'
	};
	expect(telling.outcome('presiding-1', 'pronounce', said)).toBe('no-condition');
	expect(telling.outcome('presiding-1', 'pronounce', { ...said, ticked: ['plaintiff-away'] })).toBe('ok');
	expect(sidesOf(telling).away).toEqual(['plaintiff']);
});

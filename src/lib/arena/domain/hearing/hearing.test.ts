import { describe, expect, test } from 'vitest';
import { DISMISSED, ISSUE, Telling, atStage, frameOf, seatOf } from '../../../../../tests/support/hearing.ts';
import { pointsAgainst } from './acts/objections.ts';
import { replay } from './decide.ts';
import { eventsFor, frameFor, viewFor, viewerOf } from './view.ts';

const say = (speaker: string, kind: 'statement' | 'argument' | 'question' = 'statement') => ({
	...{ kind, text: '我方的意见。', speaker, exhibitIds: [], citations: [] }
});

test('a short hearing runs from the opening to the result, and its log tells it again', () => {
	const telling = atStage('S15');
	telling.do('organiser', 'publish', { digest: 'x', winner: 'plaintiff', text: '攻擂方胜' });
	expect(telling.hearing.course.published).toMatchObject({ winner: 'plaintiff' });
	expect(replay(telling.events)).toEqual(telling.hearing);
	expect(telling.outcome('presiding-1', 'warn', { seatId: 'plaintiff-1', reason: '事由。' })).toBe('over');
});

describe('stages', () => {
	test('only the presiding judge moves them, in their order', () => {
		const telling = atStage('S4');
		for (const by of ['clerk-1', 'panel-1', 'plaintiff-1', 'organiser', 'timer']) {
			expect(telling.outcome(by, 'advance', { to: 'S5', reason: '测试' }), by).not.toBe('ok');
		}
		expect(telling.outcome('presiding-1', 'advance', { to: 'S9', reason: '测试' })).toBe('not-next');
		expect(telling.outcome('presiding-1', 'advance', { to: 'S3', reason: '测试' })).toBe('not-next');
		// Nobody has spoken: that needs a reason.
		expect(telling.outcome('presiding-1', 'advance', { to: 'S5', reason: '' })).toBe('undone');
		telling.speak('plaintiff-1', 'statement');
		expect(telling.outcome('presiding-1', 'advance', { to: 'S5', reason: '' })).toBe('ok');
	});
	test('the court must be complete and odd', () => {
		const telling = new Telling(frameOf('short-form'))
			.seat('presiding-1', 'panel-1', 'clerk-1', 'plaintiff-1', 'defendant-1')
			.to('S3');
		expect(telling.outcome('presiding-1', 'advance', { to: 'S4', reason: '测试' })).toBe('panel');
		expect(telling.seat('panel-2').outcome('presiding-1', 'advance', { to: 'S4', reason: '测试' })).toBe('ok');
	});
	test('an absent party is decided about first', () => {
		const telling = new Telling(frameOf('short-form'))
			.seat('presiding-1', 'panel-1', 'panel-2', 'clerk-1', 'defendant-1')
			.to('S3');
		expect(telling.outcome('presiding-1', 'advance', { to: 'S4', reason: '测试' })).toBe('absent');
		const ruling = { party: 'plaintiff', reason: '无正当理由。' } as const;
		expect(telling.outcome('presiding-1', 'rule-absence', { ...ruling, outcome: 'default' })).toBe('not-defendant');
		telling.do('presiding-1', 'rule-absence', { ...ruling, outcome: 'continue' });
		expect(telling.outcome('presiding-1', 'advance', { to: 'S4', reason: '测试' })).toBe('ok');
	});
	test('the investigation is taken up again from the debate, once', () => {
		const telling = atStage('S9');
		expect(telling.outcome('presiding-1', 'reopen', { reason: '' })).toBe('no-reason');
		telling.do('presiding-1', 'reopen', { reason: '有新的证据。' });
		expect(telling.hearing.course.stage).toMatchObject({ id: 'S7', visit: 2 });
		telling.to('S8').to('S9');
		expect(telling.outcome('presiding-1', 'reopen', { reason: '又有。' })).toBe('reopened');
		expect(atStage('S8').outcome('presiding-1', 'reopen', { reason: '有。' })).toBe('no-reopening');
	});
	test('the judgment is what most of the judges want', () => {
		const telling = atStage('S12');
		const vote = (by: string, choice: string) => telling.do(by, 'vote', { on: 'judgment', choice, reason: '' });
		vote('presiding-1', 'revoke');
		vote('panel-1', 'dismiss-claim');
		expect(telling.outcome('presiding-1', 'advance', { to: 'S13', reason: '测试' })).toBe('no-majority');
		vote('panel-2', 'revoke');
		telling.to('S13');
		const said = { text: '撤销。', reasons: '没有告知听证的权利，违反法定程序，应当撤销。' };
		expect(telling.outcome('presiding-1', 'pronounce', { ...said, judgment: 'dismiss-claim' })).toBe('no-majority');
		const revoke = { ...said, judgment: 'revoke' };
		expect(telling.outcome('presiding-1', 'pronounce', revoke)).toBe('no-condition');
		expect(telling.outcome('presiding-1', 'pronounce', { ...revoke, ticked: ['minor-procedure'] })).toBe(
			'no-condition'
		);
		expect(telling.outcome('presiding-1', 'pronounce', { ...revoke, ticked: ['procedure-breached'] })).toBe('ok');
	});
	test('a change tells both sums, and nothing grows heavier', () => {
		const telling = atStage('S12');
		for (const by of ['presiding-1', 'panel-1'])
			telling.do(by, 'vote', { on: 'judgment', choice: 'change', reason: '' });
		telling.to('S13');
		const change = { ...DISMISSED, judgment: 'change', ticked: ['penalty-improper'], originalFine: 30_000 };
		expect(telling.outcome('presiding-1', 'pronounce', change)).toBe('no-sum');
		expect(telling.outcome('presiding-1', 'pronounce', { ...change, newFine: 30_000 })).toBe('heavier');
		expect(telling.outcome('presiding-1', 'pronounce', { ...change, newFine: 20_000 })).toBe('ok');
		expect(telling.outcome('panel-2', 'vote', { on: 'judgment', choice: 'maintain', reason: '' })).toBe('not-allowed');
	});
	test('only a kind of judgment that exists is voted for', () => {
		const vote = { on: 'judgment', choice: 'maintain', reason: '' };
		expect(atStage('S12').outcome('panel-1', 'vote', vote)).toBe('no-such-kind');
	});
	test.each(['first-instance', 'penalty-hearing', 'case-committee'])('%s begins with its first stage', (id) => {
		const telling = new Telling(frameOf(id)).seat('presiding-1', 'clerk-1');
		const first = telling.frame.procedure.stages[0]!.id;
		expect(
			telling.outcome(id === 'first-instance' ? 'organiser' : 'presiding-1', 'advance', { to: first, reason: '' })
		).toBe('ok');
	});
});

describe('the floor', () => {
	test('nobody speaks without it; the clerk writes for whoever has it', () => {
		const telling = atStage('S4');
		expect(telling.outcome('plaintiff-1', 'say', say('plaintiff-1'))).toBe('no-floor');
		telling.do('plaintiff-1', 'request-floor', { why: '陈述诉讼请求' });
		expect(telling.outcome('plaintiff-1', 'request-floor', { why: '' })).toBe('requested');
		telling.do('presiding-1', 'grant', { seatId: 'plaintiff-1' });
		expect(telling.hearing.course.requests).toEqual([]);
		expect(telling.outcome('clerk-1', 'say', say('plaintiff-1'))).toBe('ok');
		expect(telling.outcome('defendant-1', 'say', say('plaintiff-1'))).toBe('not-recorder');
		expect(telling.outcome('presiding-1', 'grant', { seatId: 'defendant-1' })).toBe('no-speaker');
	});
	test('in the debate the plaintiff begins and then they alternate while the other waits', () => {
		const telling = atStage('S9');
		const argue = (seat: string) => telling.speak(seat, 'argument', { issueId: 'i1' });
		expect(telling.outcome('presiding-1', 'grant', { seatId: 'defendant-1' })).toBe('order');
		argue('plaintiff-1');
		argue('defendant-1');
		telling.do('plaintiff-1', 'request-floor', { why: '' });
		expect(telling.outcome('presiding-1', 'grant', { seatId: 'defendant-1' })).toBe('alternate');
		argue('plaintiff-1');
		expect(telling.outcome('presiding-1', 'grant', { seatId: 'plaintiff-1' })).toBe('ok');
	});
	test('arguments hang on a listed issue, and everybody has one last word', () => {
		const telling = atStage('S9').do('presiding-1', 'grant', { seatId: 'plaintiff-1' });
		expect(telling.outcome('plaintiff-1', 'say', say('plaintiff-1', 'argument'))).toBe('issue-missing');
		expect(telling.outcome('plaintiff-1', 'say', { ...say('plaintiff-1', 'argument'), issueId: 'i9' })).toBe(
			'no-issue'
		);
		const last = atStage('S10').speak('plaintiff-1', 'final').do('presiding-1', 'grant', { seatId: 'plaintiff-1' });
		expect(last.outcome('plaintiff-1', 'say', { ...say('plaintiff-1'), kind: 'final' })).toBe('said');
	});
	test('what was said can be put right and never goes', () => {
		const telling = atStage('S4').speak('plaintiff-1', 'statement');
		const line = telling.hearing.court.lines[0]!.id;
		telling.do('clerk-1', 'correct-line', { line, text: '我方请求撤销。' });
		expect(telling.hearing.court.lines[0]).toMatchObject({ text: '我方请求撤销。', before: ['我方的意见。'] });
		expect(telling.outcome('clerk-1', 'correct-line', { line, text: '' })).toBe('empty');
		expect(telling.outcome('panel-1', 'correct-line', { line, text: '另一句' })).toBe('not-allowed');
	});
});

describe('the clerk falls out', () => {
	test('a substitute or the presiding judge takes the record over, and the hearing goes on', () => {
		const telling = atStage('S4').seat('clerk-2');
		expect(telling.outcome('clerk-2', 'say', say('clerk-2'))).toBe('substitute');
		expect(telling.outcome('clerk-2', 'take-over', { reason: '书记员掉线。' })).toBe('ok');
		telling.do('presiding-1', 'grant', { seatId: 'plaintiff-1' });
		expect(telling.outcome('clerk-2', 'say', say('plaintiff-1'))).toBe('ok');
		expect(telling.outcome('clerk-1', 'say', say('plaintiff-1'))).toBe('not-recorder');
		expect(telling.outcome('presiding-1', 'take-over', { reason: '再次掉线。' })).toBe('ok');
		expect(telling.outcome('presiding-1', 'say', say('plaintiff-1'))).toBe('ok');
		expect(telling.outcome('plaintiff-1', 'take-over', { reason: '我来。' })).toBe('not-allowed');
	});
});

describe('recusal', () => {
	test('a request about a judge is the organiser’s to decide, and the seat falls vacant', () => {
		const telling = atStage('S3').do('plaintiff-1', 'ask-recusal', { seatId: 'panel-1', reason: '与被告同单位。' });
		expect(telling.outcome('presiding-1', 'advance', { to: 'S4', reason: '测试' })).toBe('open-recusal');
		const granted = { seatId: 'panel-1', granted: true, reason: '同单位。' };
		expect(telling.outcome('presiding-1', 'rule-recusal', granted)).toBe('own-panel');
		telling.do('organiser', 'rule-recusal', granted);
		expect(telling.outcome('panel-1', 'panel-note', { text: '我还在。' })).toBe('recused');
		expect(telling.outcome('presiding-1', 'advance', { to: 'S4', reason: '测试' })).toBe('panel');
		telling.seat('panel-3');
		expect(telling.outcome('presiding-1', 'advance', { to: 'S4', reason: '测试' })).toBe('ok');
	});
	test('a clerk’s is the presiding judge’s; a declaration of one’s own needs nobody', () => {
		const telling = atStage('S3').do('plaintiff-1', 'ask-recusal', { seatId: 'clerk-1', reason: '亲属。' });
		expect(
			telling.outcome('presiding-1', 'rule-recusal', { seatId: 'clerk-1', granted: false, reason: '不属实。' })
		).toBe('ok');
		telling.do('panel-2', 'recuse-self', { reason: '办过这件案子。' });
		expect(telling.hearing.course.recusals.at(-1)).toMatchObject({ seatId: 'panel-2', granted: true });
	});
});

describe('penalties', () => {
	const objected = (ground: 'insulting' | 'out-of-turn') => {
		const telling = atStage('S9');
		return () => {
			telling.do('plaintiff-1', 'object', { ground, line: null, against: 'defendant-1', text: '' });
			const { id } = telling.hearing.court.objections.at(-1)!;
			telling.do('presiding-1', 'rule-objection', { objection: id, sustained: true, reason: '成立。' });
			return telling;
		};
	};
	test('an insult costs five points, the second one the seat', () => {
		const again = objected('insulting');
		expect(again().penalties).toEqual(['defendant insult 5']);
		expect(again().hearing.course.seats.find(({ id }) => id === 'defendant-1')?.presence).toBe('removed');
	});
	test('speaking out of turn costs points after a warning only', () => {
		const again = objected('out-of-turn');
		const telling = again();
		expect(telling.penalties).toEqual([]);
		telling.do('presiding-1', 'warn', { seatId: 'defendant-1', reason: '打断发言。' });
		expect(again().penalties).toEqual(['defendant out-of-turn 2']);
	});
	test('the referee takes points by the table, never by the clock’s', () => {
		const telling = atStage('S9').seat('referee-1');
		const penalty = { party: 'plaintiff', seatId: null, points: 99, rule: null, reason: '查无此条。' } as const;
		telling.do('referee-1', 'penalise', { ...penalty, kind: 'misquote' });
		expect(telling.penalties).toEqual(['plaintiff misquote 5']);
		expect(telling.outcome('referee-1', 'penalise', { ...penalty, kind: 'overtime' })).toBe('by-clock');
		const against = () => pointsAgainst(telling.hearing.court.penalties, 'plaintiff');
		expect(against()).toBe(5);
		telling.do('presiding-1', 'lift-penalty', {
			penalty: telling.hearing.court.penalties[0]!.id,
			reason: '确有此条。'
		});
		expect(against()).toBe(0);
	});
});

describe('who sees what', () => {
	const telling = atStage('S7').seat('witness-1', 'host-1');
	telling.do('plaintiff-1', 'team-note', { text: '原告方的秘密' });
	telling.do('defendant-1', 'draft', { text: '被告方的草稿' });
	telling.do('panel-1', 'panel-note', { text: '合议庭的讨论' });
	telling.do('presiding-1', 'say', { ...say('presiding-1'), kind: 'procedure', text: '现在质证' });
	const shown = (viewer: Parameters<typeof viewFor>[1]) =>
		JSON.stringify([viewFor(telling.hearing, viewer), eventsFor(telling.events, viewer)]);
	test.each([
		['public', ['现在质证']],
		['waiting', []],
		['room', ['现在质证']],
		['plaintiff', ['原告方的秘密', '现在质证']],
		['defendant', ['被告方的草稿', '现在质证']],
		['third', ['现在质证']],
		['panel', ['合议庭的讨论', '现在质证']]
	] as const)('%s', (viewer, expected) => {
		const all = ['原告方的秘密', '被告方的草稿', '合议庭的讨论', '现在质证'];
		expect(all.filter((text) => shown(viewer).includes(text))).toEqual(expected);
	});
	test('a witness hears nothing before testifying', () => {
		const seat = () => telling.hearing.course.seats.find(({ id }) => id === 'witness-1')!;
		expect(viewerOf(telling.hearing, seat())).toBe('waiting');
		telling.do('plaintiff-1', 'call', { seatId: 'witness-1', about: 'record' });
		expect(viewerOf(telling.hearing, seat())).toBe('waiting');
		telling.do('presiding-1', 'rule-call', { seatId: 'witness-1', granted: true, reason: '' });
		expect(viewerOf(telling.hearing, seat())).toBe('room');
		expect(viewerOf(telling.hearing, null)).toBe('public');
	});
	test('the public does not get the file', () => {
		expect(frameFor(telling.frame, 'public').file.exhibits).toEqual([]);
		expect(frameFor(telling.frame, 'room').file.exhibits.length).toBeGreaterThan(0);
	});
	test('what is being written vanishes when it is said', () => {
		const writing = atStage('S4').do('presiding-1', 'grant', { seatId: 'plaintiff-1' });
		writing.do('plaintiff-1', 'draft', { text: '我方的意' }).do('plaintiff-1', 'say', say('plaintiff-1'));
		expect(writing.hearing.secrets.plaintiff.drafts).toEqual({});
	});
});

test('issues: point and area agree, a new one asks for confirmation anew', () => {
	const telling = atStage('S6');
	expect(telling.outcome('presiding-1', 'raise-issue', { ...ISSUE, point: 'A5' })).toBe('point');
	expect(telling.outcome('presiding-1', 'advance', { to: 'S7', reason: '测试' })).toBe('no-issues');
	telling.do('presiding-1', 'raise-issue', ISSUE).do('plaintiff-1', 'confirm-issues', {});
	telling.do('defendant-1', 'raise-issue', { ...ISSUE, issueId: 'i2' });
	expect(telling.hearing.court.confirmed).toEqual([]);
	expect(telling.outcome('presiding-1', 'advance', { to: 'S7', reason: '' })).toBe('undone');
	telling.do('plaintiff-1', 'confirm-issues', {}).do('defendant-1', 'confirm-issues', {});
	expect(telling.outcome('presiding-1', 'advance', { to: 'S7', reason: '' })).toBe('ok');
});

test('a seat given to somebody else has to be taken anew', () => {
	const telling = atStage('S4').do('organiser', 'seat', { ...seatOf('clerk-1'), name: '另一人' });
	expect(telling.hearing.course.recorder).toBeNull();
	expect(telling.outcome('clerk-1', 'attend', { seatId: 'plaintiff-1', presence: 'absent', reason: '离席。' })).toBe(
		'not-present'
	);
	telling.do('clerk-1', 'check-in', {});
	expect(telling.hearing.course.recorder).toBe('clerk-1');
});

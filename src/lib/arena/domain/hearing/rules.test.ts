import { describe, expect, test } from 'vitest';
import {
	BENCH,
	FILE,
	ISSUE,
	Telling,
	atStage,
	exhibit,
	frameOf,
	seatOf
} from '../../../../../tests/support/hearing.ts';
import type { Detail } from './act.ts';
import { RULES } from './rules.ts';

const offer = (exhibitId: string): Detail<'offer'> => ({ exhibitId, proves: '违法事实', issueIds: [] });
const oppose = (exhibitId: string): Detail<'oppose'> => ({
	...{ exhibitId, properties: ['authenticity'], weight: '', text: '没有原件可以核对。', citations: [] }
});
const rule = (exhibitId: string, given: Partial<Detail<'rule-evidence'>> = {}): Detail<'rule-evidence'> => ({
	...{ exhibitId, ruling: 'admitted', reason: '与其他证据一致。', exclusion: null, supports: [] },
	...given
});
/** In the proof stage, shown and opposed. */
const examined = (telling: Telling, id: string) =>
	telling.do('defendant-1', 'offer', offer(id)).do('plaintiff-1', 'oppose', oppose(id));

/** The full procedure: the case is handed out, the complaint is in, the defendant's term runs. */
const answering = () => {
	const telling = new Telling(frameOf('first-instance')).seat(...BENCH);
	telling.do('organiser', 'advance', { to: 'S0', reason: '' });
	telling.do('plaintiff-1', 'file-paper', { kind: 'complaint', title: '起诉状', text: '请求撤销。' });
	return telling.to('S1');
};
const toProof = (telling: Telling) => {
	for (const id of ['S2', 'S3', 'S4', 'S5', 'S6']) telling.to(id);
	return telling.do('presiding-1', 'raise-issue', ISSUE).to('S7');
};

test('every rule says what it is, on what it rests and what the engine does about it', () => {
	expect(Object.keys(RULES)).toEqual(Array.from({ length: 16 }, (_, index) => `R${index + 1}`));
	for (const { text, basis, does } of Object.values(RULES)) {
		expect([text.length > 10, basis.length > 0, does.length > 8]).toEqual([true, true, true]);
	}
});

describe('R1 the burden of proof lies with the defendant', () => {
	test('it shows its evidence first', () => {
		const telling = atStage('S7');
		expect(telling.outcome('plaintiff-1', 'offer', offer('p1'))).toBe('R1');
		telling.do('defendant-1', 'offer', offer('d1')).do('defendant-1', 'rest', {});
		expect(telling.outcome('plaintiff-1', 'offer', offer('p1'))).toBe('ok');
		expect(telling.outcome('defendant-1', 'offer', offer('d2'))).toBe('rested');
		telling.to('S8').to('S9').do('presiding-1', 'reopen', { reason: '原告提出停电记录。' });
		expect(telling.outcome('defendant-1', 'offer', offer('d2'))).toBe('ok');
	});
	test('an absent defendant keeps nobody waiting', () => {
		const telling = atStage('S7').do('clerk-1', 'attend', {
			seatId: 'defendant-1',
			presence: 'left',
			reason: '离席。'
		});
		expect(telling.outcome('plaintiff-1', 'offer', offer('p1'))).toBe('ok');
	});
	test('what was not filed in the term is no evidence; what was, is', () => {
		const telling = answering().do('defendant-1', 'file-evidence', { exhibitId: 'd1', reason: '' });
		toProof(telling);
		expect(telling.outcome('defendant-1', 'offer', offer('d2'))).toBe('R1');
		examined(telling, 'd1');
		expect(telling.outcome('presiding-1', 'rule-evidence', rule('d1'))).toBe('ok');
	});
});

describe('R2 fifteen days, scaled', () => {
	const hours = (count: number) => answering().wait(count * 3600);
	test.each([
		[14.9, 'ok'],
		[15.1, 'R2']
	])('after %d hours without a reason: %s', (count, outcome) => {
		expect(hours(count).outcome('defendant-1', 'file-evidence', { exhibitId: 'd1', reason: '' })).toBe(outcome);
	});
	test('late with a reason is filed as late, and a late answer costs two points an hour', () => {
		const telling = hours(16.5).do('defendant-1', 'file-evidence', { exhibitId: 'd1', reason: '停电。' });
		expect(telling.hearing.docket.filed['d1']).toMatchObject({ isLate: true, reason: '停电。' });
		telling.do('defendant-1', 'file-paper', { kind: 'answer', title: '答辩状', text: '请求驳回。' });
		expect(telling.penalties).toEqual(['defendant late-paper 4']);
	});
	test('the term shows the legal number beside the scaled one, and only its end lets the clock go on', () => {
		expect(frameOf('first-instance').procedure.filing).toEqual({ legalDays: 15, hours: 15 });
		expect(hours(14).outcome('timer', 'advance', { to: 'S2', reason: '' })).toBe('term-runs');
		expect(hours(15).outcome('timer', 'advance', { to: 'S2', reason: '' })).toBe('ok');
		expect(atStage('S7').outcome('timer', 'advance', { to: 'S8', reason: '' })).toBe('in-court');
	});
});

describe('R3 evidence gathered after the decision', () => {
	test('cannot be admitted', () => {
		const telling = examined(atStage('S7'), 'd3');
		expect(telling.outcome('presiding-1', 'rule-evidence', rule('d3'))).toBe('R3');
		expect(telling.outcome('presiding-1', 'rule-evidence', rule('d3', { ruling: 'partly' }))).toBe('R3');
		expect(telling.outcome('presiding-1', 'rule-evidence', rule('d3', { ruling: 'refused' }))).toBe('ok');
	});
	test('can, when the other side raised something new and the court gave leave', () => {
		const telling = atStage('S7');
		const ask = { exhibitId: 'd3', because: '', reason: '' };
		expect(telling.outcome('defendant-1', 'ask-supplement', ask)).toBe('R3');
		telling.do('defendant-1', 'ask-supplement', { ...ask, because: '原告当庭提出停电记录。' });
		telling.do('presiding-1', 'rule-supplement', { exhibitId: 'd3', granted: true, reason: '原告提出了新的证据。' });
		examined(telling, 'd3');
		expect(telling.outcome('presiding-1', 'rule-evidence', rule('d3'))).toBe('ok');
	});
	test('a day decides: evidence of the decision’s own day is in', () => {
		const on = (gatheredOn: string) => {
			const telling = examined(atStage('S7', { exhibits: [exhibit('d1', { gatheredOn })] }), 'd1');
			return telling.outcome('presiding-1', 'rule-evidence', rule('d1'));
		};
		expect([on(FILE.decisionDay), on('2026-04-21')]).toEqual(['ok', 'R3']);
	});
});

test('R4 the court collects nothing to prove that the bureau was right', () => {
	const telling = atStage('S7');
	const collect = { title: '气象记录', reason: '当事人不能取得。' };
	expect(telling.outcome('presiding-1', 'collect', { ...collect, purpose: 'legality' })).toBe('R4');
	expect(telling.outcome('presiding-1', 'collect', { ...collect, purpose: 'other' })).toBe('ok');
});

test.each([
	['R5', 'illegal-means'],
	['R7', 'deprived-defence'],
	['R3', 'after-decision'],
	['R8', 'reconsideration-bureau'],
	['R1', 'late']
] as const)('%s what is found to be %s is admitted neither wholly nor partly', (id, exclusion) => {
	const telling = examined(atStage('S7'), 'd1');
	for (const ruling of ['admitted', 'partly'] as const) {
		expect(telling.outcome('presiding-1', 'rule-evidence', rule('d1', { ruling, exclusion }))).toBe(id);
	}
	expect(telling.outcome('presiding-1', 'rule-evidence', rule('d1', { ruling: 'refused', exclusion }))).toBe('ok');
});

describe('R6 unexamined evidence is no basis', () => {
	test('shown and opposed first', () => {
		const telling = atStage('S7');
		expect(telling.outcome('presiding-1', 'rule-evidence', rule('d1'))).toBe('R6');
		telling.do('defendant-1', 'offer', offer('d1'));
		expect(telling.outcome('presiding-1', 'rule-evidence', rule('d1'))).toBe('R6');
		telling.do('plaintiff-1', 'oppose', { ...oppose('d1'), properties: [], text: '' });
		expect(telling.outcome('presiding-1', 'rule-evidence', rule('d1'))).toBe('ok');
	});
	test('except what was agreed in the exchange', () => {
		const telling = answering().do('defendant-1', 'file-evidence', { exhibitId: 'd1', reason: '' }).to('S2');
		telling.do('plaintiff-1', 'exchange', { exhibitId: 'd1', accepts: true, properties: [], reason: '' });
		for (const id of ['S3', 'S4', 'S5', 'S6']) telling.to(id);
		telling.do('presiding-1', 'raise-issue', ISSUE).to('S7');
		expect(telling.outcome('presiding-1', 'rule-evidence', rule('d1'))).toBe('ok');
	});
	test('nothing new in the debate', () => {
		const telling = examined(atStage('S7'), 'd1');
		for (const id of ['S8', 'S9']) telling.to(id);
		telling.do('presiding-1', 'grant', { seatId: 'plaintiff-1' });
		const say = { kind: 'argument', text: '请看。', speaker: 'plaintiff-1', issueId: 'i1', citations: [] } as const;
		expect(telling.outcome('plaintiff-1', 'say', { ...say, exhibitIds: ['p1'] })).toBe('R6');
		expect(telling.outcome('plaintiff-1', 'say', { ...say, exhibitIds: ['d1'] })).toBe('ok');
	});
	test('evidence of a defendant who stays away counts only as far as it was agreed', () => {
		const telling = examined(atStage('S7'), 'd1');
		telling.do('presiding-1', 'attend', { seatId: 'defendant-1', presence: 'left', reason: '离席。' });
		telling.do('presiding-1', 'rule-absence', { party: 'defendant', outcome: 'default', reason: '无正当理由。' });
		expect(telling.outcome('presiding-1', 'rule-evidence', rule('d1'))).toBe('R6');
	});
});

describe('R8 evidence from the reconsideration', () => {
	const outcome = (id: string, isReconsiderationUpheld: boolean) => {
		const telling = examined(atStage('S7', { isReconsiderationUpheld }), id);
		return telling.outcome('presiding-1', 'rule-evidence', rule(id));
	};
	test.each([
		['the bureau’s own', 'd4', true, 'R8'],
		['the reconsideration body’s, which is sued as well', 'd5', true, 'ok'],
		['the reconsideration body’s alone', 'd5', false, 'R8']
	] as const)('%s', (_, id, upheld, expected) => expect(outcome(id, upheld)).toBe(expected));
});

test('R9 a weak item needs another that carries it, or counts in part only', () => {
	const telling = examined(atStage('S7'), 'd2');
	expect(telling.outcome('presiding-1', 'rule-evidence', rule('d2'))).toBe('R9');
	expect(telling.outcome('presiding-1', 'rule-evidence', rule('d2', { supports: ['d1'] }))).toBe('R9');
	examined(telling, 'd1').do('presiding-1', 'rule-evidence', rule('d1'));
	expect(telling.outcome('presiding-1', 'rule-evidence', rule('d2', { supports: ['d2'] }))).toBe('R9');
	expect(telling.outcome('presiding-1', 'rule-evidence', rule('d2', { supports: ['d1'] }))).toBe('ok');
	const partly = examined(atStage('S7'), 'd2').outcome(
		'presiding-1',
		'rule-evidence',
		rule('d2', { ruling: 'partly' })
	);
	expect(partly).toBe('ok');
});

test('R10 and R12 are advice: no act is refused for them', () => {
	expect([RULES.R10.how, RULES.R12.how]).toEqual(['advised', 'advised']);
});

describe('R11 officers appear at the request of the other side, by leave', () => {
	const witness = () => atStage('S7').seat('witness-1');
	test('about record, goods, samples and identity', () => {
		const telling = witness();
		expect(telling.outcome('defendant-1', 'call', { seatId: 'witness-1', about: 'record' })).toBe('R11');
		expect(telling.outcome('presiding-1', 'grant', { seatId: 'witness-1' })).toBe('R11');
		telling.do('plaintiff-1', 'call', { seatId: 'witness-1', about: 'record' });
		expect(telling.outcome('presiding-1', 'grant', { seatId: 'witness-1' })).toBe('R11');
		telling.do('presiding-1', 'rule-call', { seatId: 'witness-1', granted: true, reason: '' });
		expect(telling.outcome('presiding-1', 'grant', { seatId: 'witness-1' })).toBe('ok');
	});
	test('a bureau brings its own witnesses as such', () => {
		expect(witness().outcome('defendant-1', 'call', { seatId: 'witness-1', about: 'other' })).toBe('ok');
	});
});

test('R13 a document is challenged before the opening, or in the investigation with a reason', () => {
	const norm = { title: '区裁量细则' };
	expect(answering().outcome('plaintiff-1', 'challenge-norm', { ...norm, reason: '' })).toBe('ok');
	const opened = answering().to('S2').to('S3');
	expect(opened.outcome('plaintiff-1', 'challenge-norm', { ...norm, reason: '开庭才知道。' })).toBe('R13');
	// A short match has no stage on paper.
	expect(atStage('S3').outcome('plaintiff-1', 'challenge-norm', { ...norm, reason: '' })).toBe('ok');
	expect(atStage('S7').outcome('plaintiff-1', 'challenge-norm', { ...norm, reason: '' })).toBe('R13');
	expect(atStage('S7').outcome('plaintiff-1', 'challenge-norm', { ...norm, reason: '质证时才出示。' })).toBe('ok');
	expect(atStage('S9').outcome('plaintiff-1', 'challenge-norm', { ...norm, reason: '有理由。' })).not.toBe('ok');
	expect(atStage('S7').outcome('defendant-1', 'challenge-norm', { ...norm, reason: '有理由。' })).toBe('not-allowed');
});

test('R14 no mediation except discretion and compensation', () => {
	const mediate = { to: 'S11', reason: '测试' };
	expect(atStage('S10').outcome('presiding-1', 'advance', mediate)).toBe('R14');
	const telling = atStage('S10', { mayMediate: true });
	expect(telling.outcome('presiding-1', 'advance', mediate)).toBe('ok');
	telling.do('plaintiff-1', 'offer-terms', { text: '罚款降到三万元。' });
	const terms = telling.hearing.court.terms[0]!.id;
	expect(telling.outcome('plaintiff-1', 'answer-terms', { terms, accepts: true, reason: '' })).toBe('yours');
	expect(telling.outcome('defendant-1', 'answer-terms', { terms, accepts: false, reason: '低于下限。' })).toBe('ok');
});

describe('R15 heads of agencies', () => {
	const opening = (standing: 'head' | 'official' | 'agent') => {
		const telling = new Telling(frameOf('short-form')).seat(...BENCH.filter((id) => id !== 'defendant-1'));
		telling.do('organiser', 'seat', seatOf('defendant-1', { standing })).do('defendant-1', 'check-in', {});
		return telling.to('S3').to('S4');
	};
	test('a bench of lawyers only costs five points and is no ground to lose', () => {
		expect(opening('agent').penalties).toEqual(['defendant lawyer-alone 5']);
		expect(opening('official').penalties).toEqual([]);
		expect(opening('agent').hearing.course.absences).toEqual({});
	});
	const final = (standing: 'head' | 'official') => {
		const telling = opening(standing).to('S5').to('S6').do('presiding-1', 'raise-issue', ISSUE);
		for (const id of ['S7', 'S8', 'S9', 'S10']) telling.to(id);
		return telling;
	};
	const goOn = (telling: Telling) => telling.outcome('presiding-1', 'advance', { to: 'S12', reason: '测试' });
	test('a head who came speaks, or the record says why not', () => {
		expect(goOn(final('head'))).toBe('R15');
		expect(goOn(final('official'))).toBe('ok');
		expect(goOn(final('head').do('presiding-1', 'note-head', { reason: '身体不适。' }))).toBe('ok');
		expect(goOn(final('head').speak('plaintiff-1', 'final'))).toBe('R15');
		expect(goOn(final('head').speak('plaintiff-1', 'final').speak('defendant-1', 'final'))).toBe('ok');
	});
});

test('R16 two agents a side; improper questions are objected to', () => {
	const telling = new Telling(frameOf('short-form')).seat('presiding-1');
	const agent = (id: string) => telling.outcome('organiser', 'seat', seatOf(id, { standing: 'agent' }));
	expect(['plaintiff-1', 'plaintiff-2', 'plaintiff-3'].map(agent)).toEqual(['ok', 'ok', 'R16']);
	const asked = atStage('S8').do('presiding-1', 'grant', { seatId: 'plaintiff-1' });
	const question = {
		kind: 'question',
		text: '你就是没有去现场吧？',
		speaker: 'plaintiff-1',
		exhibitIds: [],
		citations: []
	} as const;
	asked.do('plaintiff-1', 'say', question);
	const line = asked.hearing.court.lines.at(-1)!.id;
	const objection = { ground: 'leading', line, against: 'plaintiff-1', text: '' } as const;
	expect(asked.outcome('plaintiff-1', 'object', objection)).toBe('against');
	expect(asked.outcome('defendant-1', 'object', objection)).toBe('ok');
	expect(asked.outcome('presiding-1', 'advance', { to: 'S9', reason: '测试' })).toBe('open-objection');
	const ruling = { objection: asked.hearing.court.objections[0]!.id, sustained: true, reason: '诱导。' };
	expect(asked.outcome('presiding-1', 'rule-objection', ruling)).toBe('ok');
	expect(asked.outcome('presiding-1', 'rule-objection', ruling)).toBe('no-objection');
});

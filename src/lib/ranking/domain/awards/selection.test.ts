import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { FRAME, STAR, Story, noticeOf, proposed, sheetOf } from '../../../../../tests/support/award-run.ts';
import { placesFor } from './honour.ts';
import { clockFor, holdersOf, nextToPublicise, readyToConfirm, scoresOf, stageOf } from './run.ts';
import type { Detail } from './step.ts';
import { replay } from './take-step.ts';
import { termsOf } from './term.ts';

const opened = () => new Story().open(proposed('lin', 9000), proposed('su', 8000));
const objection = (id: string, nomineeId = 'lin') => ({
	objectionId: id,
	nomineeId,
	reason: '成绩有疑问。',
	evidence: []
});
const finding = (objectionId: string, one: 'upheld' | 'rejected') => ({
	objectionId,
	finding: one,
	reason: '查过了。'
});
/** In publicity since Friday 6 November; the last day is the 13th. */
const publicised = (marks: Record<string, number> = { lin: 9, su: 6 }) => {
	const story = opened();
	story.qualify();
	story.judge(marks);
	story.take('publicise', { notices: nextToPublicise(story.run!).map(noticeOf) }, { on: '2026-11-06' });
	return story;
};
const published = () => {
	const story = publicised();
	story.take('confirm', { nomineeIds: ['lin'], signer: '局长 周山' }, { on: '2026-11-16' });
	story.take('publish', { number: '评优〔2026〕1号', codes: { lin: 'X' } }, { on: '2026-11-16' });
	return story;
};
const stateOf = (story: Story, id: string) => story.run!.nominees.find(({ officerId }) => officerId === id)!.state;

test('one place for every twenty officers, at least one', () => {
	expect([0, 19, 20, 32, 40, 61].map((officers) => placesFor(STAR, officers))).toEqual([1, 1, 1, 1, 2, 3]);
});

describe('from the proposal to the certificate', () => {
	test('the typical month', () => {
		const story = opened();
		expect(stageOf(story.run!)).toBe('nominating');
		expect(story.run!.nominees[0]!.deeds).toContain('2026年10月榜单第 1 名');
		expect(story.qualify()).toBe('ok');
		expect([stageOf(story.run!), scoresOf(story.run!)]).toEqual(['reviewing', null]);
		story.judge({ lin: 9, su: 6 });
		expect([stageOf(story.run!), nextToPublicise(story.run!)]).toEqual(['shortlisting', ['lin']]);
		const after = published();
		expect([stageOf(after.run!), holdersOf(after.run!)]).toEqual(['published', ['lin']]);
		expect(stateOf(after, 'su')).toBe('reserve');
	});
	test('a revoked one never counts as star, and the reason stays', () => {
		const story = published();
		const taken = { nomineeId: 'lin', signer: '局长 周山', reason: '成绩系他人代答。' };
		expect(story.outcome('revoke', { ...taken, reason: ' ' })).toBe('no-reason');
		expect(story.outcome('revoke', { ...taken, nomineeId: 'su' })).toBe('not-published');
		expect(story.outcome('revoke', taken)).toBe('ok');
		expect(holdersOf(story.run!)).toEqual([]);
		expect(story.run!.nominees[0]).toMatchObject({ state: 'revoked', reason: '成绩系他人代答。', code: 'X' });
		expect(story.outcome('revoke', taken)).toBe('revoked');
	});
	test('nobody is left: the cycle ends empty, with its reason', () => {
		const story = opened();
		expect(story.outcome('lapse', { reason: '' })).toBe('no-reason');
		expect(story.outcome('lapse', { reason: '本期无人符合条件。' })).toBe('ok');
		expect(stageOf(story.run!)).toBe('lapsed');
		expect(story.qualify()).toBe('lapsed');
		expect(published().outcome('lapse', { reason: '不能。' })).toBe('not-empty');
	});
});

describe('nomination', () => {
	const nominee = proposed('wen', 7000);
	test('a unit adds somebody, writes deeds, says something against the proposal, until the eligibility is decided', () => {
		const story = opened();
		expect(story.outcome('nominate', { nominee, deeds: '带教两名新人。', evidence: [] }, { by: 'xu' })).toBe('ok');
		expect(story.outcome('nominate', { nominee, deeds: '再来一次。', evidence: [] })).toBe('nominated');
		expect(story.outcome('describe', { nomineeId: 'lin', deeds: '字'.repeat(1501), evidence: [] })).toBe('too-long');
		expect(story.outcome('describe', { nomineeId: 'lin', deeds: '字'.repeat(1500), evidence: [] })).toBe('ok');
		expect(story.outcome('describe', { nomineeId: 'nobody', deeds: '谁', evidence: [] })).toBe('no-such-nominee');
		const against = { nomineeId: 'su', reason: '当月请假较多。', evidence: [] };
		expect(story.outcome('dissent', against, { by: 'su' })).toBe('oneself');
		expect(story.outcome('dissent', against, { by: 'xu' })).toBe('ok');
		expect(story.outcome('dissent', { ...against, reason: '另一条。' }, { by: 'xu' })).toBe('repeated');
		// What was said must be answered.
		expect(story.qualify()).toBe('no-answer');
	});
	test('whoever fails a check cannot be nominated, and cannot pass', () => {
		const expired = proposed('bai', 9500, '2026-10-31');
		expect(opened().outcome('nominate', { nominee: expired, deeds: '事迹。', evidence: [] })).toBe('not-eligible');
		expect(new Story().open(expired).qualify()).toBe('not-eligible');
	});
	test('everybody needs a verdict, whoever fails a reason, and the panel three people of whom nobody takes part', () => {
		const verdicts = (passed: boolean, reason = '') =>
			opened().run!.nominees.map(({ officerId, checks }) => ({ nomineeId: officerId, passed, reason, checks }));
		const panel = ['p1', 'p2', 'p3'];
		const ask = (detail: Partial<Detail<'qualify'>>) =>
			opened().outcome('qualify', { verdicts: verdicts(true), panel, seed: 1, pool: 6, ...detail });
		expect(ask({ verdicts: verdicts(true).slice(1) })).toBe('no-verdict');
		expect(ask({ verdicts: verdicts(false) })).toBe('no-reason');
		expect(ask({ verdicts: verdicts(false, '材料不实') })).toBe('nobody');
		expect(
			[
				['p1', 'p2'],
				['p1', 'p2', 'p2'],
				['p1', 'p2', 'lin'],
				['p1', 'p2', 'supervisor']
			].map((one) => ask({ panel: one }))
		).toEqual([...['small-panel', 'small-panel', 'own-panel', 'own-panel']]);
	});
});

describe('the panel', () => {
	test('a sheet is complete, gives reasons for extreme marks and stands', () => {
		const story = opened();
		story.qualify();
		const sign = (sheet: Detail<'sign'>['sheet'], by = 'p1') => story.outcome('sign', { sheet }, { by });
		expect(sign(sheetOf(['lin'], 8))).toBe('incomplete');
		expect(sign({ ...sheetOf(['lin', 'su'], 10), reasons: {} })).toBe('incomplete');
		expect(sign({ ...sheetOf(['lin', 'su'], 4), reasons: {} })).toBe('ok');
		expect(sign(sheetOf(['lin', 'su'], 8))).toBe('signed');
		expect(sign(sheetOf(['lin', 'su'], 8), 'stranger')).toBe('not-on-panel');
	});
	test('somebody who has not signed can be replaced, with a reason, by somebody new', () => {
		const story = opened();
		story.qualify();
		const change = { reviewerId: 'p1', replacementId: 'p4', seed: 3, reason: '与被推荐人有近亲属关系。' };
		expect(story.outcome('replace', { ...change, reason: '' })).toBe('no-reason');
		expect(story.outcome('replace', { ...change, replacementId: 'p2' })).toBe('taken');
		expect(story.outcome('replace', { ...change, replacementId: 'lin' })).toBe('taken');
		expect(story.outcome('replace', change)).toBe('ok');
		expect(story.outcome('replace', { ...change, reviewerId: 'p2', replacementId: 'p1' })).toBe('taken');
		story.take('sign', { sheet: sheetOf(['lin', 'su'], 8) }, { by: 'p4' });
		expect(story.outcome('replace', { ...change, reviewerId: 'p4', replacementId: 'p5' })).toBe('signed');
	});
	test('the list is the one that the scores give', () => {
		const story = opened();
		story.qualify();
		expect(story.outcome('publicise', { notices: [noticeOf('lin')] })).toBe('sheets-missing');
		story.judge({ lin: 9, su: 6 });
		expect(story.outcome('publicise', { notices: [noticeOf('su')] })).toBe('not-shortlisted');
		expect(story.outcome('publicise', { notices: [noticeOf('lin'), noticeOf('su')] })).toBe('not-shortlisted');
		expect(story.outcome('publicise', { notices: [{ ...noticeOf('lin'), deeds: '' }] })).toBe('deeds');
	});
});

describe('objections', () => {
	test('one that is rejected gives the rest of the days back, to that nominee only', () => {
		const story = new Story().open(proposed('lin', 9000), proposed('su', 9000));
		story.qualify();
		story.judge(9);
		const due = nextToPublicise(story.run!);
		expect(due.sort()).toEqual(['lin', 'su']);
		story.take('publicise', { notices: due.map(noticeOf) }, { on: '2026-11-06' });
		expect(story.outcome('object', objection('o1'), { by: 'xu', on: '2026-11-10' })).toBe('ok');
		expect(story.outcome('confirm', { nomineeIds: ['lin', 'su'], signer: '局长' }, { on: '2026-11-16' })).toBe(
			'changed-meanwhile'
		);
		expect(story.outcome('confirm', { nomineeIds: ['su'], signer: '局长' }, { on: '2026-11-16' })).toBe('ok');
		expect(story.outcome('verify', finding('o1', 'rejected'), { by: 'v1', on: '2026-11-16' })).toBe('ok');
		expect(story.run!.objections[0]!.outcome).toBeNull();
		expect(story.outcome('verify', finding('o1', 'rejected'), { by: 'v1', on: '2026-11-16' })).toBe('barred');
		story.take('verify', finding('o1', 'rejected'), { by: 'v2', on: '2026-11-17' });
		const lin = story.run!.nominees.find(({ officerId }) => officerId === 'lin')!;
		expect(clockFor(story.run!, lin)!.lastDay).toBe('2026-11-23');
		expect(story.outcome('confirm', { nomineeIds: ['lin'], signer: '局长' }, { on: '2026-11-23' })).toBe('not-over');
		expect(story.outcome('confirm', { nomineeIds: ['lin'], signer: '局长' }, { on: '2026-11-24' })).toBe('ok');
		story.take('publish', { number: '1号', codes: { lin: 'A', su: 'B' } }, { on: '2026-11-24' });
		expect(holdersOf(story.run!).sort()).toEqual(['lin', 'su']);
	});
	test('one that is upheld removes the nominee, and the next of the reserve may follow', () => {
		const story = publicised();
		story.take('object', objection('o1'), { by: 'xu', on: '2026-11-09' });
		story.take('object', objection('o2'), { by: 'wei', on: '2026-11-10' });
		story.take('verify', finding('o1', 'upheld'), { by: 'v1', on: '2026-11-11' });
		story.take('verify', finding('o1', 'rejected'), { by: 'v2', on: '2026-11-11' });
		expect([stateOf(story, 'lin'), story.run!.objections[0]!.outcome]).toEqual(['publicity', null]);
		story.take('verify', finding('o1', 'upheld'), { by: 'v3', on: '2026-11-12' });
		expect(stateOf(story, 'lin')).toBe('removed');
		expect(story.run!.objections.map(({ outcome }) => outcome)).toEqual(['upheld', 'upheld']);
		expect(nextToPublicise(story.run!)).toEqual(['su']);
		expect(story.outcome('publicise', { notices: [noticeOf('su')] }, { on: '2026-11-12' })).toBe('ok');
	});
	test('they come in time, once, not from oneself; neither panel nor objector nor nominee look into them', () => {
		const story = publicised();
		const ask = (by: string, on: string, nomineeId = 'lin') =>
			story.outcome('object', objection('o', nomineeId), { by, on });
		expect(ask('lin', '2026-11-09')).toBe('oneself');
		expect(ask('xu', '2026-11-09', 'su')).toBe('not-public');
		expect(ask('xu', '2026-11-14')).toBe('too-late');
		expect(ask('xu', '2026-11-13')).toBe('ok');
		expect(ask('xu', '2026-11-13')).toBe('same');
		const verifiers = ['p1', 'xu', 'lin', 'v1'].map((by) =>
			story.outcome('verify', finding('o', 'rejected'), { by, on: '2026-11-13' })
		);
		expect(verifiers).toEqual(['barred', 'barred', 'barred', 'ok']);
		expect(story.outcome('verify', finding('none', 'rejected'), { by: 'v2' })).toBe('no-such-objection');
	});
});

test('what is to be done has its last day by the calendar, and is overdue after it', () => {
	const story = opened();
	expect(termsOf(story.run!, '2026-11-05')).toMatchObject([
		{ what: 'eligibility', lastDay: '2026-11-05', isOverdue: false }
	]);
	expect(termsOf(story.run!, '2026-11-06')[0]!.isOverdue).toBe(true);
	story.qualify();
	expect(termsOf(story.run!, '2026-11-06')).toMatchObject([{ what: 'review', lastDay: '2026-11-10' }]);
	const after = publicised();
	expect(termsOf(after.run!, '2026-11-13')).toEqual([]);
	expect(termsOf(after.run!, '2026-11-16')).toMatchObject([{ what: 'confirm', lastDay: '2026-11-17' }]);
	after.take('object', objection('o1'), { by: 'xu', on: '2026-11-11' });
	expect(termsOf(after.run!, '2026-11-19')).toMatchObject([
		{ what: 'verify', about: 'o1', lastDay: '2026-11-18', isOverdue: true }
	]);
});

describe('any sequence of steps', () => {
	const days = ['2026-11-06', '2026-11-09', '2026-11-11', '2026-11-13', '2026-11-16', '2026-11-24', '2026-12-10'];
	const people = ['p1', 'p2', 'p3', 'v1', 'v2', 'xu', 'lin', 'supervisor'];
	const act = fc.record({
		what: fc.constantFrom('publicise', 'object', 'uphold', 'reject', 'confirm', 'publish', 'revoke', 'lapse'),
		who: fc.constantFrom(...people),
		whom: fc.constantFrom('lin', 'su'),
		wait: fc.integer({ min: 0, max: 3 })
	});
	test(
		'nobody is published without a publicity that is over and every objection decided; the log replays to the same',
		{ timeout: 20_000 },
		() => {
			let publishedSome = 0;
			fc.assert(
				fc.property(fc.array(act, { minLength: 3, maxLength: 14 }), (acts) => {
					const story = new Story().open(proposed('lin', 9000), proposed('su', 9000));
					story.qualify();
					story.judge(9);
					let at = 0;
					story.take('publicise', { notices: nextToPublicise(story.run!).map(noticeOf) }, { on: days[0]! });
					for (const { what, who, whom, wait } of acts) {
						at = Math.min(days.length - 1, at + wait);
						const how = { by: who, on: days[at]! };
						const run = story.run!;
						const open = run.objections.find(({ outcome }) => outcome === null)?.id ?? 'none';
						if (what === 'publicise') story.take('publicise', { notices: nextToPublicise(run).map(noticeOf) }, how);
						if (what === 'object') story.take('object', objection(`o${story.log.length}`, whom), how);
						if (what === 'uphold') story.take('verify', finding(open, 'upheld'), how);
						if (what === 'reject') story.take('verify', finding(open, 'rejected'), how);
						if (what === 'confirm') {
							story.take('confirm', { nomineeIds: readyToConfirm(run, days[at]!), signer: '局长' }, how);
						}
						if (what === 'publish') story.take('publish', { number: '1号', codes: { lin: 'A', su: 'B' } }, how);
						if (what === 'revoke') story.take('revoke', { nomineeId: whom, signer: '局长', reason: '新的事实。' }, how);
						if (what === 'lapse') story.take('lapse', { reason: '空缺。' }, how);
					}
					const run = story.run!;
					for (const one of run.nominees.filter(({ state }) => ['confirmed', 'published', 'revoked'].includes(state))) {
						publishedSome++;
						const own = run.objections.filter(({ nomineeId }) => nomineeId === one.officerId);
						expect(own.every(({ outcome }) => outcome === 'rejected')).toBe(true);
						const signed = story.log.find(
							(step) => step.act === 'confirm' && step.detail.nomineeIds.includes(one.officerId)
						)!;
						expect(signed.on > clockFor(run, one)!.lastDay!).toBe(true);
					}
					expect(replay(story.log, FRAME)).toEqual(run);
				}),
				{ numRuns: 150 }
			);
			expect(publishedSome).toBeGreaterThan(10);
		}
	);
});

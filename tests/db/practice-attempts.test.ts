import { beforeAll, describe, expect, test } from 'vitest';
import { readConsistency } from '#lib/discretion/server/use-cases/consistency-read.server.ts';
import { loadPracticeCases } from '#lib/discretion/server/use-cases/load-practice-cases.server.ts';
import { answerStep } from '#lib/discretion/server/use-cases/practice-answer.server.ts';
import { readPracticeCases } from '#lib/discretion/server/use-cases/practice-list.server.ts';
import { readAttempt } from '#lib/discretion/server/use-cases/practice-read.server.ts';
import { startCase, startGenerated, startReference } from '#lib/discretion/server/use-cases/practice-start.server.ts';
import { openStep } from '#lib/discretion/domain/practice-questions.ts';
import { modelAnswer } from '#lib/discretion/domain/practice-model.ts';
import type { Answers, Given, PracticeStep } from '#lib/discretion/domain/practice-answer.ts';
import type { CaseBody } from '#lib/discretion/domain/practice-case.ts';
import type { Actor } from '#lib/identity/domain/roles.ts';
import { loadLaws } from '#lib/law/server/use-cases/load-laws.server.ts';
import { readArticle } from '#lib/law/server/use-cases/read-article.server.ts';
import { addPerson } from '#lib/identity/server/use-cases/add-people.server.ts';
import { readActor } from '#lib/identity/server/use-cases/directory.server.ts';
import { instantOf } from '#lib/shared/time.ts';
import { verifyLedger } from '#lib/ranking/server/use-cases/verify.server.ts';
import { freshDatabase } from '../support/database.ts';
import { ledgerOf } from '../support/ledger-rows.ts';
import { contextOf, makeBureau, PASSWORD, refusalOf, valueOf } from '../support/people.ts';
import { askingOf, caseOf, laws, practiceCases } from '../support/practice.ts';

const { db, sql } = await freshDatabase();
const { lin, xu, trainer, townTrainer } = await makeBureau(db);
const WELDER = 'welder-without-certificate';
const TANK = 'tank-area-before-acceptance';
const NOW = '2026-11-20';
const ALL = { level: '', trap: '', done: '' };
const as = (actor: Actor, day = NOW) => contextOf(db, { actor, now: instantOf(day, '10:00') });

beforeAll(async () => {
	await loadLaws(contextOf(db), laws);
	await loadPracticeCases(contextOf(db), practiceCases);
});

test('what the lesson of a case rests on is known by article, to trainers and reviewers only: it is the answer', async () => {
	const citing = async (actor: Actor) =>
		valueOf(await readArticle(as(actor), 'work-safety-law', '97', null)).citedBy.map(({ kind }) => kind);
	expect(await citing(trainer)).toContain('practice');
	expect(await citing(lin)).not.toContain('practice');
	await loadPracticeCases(contextOf(db), []);
	expect(await citing(trainer)).not.toContain('practice');
	await loadPracticeCases(contextOf(db), practiceCases);
	expect(await citing(trainer)).toContain('practice');
});

/** Answers as the engine would, but for `stray`. */
async function goThrough(
	actor: Actor,
	{ id, caseId, day = NOW }: { id: string; caseId: string; day?: string },
	stray: Partial<Record<PracticeStep, Given>> = {}
): Promise<void> {
	const mode = caseId === TANK ? 'reference' : 'practice';
	const asking = askingOf(caseOf(caseId), mode);
	let answers: Answers = {};
	for (let step = openStep(asking, answers); step; step = openStep(asking, answers)) {
		const posted = { ...modelAnswer(step, asking, answers), ...stray[step] };
		valueOf(await answerStep(as(actor, day), id, { step, posted }));
		answers = { ...answers, [step]: posted };
	}
}

describe('an attempt', () => {
	let id = '';
	beforeAll(async () => {
		id = valueOf(await startCase(as(lin), WELDER));
	});
	const view = async (after: string | null = null) => valueOf(await readAttempt(as(lin), id, after));
	const steps = () => sql`select step, given from practice_step where attempt_id = ${id} order by given_at, step`;
	const LAW = { step: 'law' as const, posted: { 'day.0': 'discovered', 'law.0': 'work-safety-law' } };

	test('does not tell by the number of steps that a gate stops', async () => {
		const stopped = valueOf(await startCase(as(xu), 'plan-never-filed'));
		const strip = async () => valueOf(await readAttempt(as(xu), stopped, null)).strip.map(({ step }) => step);
		expect(await strip()).toHaveLength(7);
		const law = { 'day.0': 'decided', 'law.0': 'accident-emergency-regulation' };
		valueOf(await answerStep(as(xu), stopped, { step: 'law', posted: law }));
		expect(await strip()).toHaveLength(7);
		const gates = { 'gate.0.0': 'no-fine', 'gate.0.1': 'none' };
		valueOf(await answerStep(as(xu), stopped, { step: 'gate', posted: gates }));
		expect(await strip()).toEqual(['law', 'gate', 'provision', 'reasons']);
	});

	test('a second start finds it', async () => {
		expect(valueOf(await startCase(as(lin), WELDER))).toBe(id);
	});

	test('shows the case and the first step, and no verdict', async () => {
		const page = await view();
		expect(page).toMatchObject({ title: '刚换岗的电焊工', marked: null, result: null, open: { step: 'law' } });
		expect(JSON.stringify(page)).not.toMatch(/从轻：|"right"|lesson/);
	});

	test('a step with gaps is refused with a sentence at each, and nothing is stored', async () => {
		const answered = valueOf(await answerStep(as(lin), id, { step: 'law', posted: { 'day.0': 'tomorrow' } }));
		expect(answered).toMatchObject({ kind: 'faults', faults: { 'day.0': '这一项还没有选。' } });
		expect(await steps()).toHaveLength(0);
	});

	test('a later step cannot be given first', async () => {
		const refused = refusalOf(await answerStep(as(lin), id, { step: 'tier', posted: { 'tier.0.0': '从轻' } }));
		expect(refused.code).toBe('not-this-step');
	});

	test('the first answer stands, also of two that come at once', async () => {
		const right = { step: 'law' as const, posted: { 'day.0': 'ended', 'law.0': 'work-safety-law' } };
		await answerStep(as(lin), id, LAW);
		const [again, late] = await Promise.all([answerStep(as(lin), id, right), answerStep(as(lin), id, LAW)]);
		expect([again, late]).toMatchObject([{ ok: true }, { ok: true }]);
		expect(await steps()).toEqual([{ step: 'law', given: LAW.posted }]);
	});

	test('in practice the verdict of the step is told at once', async () => {
		const { marked, open } = await view('law');
		expect(marked).toMatchObject({ label: '适用的法', earned: 3, of: 5 });
		expect(marked!.verdicts[0]).toMatchObject({ earned: 0, right: '行为终了之日（2026年9月13日）' });
		expect(open!.step).toBe('gate');
	});

	test('after the last step there is a mark, the log and the lesson', async () => {
		await goThrough(lin, { id, caseId: WELDER });
		const { result, open } = await view();
		expect(open).toBeNull();
		expect(result).toMatchObject({ mark: 98 });
		expect(result!.steps.map(({ step }) => step)).toEqual([
			...['law', 'gate', 'provision', 'factors', 'tier', 'amount', 'reasons']
		]);
		expect(result!.traps).toMatchObject([{ isAvoided: true }, { isAvoided: true }, { isAvoided: true }]);
		expect(result!.fines).toMatchObject([{ tier: '从轻', isInside: true }]);
		const [row] = await sql`select mark, benchmark from practice_attempt where id = ${id}`;
		expect(row).toEqual({ mark: 98, benchmark: 'bracket-default-v1@1' });
	});

	test('the list shows the best mark; a new start is a new attempt', async () => {
		const list = await readPracticeCases(as(lin), ALL);
		const welder = list.levels.flatMap(({ cases }) => cases).find((one) => one.id === WELDER);
		expect(welder).toMatchObject({ best: 98, times: 1, openId: null });
		expect(list.recent[0]).toMatchObject({ id, mark: 98, isFinished: true });
		const next = valueOf(await startCase(as(lin), WELDER));
		expect(next).not.toBe(id);
	});

	test('nobody else finds it', async () => {
		expect(refusalOf(await readAttempt(as(xu), id, null)).code).toBe('no-such-attempt');
		expect(refusalOf(await answerStep(as(xu), id, LAW)).code).toBe('no-such-attempt');
		expect(JSON.stringify(await readPracticeCases(as(xu), ALL))).not.toContain(id);
	});
});

describe('a made case', () => {
	const seeded = (seed: number) => ({ ...as(lin), seed });
	const made = () => sql`select seed, generator_version as version, level, generated, mark from practice_attempt
		where generated is not null order by started_at, id`;

	test('is drawn once until it is finished, and kept with its seed and what drew it', async () => {
		const id = valueOf(await startGenerated(seeded(99), 2));
		expect(valueOf(await startGenerated(seeded(100), 2))).toBe(id);
		const [row] = await made();
		expect(row).toMatchObject({ seed: 99, version: 1, level: 2, mark: null });
		expect(row!['generated']).toMatchObject({ id: 'made-2-99', reference: [] });
		const page = valueOf(await readAttempt(as(lin), id, null));
		expect(page).toMatchObject({ isGenerated: true, isReference: false, open: { step: 'law' } });
		expect(page.storyHtml).toMatch(/^<p>/);
	});

	test('is decided and marked like any other; then another one is drawn', async () => {
		const id = valueOf(await startGenerated(seeded(1), 2));
		const [row] = await made();
		const asking = askingOf(row!['generated'] as CaseBody);
		let answers: Answers = {};
		for (let step = openStep(asking, answers); step; step = openStep(asking, answers)) {
			const posted = modelAnswer(step, asking, answers);
			valueOf(await answerStep(as(lin), id, { step, posted }));
			answers = { ...answers, [step]: posted };
		}
		expect(valueOf(await readAttempt(as(lin), id, null)).result).toMatchObject({ mark: 100 });
		expect(valueOf(await startGenerated(seeded(2), 2))).not.toBe(id);
		expect(refusalOf(await startGenerated(seeded(3), 9)).code).toBe('no-such-level');
	});
});

describe('a reference case', () => {
	test('is not practised', async () => {
		expect(refusalOf(await startCase(as(lin), TANK)).code).toBe('reference-only');
		expect(refusalOf(await startReference(as(lin), WELDER)).code).toBe('no-such-case');
	});

	test('tells nothing before the end, not even of a step that is given', async () => {
		const id = valueOf(await startReference(as(lin), TANK));
		valueOf(await answerStep(as(lin), id, { step: 'law', posted: { 'day.0': 'decided', 'law.0': 'work-safety-law' } }));
		const view = valueOf(await readAttempt(as(lin), id, 'law'));
		expect(view.marked).toBeNull();
		expect(view.strip[0]).toMatchObject({ state: 'given', earned: null, of: null });
		expect(JSON.stringify(view)).not.toMatch(/"right"|"why"/);
		const page = await readConsistency(as(lin), null);
		expect(page.references.find((one) => one.id === TANK)).toMatchObject({ figures: null, own: { isFinished: false } });
	});

	test('is over with its quarter', async () => {
		const id = valueOf(await startReference(as(xu, '2026-09-29'), TANK));
		const late = await answerStep(as(xu, '2026-10-01'), id, { step: 'law', posted: {} });
		expect(refusalOf(late).code).toBe('quarter-over');
	});

	describe('decided by ten', () => {
		const ids: string[] = [];
		beforeAll(async () => {
			for (let number = 0; number < 9; number++) {
				const unitId = number < 6 ? lin.unitId : xu.unitId;
				const paper = { joinedOn: '2020-01-01', roles: ['officer'] as const, password: PASSWORD };
				const plan = { name: `甲${number}`, account: `ref.${number}`, unitId, ...paper, mustChangePassword: false };
				const personId = valueOf(await addPerson(contextOf(db), plan));
				const actor = await readActor(contextOf(db), personId);
				ids.push(personId);
				for (const day of ['2026-08-20', NOW]) {
					if (day !== NOW && number > 2) continue;
					const id = valueOf(await startReference(as(actor, day), TANK));
					const fine = String(220_000 + number * 20_000);
					const stray = { amount: { 'fine.0.0': fine }, factors: { 'claim.3': number < 4 ? 'counts' : 'no-evidence' } };
					await goThrough(actor, { id, caseId: TANK, day }, stray);
				}
			}
			const [open] =
				await sql`select id from practice_attempt where officer_id = ${lin.personId} and quarter = '2026-Q4'`;
			const asking = askingOf(caseOf(TANK), 'reference');
			const law = { 'day.0': 'decided', 'law.0': 'work-safety-law' };
			let answers: Answers = { law };
			for (let step = openStep(asking, answers); step; step = openStep(asking, answers)) {
				const posted = modelAnswer(step, asking, answers);
				valueOf(await answerStep(as(lin), open!['id'] as string, { step, posted }));
				answers = { ...answers, [step]: posted };
			}
		});
		const pageOf = async (actor: Actor, quarter: string | null = null) =>
			(await readConsistency(as(actor), quarter)).references.find((one) => one.id === TANK)!;

		test('an officer who has finished sees the spread and the own place, no name and no id of anybody', async () => {
			const { figures } = await pageOf(lin);
			expect(figures).toMatchObject({ count: 10, isTooFew: false, names: null });
			const unit = figures!.fines[0]!;
			expect(unit.dots).toHaveLength(10);
			expect(unit.dots.filter(({ isOwn }) => isOwn)).toHaveLength(1);
			expect(unit.own).toMatchObject({ amount: 30_000_000, isInside: true });
			// 220000 … 380000 in steps of 20000 are all inside, and so is 300000.
			expect(unit.spread).toMatchObject({ insideShare: 1, median: 30_000_000, count: 10 });
			const text = JSON.stringify(figures);
			for (const secret of [...ids, lin.personId, '甲0']) expect(text).not.toContain(secret);
		});

		test('claims, agreement and its interval', async () => {
			const { figures } = await pageOf(lin);
			expect(figures!.claims[3]).toMatchObject({ counted: 4, asked: 10, isCounted: false });
			expect(figures!.overall.alpha).toBeGreaterThan(0.7);
			expect(figures!.overall.interval!.low).toBeLessThan(figures!.overall.alpha!);
			expect(figures!.factors.find(({ label }) => label.startsWith('m1'))).toMatchObject({ alpha: null, units: 1 });
			expect(figures!.factors.find(({ label }) => label.startsWith('a2'))!.alpha).toBeCloseTo(1);
		});

		test('an officer who has not decided it sees nothing, in no quarter', async () => {
			for (const quarter of [null, '2026-Q3']) expect((await pageOf(xu, quarter)).figures).toBeNull();
		});

		test('with three there is no conclusion and no comparison', async () => {
			const { figures } = await pageOf(trainer, '2026-Q3');
			expect(figures).toMatchObject({ count: 3, isTooFew: true, overall: { interval: null } });
			const now = (await pageOf(trainer)).figures!;
			expect(now.before).toMatchObject({ quarter: '2026-Q3', count: 3, isTooFew: true });
		});

		test('a trainer sees who, of the own units only', async () => {
			const all = (await pageOf(trainer)).figures!;
			expect(all.names!.map(({ name }) => name)).toContain('甲0');
			expect(all.othersCount + all.names!.length).toBe(10);
			const town = (await pageOf(townTrainer)).figures!;
			expect(town.names!.map(({ name }) => name)).not.toContain('甲0');
			expect(town.othersCount).toBeGreaterThan(0);
			expect(JSON.stringify(all)).not.toContain(ids[0]);
		});
	});
});

test('the ledger has the first finished attempt at an authored case, and no drawn one', async () => {
	const again = valueOf(await startCase(as(xu), WELDER));
	await goThrough(xu, { id: again, caseId: WELDER });
	for (const day of ['2026-11-23', '2026-11-24']) {
		const id = valueOf(await startCase(as(xu, day), WELDER));
		await goThrough(xu, { id, caseId: WELDER, day }, { law: { 'law.0': 'work-safety-law' } });
	}
	const entries = await ledgerOf(sql, 'discretion-case');
	expect(entries.filter((line) => line.startsWith('许漫青'))).toEqual([`许漫青 practice:${WELDER}@1 100 1`]);
	// Ten decided the reference case, three of them in two quarters: the second time its key is known.
	expect(entries.filter((line) => line.includes(TANK))).toHaveLength(10);
	const [made] =
		await sql`select count(*)::int from practice_attempt where case_id is null and finished_at is not null`;
	expect(made!['count']).toBeGreaterThan(0);
	expect(entries.every((line) => line.includes('practice:'))).toBe(true);
	expect((await verifyLedger(as(lin))).faults).toEqual([]);
});

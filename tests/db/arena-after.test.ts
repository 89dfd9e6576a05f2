import { beforeAll, describe, expect, test } from 'vitest';
import { ADVOCATE_CRITERIA, TEAM_CRITERIA, type TeamCriterion } from '#lib/arena/domain/ballot/criteria.ts';
import { castVote, readAudience } from '#lib/arena/server/use-cases/audience.server.ts';
import { readShadows } from '#lib/arena/server/use-cases/compare-shadows.server.ts';
import { publishMatch, readResult } from '#lib/arena/server/use-cases/decide-result.server.ts';
import { draftCaseStudy } from '#lib/arena/server/use-cases/draft-case-study.server.ts';
import { keepSheet } from '#lib/arena/server/use-cases/keep-sheet.server.ts';
import { loadBundles } from '#lib/arena/server/use-cases/load-bundles.server.ts';
import { planHearing } from '#lib/arena/server/use-cases/plan-hearing.server.ts';
import { readHearing } from '#lib/arena/server/use-cases/read-hearing.server.ts';
import { practiseReview, readReview } from '#lib/arena/server/use-cases/review-hearing.server.ts';
import { seatPerson } from '#lib/arena/server/use-cases/seat-people.server.ts';
import type { Actor } from '#lib/identity/domain/roles.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { verifyLedger } from '#lib/ranking/server/use-cases/verify.server.ts';
import { readManuscript } from '#lib/studio/server/use-cases/read-manuscript.server.ts';
import { type Begun, beginHearing, does, givenSeat, key, newHearing } from '../support/arena.ts';
import { freshDatabase } from '../support/database.ts';
import { MORNING, contextOf, makeBureau, refusalOf, valueOf } from '../support/people.ts';
import { makeBundleFile } from '../support/rehearsal-rows.ts';

const { db, sql } = await freshDatabase();
const { lin, xu, wei, trainer, townTrainer, reviewer, administrator, auditor } = await makeBureau(db);
const here = (actor: Actor | null = null): Ctx => contextOf(db, { actor, now: MORNING });
/** After the delay of the public. */
const later = (actor: Actor | null = null): Ctx => contextOf(db, { actor, now: new Date(MORNING.getTime() + 60_000) });
const BENCH = {
	'presiding-1': reviewer,
	'panel-1': townTrainer,
	'clerk-1': wei,
	'plaintiff-1': lin,
	'defendant-1': xu
};
const NOBODY = { link: null, device: null };

beforeAll(async () => {
	await loadBundles(here(), [makeBundleFile('a-bundle')]);
});

/** A hearing over the bundle, with everybody there and a trainee judge on a seat behind the panel. */
async function begin(isPublic = true): Promise<Begun> {
	const { file: _, ...rest } = newHearing({ title: '一场', isPublic });
	const id = valueOf(await planHearing(here(trainer), { ...rest, bundleId: 'a-bundle' }));
	const { frame } = valueOf(await readHearing(here(trainer), id, null));
	const begun = await beginHearing(here, { organiser: trainer, bench: BENCH }, { file: frame.file, isPublic });
	const shadow = { ...givenSeat('panel-3'), isSubstitute: true };
	valueOf(await seatPerson(here(trainer), begun.id, shadow, auditor.personId));
	await does(here(), begun.id, { actor: auditor, token: null }, 'check-in', {});
	return begun;
}

async function toFinal({ to, run }: Begun) {
	for (const stage of ['S4', 'S5', 'S6']) await to(stage);
	await run(here(), 'presiding-1', 'raise-issue', { issueId: 'i-1', area: 'facts', point: 'A1', text: '是谁' });
	for (const stage of ['S7', 'S8', 'S9', 'S10']) await to(stage);
}

async function toResult({ to, run }: Begun, judgment = 'dismiss-claim', ticked = ['lawful-act']) {
	await to('S12');
	for (const seat of ['presiding-1', 'panel-1', 'panel-2']) {
		await run(here(), seat, 'vote', { on: 'judgment', choice: judgment, reason: '' });
	}
	await to('S13');
	const reasons = '证据确凿，适用法律正确，程序合法，原告的理由不能成立。';
	await run(here(), 'presiding-1', 'pronounce', { judgment, ticked, text: '结果。', reasons });
	for (const stage of ['S14', 'S15']) await to(stage);
}

type Judge = { actor: Actor | null; token: string | null; kind?: 'real' | 'shadow' };

async function fill(id: string, { actor, token, kind = 'real' }: Judge, shares: Record<string, number>) {
	for (const [side, share] of Object.entries(shares) as ['plaintiff' | 'defendant', number][]) {
		const keys = Object.keys(TEAM_CRITERIA) as TeamCriterion[];
		const points = Object.fromEntries(keys.map((one) => [one, TEAM_CRITERIA[one].weight * 100 * share]));
		const rows = Object.entries(ADVOCATE_CRITERIA);
		const own = Object.fromEntries(rows.map(([one, { weight }]): [string, number] => [one, weight * 100 * share]));
		const body = { points, notes: [], reason: '', advocates: { [`${side}-1`]: own } };
		for (const [seen, step] of (['save', 'seal', 'confirm'] as const).entries()) {
			valueOf(await keepSheet(here(actor), id, { kind, reason: '', side, seen, step, body }, token));
		}
	}
}

const judgesOf = ({ token }: Begun): Judge[] => [
	{ actor: reviewer, token: null },
	{ actor: townTrainer, token: null },
	{ actor: null, token }
];

async function publish(begun: Begun, shares: Record<string, number>, once = key()) {
	for (const judge of judgesOf(begun)) await fill(begun.id, judge, shares);
	return publishMatch(here(trainer), begun.id, once);
}

describe('the ledger', () => {
	test('has an entry of each officer who argued, once, from the moment the result is published', async () => {
		const begun = await begin();
		const entries = () => sql<{ officer: string; mark: number; subject: string }[]>`
			select officer_id as officer, (body::jsonb #>> '{facts,0,mark}')::int as mark, body::jsonb #>> '{facts,0,subject}' as subject
			from ledger_entry where source = 'hearing' and source_id like ${`${begun.id}:%`} order by mark`;
		await toFinal(begun);
		await toResult(begun);
		const once = key();
		expect(await entries()).toHaveLength(0);
		valueOf(await publish(begun, { plaintiff: 0.6, defendant: 0.7 }, once));
		valueOf(await publishMatch(here(trainer), begun.id, once));
		expect([...(await entries())]).toEqual([
			{ officer: lin.personId, mark: 60, subject: 'bundle:a-bundle@1' },
			{ officer: xu.personId, mark: 70, subject: 'bundle:a-bundle@1' }
		]);
		expect((await verifyLedger(here())).faults).toEqual([]);
	});
});

describe('the audience', () => {
	test('votes from the end of the debate to the result: once each, changeable, and nobody learns how before', async () => {
		const begun = await begin();
		const { id } = begun;
		const device = 'a'.repeat(43);
		const vote = async (ctx: Ctx, side: string, carried: { device: string | null } = NOBODY) => {
			const cast = await castVote(ctx, id, side, { link: null, device: carried.device });
			return cast.ok ? 'kept' : cast.refusal.code;
		};
		expect(await vote(later(administrator), 'plaintiff')).toBe('closed');
		await toFinal(begun);
		// What the public has not heard yet, it does not vote on.
		expect(await vote(here(administrator), 'plaintiff')).toBe('closed');
		expect(await vote(later(administrator), 'plaintiff')).toBe('kept');
		expect(await vote(later(administrator), 'defendant')).toBe('kept');
		expect(await vote(later(), 'plaintiff', { device })).toBe('kept');
		expect(await vote(later(), 'plaintiff', { device })).toBe('kept');
		expect([await vote(later(), 'plaintiff'), await vote(later(administrator), 'third')]).toEqual([
			'closed',
			'no-side'
		]);
		expect([await vote(later(lin), 'plaintiff'), await vote(later(trainer), 'plaintiff')]).toEqual([
			'seated',
			'seated'
		]);
		for (const actor of [administrator, lin, trainer, null]) {
			expect(valueOf(await readAudience(later(actor), id, { link: null, device })).tally).toBeNull();
		}
		expect(valueOf(await readAudience(later(), id, { link: null, device })).own).toBe('plaintiff');
		expect(valueOf(await readAudience(later(administrator), id, NOBODY)).own).toBe('defendant');
		await toResult(begun);
		valueOf(await publish(begun, { plaintiff: 0.6, defendant: 0.7 }));
		expect(await vote(later(administrator), 'plaintiff')).toBe('closed');
		expect(valueOf(await readAudience(later(lin), id, NOBODY))).toEqual({
			own: null,
			tally: { plaintiff: 1, defendant: 1 }
		});
		expect(valueOf(await readResult(later(lin), id, null))!.match.winner).toBe('defendant');
		const [kept] = await sql`select string_agg(device_hash, '') as hashes from arena_audience_vote`;
		expect(kept!['hashes']).not.toContain(device);
	});

	test('of a closed hearing are its people only', async () => {
		const begun = await begin(false);
		await toFinal(begun);
		const cast = await castVote(later(), begun.id, 'plaintiff', { link: null, device: 'b'.repeat(43) });
		expect(refusalOf(cast).code).toBe('no-such-hearing');
	});
});

describe('after the result', () => {
	test('a trainee and the trainers see how far off the panel the shadow sheet is; nobody before, nobody else', async () => {
		const begun = await begin();
		await toFinal(begun);
		await toResult(begun);
		await fill(begun.id, { actor: auditor, token: null, kind: 'shadow' }, { plaintiff: 0.9, defendant: 0.5 });
		for (const actor of [auditor, trainer]) expect(valueOf(await readShadows(here(actor), begun.id, null))).toEqual([]);
		valueOf(await publish(begun, { plaintiff: 0.6, defendant: 0.7 }));
		for (const actor of [auditor, trainer]) {
			expect(valueOf(await readShadows(here(actor), begun.id, null))).toMatchObject([
				{ side: 'defendant', own: 5000, panel: 7000 },
				{ side: 'plaintiff', own: 9000, panel: 6000 }
			]);
		}
		for (const actor of [lin, reviewer, null]) {
			expect(valueOf(await readShadows(here(actor), begun.id, null))).toEqual([]);
		}
		expect(valueOf(await readResult(here(lin), begun.id, null))!.sheets).toHaveLength(6);
	});

	test('an officer reads the own review, a trainer anybody’s; before it there is nothing to read', async () => {
		const begun = await begin();
		const own = { hearingId: begun.id, link: null, seatId: null };
		await toFinal(begun);
		expect(valueOf(await readReview(here(lin), own))).toMatchObject({ review: null, items: [], notes: [] });
		expect(refusalOf(await practiseReview(here(lin), begun.id)).code).toBe('no-review');
		await toResult(begun);
		valueOf(await publish(begun, { plaintiff: 0.6, defendant: 0.7 }));
		const page = valueOf(await readReview(here(lin), own));
		expect(page).toMatchObject({ seat: { id: 'plaintiff-1', side: 'plaintiff' }, others: [], marks: { T1: 900 } });
		// The issue A1 was named by the bench, and nobody argued anything.
		expect(page.review?.toFind.map(({ raised }) => raised.length)).toEqual([0, 0, 0, 0, 0]);
		expect(refusalOf(await readReview(here(wei), own)).code).toBe('no-review');
		expect(valueOf(await readReview(here(lin), { ...own, seatId: 'defendant-1' })).seat.id).toBe('plaintiff-1');
		const asked = valueOf(await readReview(here(trainer), { ...own, seatId: 'defendant-1' }));
		expect(asked).toMatchObject({
			seat: { id: 'defendant-1' },
			others: [{ id: 'plaintiff-1' }, { id: 'defendant-1' }]
		});
		// The bank of this test has none of the bundle's items.
		expect(refusalOf(await practiseReview(here(lin), begun.id)).code).toBe('nothing-linked');
	});

	test('one click begins one manuscript with what the hearing gave', async () => {
		const begun = await begin();
		const draftId = key();
		await toFinal(begun);
		expect(refusalOf(await draftCaseStudy(here(trainer), begun.id, draftId)).code).toBe('not-over');
		await toResult(begun);
		valueOf(await publish(begun, { plaintiff: 0.6, defendant: 0.7 }));
		const clicks = [0, 1].map(() => draftCaseStudy(here(trainer), begun.id, draftId));
		expect((await Promise.all(clicks)).map((one) => valueOf(one).id)).toEqual([draftId, draftId]);
		const { fields } = valueOf(await readManuscript(here(trainer), draftId));
		expect(fields['body']).toContain('理由：证据确凿');
		expect(fields['body']).toContain(`/arena/${begun.id}/result`);
		await expect(draftCaseStudy(here(lin), begun.id, key())).rejects.toThrow('arena.draftCaseStudy');
	});
});

test('a team that did not come has 0 points, and nobody is asked for its sheet', async () => {
	const begun = await begin();
	const { id, run } = begun;
	await run(here(), 'clerk-1', 'attend', { seatId: 'plaintiff-1', presence: 'left', reason: '没有说明就离开。' });
	const ruling = { party: 'plaintiff', outcome: 'withdrawal', reason: '没有正当理由。' } as const;
	await run(here(), 'presiding-1', 'rule-absence', ruling);
	await toFinal(begun);
	await toResult(begun, 'withdrawn', ['plaintiff-away']);
	valueOf(await publish(begun, { defendant: 0.7 }));
	const { match } = valueOf(await readResult(here(xu), id, null))!;
	expect(match).toMatchObject({ winner: 'defendant', sides: { plaintiff: { score: 0, isAway: true } } });
	const { hearing } = valueOf(await readHearing(here(xu), id, null));
	expect(hearing.course.published?.text).toContain('原告方 0 分，被告方');
});

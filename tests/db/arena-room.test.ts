import { beforeAll, describe, expect, test } from 'vitest';
import type { TeamCriterion } from '#lib/arena/domain/ballot/criteria.ts';
import { TEAM_CRITERIA } from '#lib/arena/domain/ballot/criteria.ts';
import { decideMatch } from '#lib/arena/domain/ballot/match-result.ts';
import { countBallots, publishMatch, readResult } from '#lib/arena/server/use-cases/decide-result.server.ts';
import { keepSheet, readOwnSheets } from '#lib/arena/server/use-cases/keep-sheet.server.ts';
import { listOpenHearings } from '#lib/arena/server/use-cases/list-open-hearings.server.ts';
import { loadBundles } from '#lib/arena/server/use-cases/load-bundles.server.ts';
import { planHearing } from '#lib/arena/server/use-cases/plan-hearing.server.ts';
import { readHearing } from '#lib/arena/server/use-cases/read-hearing.server.ts';
import { readRoomFile } from '#lib/arena/server/use-cases/read-room-file.server.ts';
import { writeTranscript } from '#lib/arena/server/use-cases/write-transcript.server.ts';
import type { Actor } from '#lib/identity/domain/roles.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { type Begun, beginHearing, key, newHearing } from '../support/arena.ts';
import { SECRET } from '../support/bundle.ts';
import { freshDatabase } from '../support/database.ts';
import { MORNING, contextOf, makeBureau, refusalOf, valueOf } from '../support/people.ts';
import { makeBundleFile } from '../support/rehearsal-rows.ts';

const { db, sql } = await freshDatabase();
const { lin, xu, wei, trainer, townTrainer, reviewer } = await makeBureau(db);
const here = (actor: Actor | null = null): Ctx => contextOf(db, { actor, now: MORNING });
const BENCH = {
	'presiding-1': reviewer,
	'panel-1': townTrainer,
	'clerk-1': wei,
	'plaintiff-1': lin,
	'defendant-1': xu
};

beforeAll(async () => {
	await loadBundles(here(), [makeBundleFile('a-bundle')]);
});

const { file: _, ...rest } = newHearing({ title: '一场', isPublic: true });
const plan = { ...rest, bundleId: 'a-bundle' };

/** A hearing over the bundle, with everybody there. */
async function begin(): Promise<Begun> {
	const id = valueOf(await planHearing(here(trainer), plan));
	const { frame } = valueOf(await readHearing(here(trainer), id, null));
	return beginHearing(here, { organiser: trainer, bench: BENCH }, { file: frame.file });
}

describe('planning', () => {
	test('takes the file of the bundle as it is now; another bundle is refused at its field', async () => {
		const id = valueOf(await planHearing(here(trainer), plan));
		const { frame } = valueOf(await readHearing(here(trainer), id, null));
		expect(frame.file).toMatchObject({ bundle: { id: 'a-bundle', version: 1 }, decisionDay: '2026-04-01' });
		expect(frame.file.exhibits).toHaveLength(8);
		const refused = await planHearing(here(trainer), { ...plan, bundleId: 'none' });
		expect(refusalOf(refused)).toMatchObject({ code: 'no-bundle', field: 'bundleId' });
	});

	test('only what is open to all, and not called off, is in the public list', async () => {
		const shown = valueOf(await planHearing(here(trainer), plan));
		const closed = valueOf(await planHearing(here(trainer), { ...plan, isPublic: false }));
		await sql`update arena_hearing set cancelled_at = now() where id = ${closed}`;
		const ids = (await listOpenHearings(here())).map(({ id }) => id);
		expect(ids).toContain(shown);
		expect(ids).not.toContain(closed);
	});
});

describe('the file in the room', () => {
	test('is whole for the panel, open for the benches, and not there for the public', async () => {
		const { id, token } = await begin();
		const panel = await readRoomFile(here(reviewer), id, null);
		expect(panel?.hidden?.issues.length).toBeGreaterThan(0);
		expect((await readRoomFile(here(), id, token))?.hidden).not.toBeNull();
		for (const actor of [lin, xu, wei]) {
			const own = await readRoomFile(here(actor), id, null);
			expect(own?.open?.exhibits).toHaveLength(8);
			expect(JSON.stringify(own)).not.toContain(SECRET);
		}
		expect(await readRoomFile(here(), id, null)).toBeNull();
	});
});

const points = (share: number) =>
	Object.fromEntries(
		(Object.keys(TEAM_CRITERIA) as TeamCriterion[]).map((one) => [one, TEAM_CRITERIA[one].weight * 100 * share])
	);
const SHEET = { kind: 'real', reason: '' } as const;
const body = (share: number, reason = '') => ({ points: points(share), notes: [], reason, advocates: {} });

/** One judge's two sheets, to the end. */
async function judgeAll(
	id: string,
	who: { actor: Actor | null; token: string | null },
	share: { plaintiff: number; defendant: number }
) {
	for (const side of ['plaintiff', 'defendant'] as const) {
		for (const [seen, step] of (['save', 'seal', 'confirm'] as const).entries()) {
			const sent = { ...SHEET, side, seen, step, body: body(share[side]) };
			valueOf(await keepSheet(here(who.actor), id, sent, who.token));
		}
	}
}

describe('a sheet', () => {
	test('is kept half done, handed in only whole, and read back as it was', async () => {
		const { id } = await begin();
		const half = { points: { T1: 1000 }, notes: [], reason: '', advocates: {} };
		const sent = { ...SHEET, side: 'plaintiff', seen: 0, step: 'save', body: half } as const;
		expect(valueOf(await keepSheet(here(reviewer), id, sent, null))).toEqual({ version: 1, state: 'draft' });
		expect(refusalOf(await keepSheet(here(reviewer), id, { ...sent, seen: 1, step: 'seal' }, null)).code).toBe(
			'bad-points'
		);
		expect(valueOf(await readOwnSheets(here(reviewer), id, null))).toMatchObject([{ body: half, state: 'draft' }]);
		expect(refusalOf(await keepSheet(here(lin), id, sent, null)).code).toBe('no-such-hearing');
		expect(refusalOf(await keepSheet(here(reviewer), id, { ...sent, body: { points: { T9: 1 } } }, null)).code).toBe(
			'malformed'
		);
	});

	test('of less than half of a criterion names a moment of the hearing', async () => {
		const { id } = await begin();
		const low = { ...SHEET, side: 'plaintiff', seen: 0, step: 'seal', body: body(0.4) } as const;
		expect(refusalOf(await keepSheet(here(reviewer), id, low, null)).code).toBe('low-without-note');
	});
});

describe('the result', () => {
	test('is what the sheets come to: computed once all are confirmed, shown with every sheet, and never before', async () => {
		const { id, token, to, run } = await begin();
		const judges = [
			{ actor: reviewer, token: null },
			{ actor: townTrainer, token: null },
			{ actor: null, token }
		];
		for (const stage of ['S4', 'S5', 'S6']) await to(stage);
		const issue = { issueId: 'i-1', area: 'facts', point: 'A1', text: '是谁' } as const;
		await run(here(), 'presiding-1', 'raise-issue', issue);
		for (const stage of ['S7', 'S8', 'S9', 'S10', 'S12']) await to(stage);
		for (const seat of ['presiding-1', 'panel-1', 'panel-2']) {
			await run(here(), seat, 'vote', { on: 'judgment', choice: 'dismiss-claim', reason: '合法' });
		}
		await to('S13');
		await run(here(), 'presiding-1', 'pronounce', {
			judgment: 'dismiss-claim',
			...{ text: '驳回。', ticked: ['lawful-act'] },
			reasons: '证据确凿，适用法律正确，程序合法，原告的理由不能成立。'
		});
		await to('S14');
		await to('S15');
		expect(refusalOf(await countBallots(here(trainer), id)).code).toBe('sheet-missing');
		for (const judge of judges) await judgeAll(id, judge, { plaintiff: 0.6, defendant: 0.7 });
		const counted = valueOf(await countBallots(here(trainer), id));
		expect(counted).toMatchObject({
			winner: 'defendant',
			sides: { defendant: { score: 7000 - counted.sides.defendant.penalties } }
		});
		expect(valueOf(await readResult(here(lin), id, null))).toBeNull();
		valueOf(await publishMatch(here(trainer), id, key()));
		const result = valueOf(await readResult(here(lin), id, null))!;
		expect(result.sheets).toHaveLength(6);
		const again = decideMatch({
			...{ rule: 'mean', judges: ['presiding-1', 'panel-1', 'panel-2'], sheets: result.sheets },
			penalties: {
				plaintiff: result.match.sides.plaintiff.penalties,
				defendant: result.match.sides.defendant.penalties
			}
		});
		expect(valueOf(again)).toEqual(result.match);
		const { bytes } = valueOf(await writeTranscript(here(lin), id, null));
		// A zip archive, which a Word file is.
		expect([...bytes.slice(0, 2)]).toEqual([0x50, 0x4b]);
	});

	test('waits for the reason of a sheet that lies far from the panel', async () => {
		const { id, token } = await begin();
		await judgeAll(id, { actor: reviewer, token: null }, { plaintiff: 0.6, defendant: 0.6 });
		await judgeAll(id, { actor: townTrainer, token: null }, { plaintiff: 0.6, defendant: 0.6 });
		await judgeAll(id, { actor: null, token }, { plaintiff: 1, defendant: 0.6 });
		expect(refusalOf(await countBallots(here(trainer), id)).code).toBe('outlier');
	});
});

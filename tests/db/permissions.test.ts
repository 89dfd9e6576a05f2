import * as listCases from '#lib/cases/server/use-cases/list-cases.server.ts';
import { loadCases } from '#lib/cases/server/use-cases/load-cases.server.ts';
import { loadPublicCases } from '#lib/cases/server/use-cases/load-public-cases.server.ts';
import { answerQuestion } from '#lib/drills/server/use-cases/answer-question.server.ts';
import * as home from '#lib/drills/server/use-cases/read-home.server.ts';
import { readMistakes } from '#lib/drills/server/use-cases/read-mistakes.server.ts';
import { readSkills } from '#lib/drills/server/use-cases/read-skills.server.ts';
import { readSet } from '#lib/drills/server/use-cases/read-set.server.ts';
import * as startSets from '#lib/drills/server/use-cases/start-sets.server.ts';
import type { Actor } from '#lib/identity/domain/roles.ts';
import { createSession } from '#lib/identity/server/sessions.server.ts';
import { NotAllowed } from '#lib/identity/server/use-cases/authorise.server.ts';
import { changePassword } from '#lib/identity/server/use-cases/change-password.server.ts';
import { findPeople } from '#lib/identity/server/use-cases/directory.server.ts';
import * as account from '#lib/identity/server/use-cases/own-account.server.ts';
import { importTexts } from '#lib/law/server/use-cases/import-texts.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { readCaseImage } from '#lib/studio/server/use-cases/images.server.ts';
import * as board from '#lib/ranking/server/use-cases/read-board.server.ts';
import { readEntries } from '#lib/ranking/server/use-cases/read-entries.server.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeItems, makePublicCase } from '../support/bank.ts';
import { administratorRows } from '../support/administration-rows.ts';
import { caseHouse, caseOfficerRows, caseReaderRows, caseRows } from '../support/case-rows.ts';
import { freshDatabase } from '../support/database.ts';
import { answerSet, doDaily, loadBank } from '../support/drilling.ts';
import { TIDE_NEW, TIDE_NEW_FILE, TIDE_OLD, TIDE_OLD_FILE, textFiles } from '../support/tide-law.ts';
import { drillRows } from '../support/drill-rows.ts';
import { draftRows, makeDraft, taskRows } from '../support/draft-rows.ts';
import { auditRows } from '../support/audit-rows.ts';
import * as arena from '../support/arena-rows.ts';
import * as commentary from '../support/commentary-rows.ts';
import { lawDeciderRows, lawReviewerRows } from '../support/law-rows.ts';
import * as marking from '../support/marking-rows.ts';
import * as own from '../support/own-rows.ts';
import { factorRows } from '../support/sign-in-rows.ts';
import { loadReviewFiles } from '../support/review-file.ts';
import { authorRows, manuscriptRows } from '../support/studio-rows.ts';
import * as fileReview from '../support/review-rows.ts';
import { comparingRows, makeAttempt, practiceRows } from '../support/practice-rows.ts';
import { DIRECTORY, DOORS, PROGRAMS, SEATED, SECOND_PERSONS } from '../support/unguarded.ts';
import { bundleRows, makeRehearsal, rehearsalRows } from '../support/rehearsal-rows.ts';
import { AWARDS, awardReaderRows } from '../support/award-rows.ts';
import { contextOf, makeBureau, MORNING, PASSWORD, refusalOf, valueOf } from '../support/people.ts';
import { PUBLIC, PUBLIC_CASE } from '../support/public-rows.ts';
import { settingReaderRows } from '../support/settings-rows.ts';
import { sources } from '../support/sources.ts';

const { db, sql } = await freshDatabase();
const { lin, xu, trainer, townTrainer, reviewer, administrator, auditor } = await makeBureau(db);
const as = (actor: Actor | null) => contextOf(db, { actor });

/** What belongs to 林岳: a finished set, an open one, a session. */
let hers = { finished: '', open: '', session: '', attempt: '', draft: '', rehearsal: '' };
beforeAll(async () => {
	await loadBank(as(null), makeItems(25));
	await loadCases(as(null), caseHouse);
	await loadPublicCases(as(null), [makePublicCase(PUBLIC_CASE)]);
	await importTexts(as(null), textFiles({ [TIDE_OLD_FILE]: TIDE_OLD, [TIDE_NEW_FILE]: TIDE_NEW }));
	const finished = await doDaily(as(lin), () => false);
	const open = valueOf(await startSets.startMistakes(as(lin), null));
	await answerSet(as(lin), open, () => false, 1);
	await createSession(db, MORNING, lin.personId, { device: 'Firefox', address: '10.1.0.9' });
	const session = (await account.readMe(as(lin), null)).sessions[0]!.id;
	await loadReviewFiles(as(null));
	const made = { attempt: await makeAttempt(as(lin)), draft: await makeDraft(as(lin)) };
	hers = { finished, open, session, ...made, rehearsal: await makeRehearsal(as(lin)) };
});

const SIGNED_IN: Record<string, (ctx: Ctx) => unknown> = {
	readCaseImage: (ctx) => readCaseImage(ctx, '0'.repeat(64)),
	readMe: (ctx) => account.readMe(ctx, null),
	endOwnSession: (ctx) => account.endOwnSession(ctx, hers.session),
	endOtherSessions: (ctx) => account.endOtherSessions(ctx, 'token'),
	changePassword: (ctx) => changePassword(ctx, 'wrong', '云门街道的桂花 2027', 'token'),
	findPeople: (ctx) => findPeople(ctx, '林', 5),
	readBoard: (ctx) => board.readBoard(ctx, '2026-11'),
	readOwnStanding: (ctx) => board.readOwnStanding(ctx),
	readEntries: (ctx) => readEntries(ctx, '2026-11', lin.personId),
	...caseRows,
	...arena.hearingListRows,
	...bundleRows,
	...factorRows,
	...own.ownRows,
	...taskRows,
	...fileReview.panelReaderRows,
	...awardReaderRows
};
const READERS = {
	readNextCase: (ctx: Ctx) => listCases.readNextCase(ctx),
	...caseReaderRows,
	...comparingRows,
	...fileReview.fileReaderRows,
	...commentary.readerRows
};
const OFFICERS: Record<string, (ctx: Ctx) => unknown> = {
	...drillRows(() => hers.open),
	...caseOfficerRows,
	...own.ownPageRows,
	...practiceRows(() => hers.attempt),
	...rehearsalRows(() => hers.rehearsal),
	...arena.hearingOfficerRows,
	...draftRows(() => hers.draft),
	...marking.markedRows(() => hers.draft),
	...fileReview.reviewerRows,
	...fileReview.unitRows
};
/** For those who train or organise. */
const ORGANISERS = { ...fileReview.organiserRows, ...commentary.organiserRows, ...arena.hearingOrganiserRows };
/** For trainers and legal reviewers, and for trainers only. */
const markerRows = { ...marking.markerRows, ...commentary.markerRows };
const studioRows = { ...marking.studioRows, ...commentary.trainerRows, ...arena.hearingTrainerRows };
/** Administrators may; officers, trainers and auditors may not. */
const IMPORTERS = administratorRows(() => hers.open, townTrainer);
/** Those who mark, write and review; and whatever is neither an administrator's nor an auditor's. */
const AROUND = { ...markerRows, ...studioRows, ...manuscriptRows, ...authorRows };
const LAW_WORK = { ...lawReviewerRows, ...lawDeciderRows };
const WORKERS = { ...READERS, ...OFFICERS, ...LAW_WORK, ...ORGANISERS, ...AWARDS, ...AROUND };
const counts = async () =>
	(
		await sql`select (select count(*)::int from drill_set) as sets, (select count(*)::int from drill_answer) as answers,
			(select count(*)::int from session) as sessions, (select count(*)::int from practice_attempt) as attempts, (select json_agg(r order by id) from arena_rehearsal r) as rehearsals, (select json_agg(d order by id) from draft d) as drafts, (select count(*)::int from draft_version) as versions, (select count(*)::int from audit_entry) as audit,
			(select count(*)::int from checkpoint_answer) as checkpoints, (select md5(string_agg(password_hash, '')) from person) as passwords`
	)[0];

test('every use-case that takes a context has its row in this file', () => {
	const rooms = sources.filter(({ path }) => /^lib\/\w+\/server\/use-cases\b/.test(path));
	const taking = /^export (?:async )?function (\w+)(?:<[^>]*>)?\(\s*\w+: (?:Ctx|SignedIn)\b/gm;
	const names = rooms.flatMap(({ text }) => [...text.matchAll(taking)].map(([, name]) => name!));
	const listed = [
		...[PUBLIC, SIGNED_IN, READERS, OFFICERS, lawReviewerRows, lawDeciderRows, IMPORTERS, ORGANISERS, AWARDS].flatMap(
			Object.keys
		),
		...[markerRows, studioRows, manuscriptRows, authorRows, auditRows, settingReaderRows].flatMap(Object.keys),
		...DOORS,
		...DIRECTORY,
		...SEATED,
		...SECOND_PERSONS,
		...PROGRAMS
	];
	expect(names.sort()).toEqual(listed.sort());
});

describe('a visitor', () => {
	test.each(Object.entries(PUBLIC))('may %s, and leaves nothing behind', async (_, run) => {
		const before = await counts();
		const result = await run(as(null));
		expect(result).not.toMatchObject({ ok: false });
		expect(JSON.stringify(result)).not.toContain(lin.personId);
		expect(await counts()).toEqual(before);
	});
	test.each(Object.entries({ ...SIGNED_IN, ...IMPORTERS, ...WORKERS, ...auditRows, ...settingReaderRows }))(
		'may not %s',
		async (_, run) => {
			const before = await counts();
			const failure = await Promise.resolve(run(as(null))).catch((error: unknown) => error);
			expect(failure).toBeInstanceOf(NotAllowed);
			expect(failure).toMatchObject({ isSignedIn: false });
			expect(await counts()).toEqual(before);
		}
	);
});

describe.each([
	['an administrator', administrator],
	['an auditor', auditor]
])('%s', (_, actor) => {
	test.each(Object.entries(WORKERS))('may not %s', async (_name, run) => {
		const before = await counts();
		const failure = await Promise.resolve(run(as(actor))).catch((error: unknown) => error);
		expect(failure).toBeInstanceOf(NotAllowed);
		expect(failure).toMatchObject({ isSignedIn: true });
		expect(await counts()).toEqual(before);
	});
});

test.each(Object.entries(OFFICERS))('a trainer may read cases but not %s', async (_, run) => {
	await expect(listCases.readNextCase(as(trainer))).resolves.toMatchObject({ id: 'one' });
	await expect(async () => run(as(trainer))).rejects.toBeInstanceOf(NotAllowed);
});

test.each(Object.entries(lawDeciderRows))('a trainer reads what the law changed but may not %s', async (_, run) => {
	for (const read of Object.values(lawReviewerRows)) expect(await read(as(trainer))).toBeDefined();
	await expect(async () => run(as(trainer))).rejects.toBeInstanceOf(NotAllowed);
});

test.each(Object.entries(ORGANISERS))('a trainer may %s', async (_, run) => {
	await expect(Promise.resolve(run(as(trainer)))).resolves.toBeDefined();
});

test.each(Object.entries({ ...lawReviewerRows, ...lawDeciderRows, ...ORGANISERS, ...AROUND }))(
	'an officer may not %s',
	async (_, run) => {
		await expect(async () => run(as(lin))).rejects.toBeInstanceOf(NotAllowed);
	}
);

test.each(Object.entries({ ...lawReviewerRows, ...lawDeciderRows }))('a legal reviewer may %s', async (_, run) => {
	await expect(Promise.resolve(run(as(reviewer)))).resolves.toBeDefined();
});

test.each(Object.entries(markerRows))('a legal reviewer and a trainer may %s', async (_, run) => {
	for (const actor of [reviewer, trainer]) await expect(Promise.resolve(run(as(actor)))).resolves.toBeDefined();
});

test.each(Object.entries(manuscriptRows))('a legal reviewer and a trainer may %s', async (_, run) => {
	for (const actor of [reviewer, trainer]) await expect(Promise.resolve(run(as(actor)))).resolves.toBeDefined();
});

test.each(Object.entries({ ...studioRows, ...authorRows }))(
	'a trainer may %s, a legal reviewer may not',
	async (_, run) => {
		await expect(Promise.resolve(run(as(trainer)))).resolves.toBeDefined();
		await expect(async () => run(as(reviewer))).rejects.toBeInstanceOf(NotAllowed);
	}
);

test.each(Object.entries(IMPORTERS))('neither an officer nor a trainer nor an auditor may %s', async (_, run) => {
	for (const actor of [lin, trainer, auditor]) {
		await expect(async () => run(as(actor)), actor.name).rejects.toBeInstanceOf(NotAllowed);
	}
});

test.each(Object.entries(IMPORTERS))('an administrator may %s', async (_, run) => {
	await expect(Promise.resolve(run(as(administrator)))).resolves.toBeDefined();
});

test.each(Object.entries(auditRows))('only an auditor may %s', async (_, run) => {
	await expect(Promise.resolve(run(as(auditor)))).resolves.toBeDefined();
	for (const actor of [lin, trainer, reviewer, administrator]) {
		await expect(async () => run(as(actor)), actor.name).rejects.toBeInstanceOf(NotAllowed);
	}
});

test.each(Object.entries(settingReaderRows))('who looks after settings may %s, others not', async (_, run) => {
	for (const actor of [administrator, auditor, reviewer]) {
		await expect(Promise.resolve(run(as(actor)))).resolves.toBeDefined();
	}
	for (const actor of [lin, trainer]) await expect(async () => run(as(actor))).rejects.toBeInstanceOf(NotAllowed);
});

describe('another officer', () => {
	test('finds neither her sets nor her answers nor her sessions', async () => {
		const before = await counts();
		for (const set of [hers.open, hers.finished]) {
			expect(refusalOf(await readSet(as(xu), set, null)).code).toBe('no-such-set');
			expect(refusalOf(await readSet(as(xu), set, 0)).code).toBe('no-such-set');
			expect(refusalOf(await answerQuestion(as(xu), set, 0, ['a'])).code).toBe('no-such-question');
		}
		expect(refusalOf(await account.endOwnSession(as(xu), hers.session)).code).toBe('no-such-session');
		expect(await counts()).toEqual(before);
	});

	test('sees nothing of her record in his own', async () => {
		expect((await readMistakes(as(xu), null, 1)).mistakes).toEqual([]);
		expect(await readSkills(as(xu))).toMatchObject({ answered: 0, weakest: [], strongest: [] });
		expect((await home.readDrillRoom(as(xu))).recent).toEqual([]);
		expect((await home.readKind(as(xu), 'drafting')).items.every(({ seen }) => !seen)).toBe(true);
		expect(await home.readDaily(as(xu))).toMatchObject({ state: 'none', setId: null });
		expect((await account.readMe(as(xu), null)).sessions).toEqual([]);
		for (const run of [home.readDrillHome, home.readDrillRoom, board.readOwnStanding, listCases.readNextCase]) {
			const text = JSON.stringify(await run(as(xu)));
			for (const secret of [lin.personId, hers.open, hers.finished]) expect(text).not.toContain(secret);
		}
	});

	test('may recompute her figures, but not see which questions she was asked, nor her set', async () => {
		const seen = async (actor: Actor) => valueOf(await readEntries(as(actor), '2026-11', lin.personId)).entries[0]!;
		for (const actor of [xu, townTrainer, administrator]) {
			expect(JSON.stringify(await seen(actor)), actor.name).not.toMatch(/item-|"sourceId":"/);
		}
		expect((await seen(trainer)).facts[0]!.subject).toMatch(/^item:/);
		expect((await seen(lin)).sourceId).toBe(hers.finished);
		expect(JSON.stringify(await board.readBoard(as(xu), '2026-11'))).not.toMatch(new RegExp(`item-|${hers.finished}`));
	});
});

test('nobody’s password hash or token hash leaves a use-case', async () => {
	const results = await Promise.all([
		account.readMe(as(lin), null),
		findPeople(as(xu), '林', 5),
		board.readBoard(as(xu), '2026-11'),
		changePassword(as(xu), PASSWORD, PASSWORD, 'token')
	]);
	const [stored] = await sql`select array_agg(encode(token_hash, 'hex')) as tokens from session`;
	const text = JSON.stringify(results);
	for (const secret of ['$argon2', ...(stored!.tokens as string[])]) expect(text).not.toContain(secret);
});

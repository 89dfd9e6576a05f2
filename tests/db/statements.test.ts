import { connect } from '#db/connect.ts';
import { loadCases } from '#lib/cases/server/use-cases/load-cases.server.ts';
import { readNextCase } from '#lib/cases/server/use-cases/list-cases.server.ts';
import { answerQuestion } from '#lib/drills/server/use-cases/answer-question.server.ts';
import { closeExpiredOf } from '#lib/drills/server/use-cases/close-expired.server.ts';
import { readDrillHome } from '#lib/drills/server/use-cases/read-home.server.ts';
import { readSkills } from '#lib/drills/server/use-cases/read-skills.server.ts';
import { readSet } from '#lib/drills/server/use-cases/read-set.server.ts';
import { startDaily } from '#lib/drills/server/use-cases/start-sets.server.ts';
import { createSession, validateSession } from '#lib/identity/server/sessions.server.ts';
import { readMe } from '#lib/identity/server/use-cases/own-account.server.ts';
import { readInHand } from '#lib/drafting/server/use-cases/in-hand.server.ts';
import { readOwnChances, readOwnMonths } from '#lib/ranking/server/use-cases/own-record.server.ts';
import { readOwnStanding } from '#lib/ranking/server/use-cases/read-board.server.ts';
import { keepSettings } from '#lib/settings/server/kept-settings.server.ts';
import { gatherReads } from '#lib/platform/ctx.server.ts';
import { addDays, instantOf } from '#lib/shared/time.ts';
import { afterAll, expect, test } from 'vitest';
import { makeCase, makeItems } from '../support/bank.ts';
import { freshDatabase } from '../support/database.ts';
import { answerSet, loadBank, picksFor, taskOf } from '../support/drilling.ts';
import { contextOf, makeBureau, valueOf } from '../support/people.ts';

const { db, sql, address } = await freshDatabase();
const { lin, xu } = await makeBureau(db);
await loadBank(contextOf(db), makeItems(25));
await loadCases(contextOf(db), [makeCase('one')]);

// As a node that serves pages: it is told of changes, and reads settings once a minute at most.
await keepSettings(async (channel, heard, begun) => {
	await sql.listen(channel, heard, begun);
});

/** Everything that the driver sends, in order. */
let statements: string[] = [];
const counting = connect({ ...address, debug: (_connection, query) => void statements.push(query) }, 1);
afterAll(() => counting.close());

/** Runs it twice and counts the second time: a connection that has just been opened asks for its types first. */
async function count(work: () => Promise<unknown>): Promise<string[]> {
	await work();
	statements = [];
	await work();
	return statements;
}

const signedIn = async (now: Date) => {
	const { token } = await createSession(db, now, lin.personId, { device: 'Firefox', address: '10.1.0.9' });
	const identify = async () => (await validateSession(counting.db, now, token))!.actor;
	return async () => contextOf(counting.db, { now, actor: await identify() });
};

test('answering a question that is not the last takes three statements, with the session', async () => {
	const now = instantOf('2026-11-20', '09:00');
	const enter = await signedIn(now);
	const asLin = contextOf(db, { now, actor: lin });
	const setId = valueOf(await startDaily(asLin));
	await answerSet(asLin, setId, () => true, 3);
	const sent = await count(async () => {
		const { position, itemId } = valueOf(await readSet(asLin, setId, null)).question!;
		valueOf(await answerQuestion(await enter(), setId, position, picksFor(taskOf(itemId), true)));
	});
	expect(sent.length, sent.join('\n\n')).toBeLessThanOrEqual(3);
});

test('drawing a daily set takes six statements, with the session: one of them asks which law has changed', async () => {
	let day = '2026-10-09';
	const sent = await count(async () => {
		day = addDays(day, 1);
		const now = instantOf(day, '09:00');
		const { token } = await createSession(db, now, xu.personId, { device: 'Firefox', address: '10.1.0.9' });
		const { actor } = (await validateSession(counting.db, now, token))!;
		valueOf(await startDaily(contextOf(counting.db, { now, actor })));
		await closeExpiredOf(contextOf(db, { now: instantOf(addDays(day, 1), '00:01') }));
	});
	expect(sent.length, sent.join('\n\n')).toBeLessThanOrEqual(6);
	expect(sent.filter((text) => text.includes('citing_piece'))).toHaveLength(1);
});

test.each(['2026-11-20', '2026-11-03', '2026-12-01'])(
	'今日 takes two statements, with the session (%s)',
	async (day) => {
		const enter = await signedIn(instantOf(day, '09:00'));
		const sent = await count(async () => {
			const ctx = gatherReads(await enter());
			await Promise.all([readDrillHome(ctx), readOwnStanding(ctx), readNextCase(ctx)]);
		});
		expect(sent.length, sent.join('\n\n')).toBe(2);
	}
);

test('the own page takes nine statements at most, with the session, whatever was answered', async () => {
	const enter = await signedIn(instantOf('2026-11-20', '09:00'));
	const asLin = contextOf(db, { now: instantOf('2026-11-19', '09:00'), actor: lin });
	const read = async () => {
		const ctx = await enter();
		const own = gatherReads(ctx);
		await Promise.all([
			...[readMe(ctx, null), readDrillHome(own), readSkills(own), readOwnStanding(own), readOwnMonths(own)],
			...[readOwnChances(own), readInHand(own), readNextCase(own)]
		]);
	};
	await answerSet(asLin, valueOf(await startDaily(asLin)), () => true, 2);
	const few = (await count(read)).length;
	await answerSet(asLin, valueOf(await startDaily(asLin)), (id) => id < 'item-012');
	const many = await count(read);
	expect(many.length, many.join('\n\n')).toBeLessThanOrEqual(9);
	expect(many.length).toBe(few);
});

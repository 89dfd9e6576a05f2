import { keepRecentSessions } from '#lib/identity/server/recent-sessions.server.ts';
import { createSession, validateSession } from '#lib/identity/server/sessions.server.ts';
import { endOtherSessions, endOwnSession, readMe } from '#lib/identity/server/use-cases/own-account.server.ts';
import { signOut } from '#lib/identity/server/use-cases/sign-out.server.ts';
import type { Actor } from '#lib/identity/domain/roles.ts';
import { afterEach, expect, test, vi } from 'vitest';
import { freshDatabase } from '../support/database.ts';
import { contextOf, makeBureau, MORNING } from '../support/people.ts';

const { db, sql } = await freshDatabase();
const { lin, xu } = await makeBureau(db);

const open = async (actor: Actor) =>
	(await createSession(db, MORNING, actor.personId, { device: 'Firefox', address: '10.1.0.9' })).token;
const read = (token: string, now = MORNING) => validateSession(db, now, token);
/** Changes rows without telling anybody, as a lost notice would. */
const silently = async (work: () => Promise<unknown>) => {
	await sql`alter table session disable trigger tell_identity_changed`;
	await work();
	await sql`alter table session enable trigger tell_identity_changed`;
};

afterEach(() => {
	vi.restoreAllMocks();
});

test('a node that is not told of changes keeps nothing', async () => {
	const token = await open(lin);
	expect(await read(token)).not.toBeNull();
	await silently(() => sql`delete from session`);
	expect(await read(token)).toBeNull();
});

test('a checked session is not asked for again, for ten seconds', async () => {
	// From here on this process listens, as a node does.
	await keepRecentSessions(async (channel, heard, begun) => {
		await sql.listen(channel, heard, begun);
	});
	const token = await open(lin);
	const first = await read(token);
	await silently(() => sql`delete from session`);
	expect(await read(token)).toEqual({ ...first, renewed: false });
	const start = performance.now();
	vi.spyOn(performance, 'now').mockReturnValue(start + 10_001);
	expect(await read(token)).toBeNull();
});

test('an expired session is not believed because it was checked', async () => {
	const token = await open(lin);
	expect(await read(token, new Date(MORNING.getTime() + 3 * 86_400_000))).not.toBeNull();
	expect(await read(token, new Date(MORNING.getTime() + 7.01 * 86_400_000))).toBeNull();
});

test.each([
	['a session ended elsewhere', () => sql`delete from session`],
	['a person deactivated elsewhere', () => sql`update person set deactivated_at = now() where id = ${lin.personId}`]
])('%s is over for this node as soon as it is told', async (_, change) => {
	const token = await open(lin);
	expect(await read(token)).not.toBeNull();
	await change();
	await vi.waitFor(async () => expect(await read(token)).toBeNull());
	await sql`update person set deactivated_at = null`;
});

test('a role given elsewhere counts as soon as this node is told', async () => {
	const token = await open(xu);
	const before = (await read(token))!.actor.grants.length;
	await sql`insert into role_grant (id, person_id, role, unit_id, granted_at)
		values (gen_random_uuid(), ${xu.personId}, 'judge', ${xu.unitId}, now())`;
	await vi.waitFor(async () => expect((await read(token))!.actor.grants).toHaveLength(before + 1));
});

test('what this node ends itself is over with its answer, before any notice', async () => {
	await sql`delete from session`;
	const [mine, phone, other] = [await open(lin), await open(lin), await open(lin)];
	const ctx = contextOf(db, { actor: lin });
	for (const token of [mine, phone, other]) expect(await read(token)).not.toBeNull();
	const { sessions } = await readMe(ctx, mine);
	const ended = sessions.find(({ isCurrent }) => !isCurrent)!;
	await endOwnSession(ctx, ended.id);
	expect([await read(phone), await read(other)].filter((one) => one === null)).toHaveLength(1);
	await endOtherSessions(ctx, mine);
	expect([await read(phone), await read(other)]).toEqual([null, null]);
	expect(await read(mine)).not.toBeNull();
	await signOut(ctx, mine);
	expect(await read(mine)).toBeNull();
});

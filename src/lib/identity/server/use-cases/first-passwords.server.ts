import { randomFillSync } from 'node:crypto';
import { recordAudit } from '#lib/platform/audit.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { addDays, dayOf, instantOf } from '#lib/shared/time.ts';
import { FIRST_PASSWORD_BYTES, firstPassword } from '../../domain/first-password.ts';
import { authoriseImporter, findImport } from '../importer.server.ts';
import { answersFor } from '../judge-table.server.ts';
import { hashFirstPassword } from '../password-hash.server.ts';
import { changeIdentity } from '../recent-sessions.server.ts';
import * as repository from '../repository/first-passwords.server.ts';

/** A slip that nobody used in this time is no longer a key. */
export const FIRST_PASSWORD_DAYS = 30;

export interface PasswordSlip {
	readonly name: string;
	readonly account: string;
	readonly unitName: string;
	readonly password: string;
}

export interface Slips {
	readonly slips: readonly PasswordSlip[];
	/** Last day on which they open the account. */
	readonly until: string;
}

/** How many people of an import still have no password, and how many a slip that they have not used. */
export async function countFirstPasswords(ctx: Ctx, importId: string) {
	const row = await findImport(authoriseImporter(ctx), importId);
	return row ? repository.countWaiting(ctx.db, importId) : { without: 0, given: 0 };
}

/**
 * Draws first passwords for the people an import made and who have not chosen one of their own yet; earlier slips stop working. They
 * are in the answer and nowhere else.
 */
export async function issueFirstPasswords(ctx: Ctx, importId: string): Promise<Result<Slips>> {
	const me = authoriseImporter(ctx);
	const row = await findImport(me, importId);
	if (!row) return refuse('no-such-import', '没有这次导入。');
	if (row.state !== 'done') return refuse('not-done', '先确认导入，再打印密码条。');
	return issueFor(me, importId);
}

/** The same for a program that acts for nobody. */
export async function issueFor(ctx: Ctx, importId: string): Promise<Result<Slips>> {
	const until = addDays(dayOf(ctx.now), FIRST_PASSWORD_DAYS);
	const end = instantOf(addDays(until, 1));
	return changeIdentity(ctx, async (inner) => {
		const waiting = await repository.lockWaiting(inner.db, importId);
		const people = waiting.filter(({ unitPath }) => answersFor(inner, unitPath));
		if (people.length === 0) return refuse('nobody', '这次导入的人都已经设好自己的密码，没有要打印的。');
		const drawn = people.map((person) => ({ ...person, password: drawPassword() }));
		const hashes = drawn.map(({ id, password }) => ({ id, hash: hashFirstPassword(password, end) }));
		await repository.setFirstPasswords(inner.db, hashes);
		const detail = { people: drawn.length, until };
		await recordAudit(inner, 'identity.issueFirstPasswords', `person-import:${importId}`, detail);
		const slips = drawn.map(({ name, account, unitName, password }) => ({ name, account, unitName, password }));
		return ok({ slips, until });
	});
}

const drawPassword = () => firstPassword(randomFillSync(new Uint8Array(FIRST_PASSWORD_BYTES)));

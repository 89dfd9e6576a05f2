import { randomBytes } from 'node:crypto';
import { authorise, authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import { readPeople } from '#lib/identity/server/use-cases/directory.server.ts';
import { type Ctx, type SignedIn, inTransaction } from '#lib/platform/ctx.server.ts';
import { isId } from '#lib/shared/ids.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import type { ContestSide, CourtRole, Standing } from '../../domain/hearing/role.ts';
import { judgeCertificate } from '../certificate-check.server.ts';
import { hashOf } from '../holder.server.ts';
import { NO_HEARING } from '../known-hearing.server.ts';
import { assignSeat, findLinkSeat, findPersonSeat, markLinkUsed, selectSeats } from '../repository/seats.server.ts';
import { runCommand } from '../run-command.server.ts';
import { takeLinkBack, tellChange } from '../take-link-back.server.ts';

export interface GivenSeat {
	/** Made by the page, once for each assignment. */
	readonly key: string;
	/** `panel-1`. */
	readonly seatId: string;
	readonly role: CourtRole;
	readonly contestSide: ContestSide | null;
	readonly standing: Standing | null;
	readonly isSubstitute: boolean;
}

/** 256 bits. */
const TOKEN_BYTES = 32;
const MOST_LINK_DAYS = 60;
const DAY_MS = 86_400_000;

/** Puts somebody of the bureau on a seat; whoever had it has it no more. */
export async function seatPerson(
	ctx: Ctx,
	hearingId: string,
	given: GivenSeat,
	personId: string
): Promise<Result<null>> {
	const me = authorisePerson(ctx, 'arena.organise');
	if (!isId(hearingId) || !isId(personId)) return refuse('no-person', '选一个人。', 'personId');
	const person = (await readPeople(ctx, [personId])).get(personId);
	if (!person) return refuse('no-person', '选一个人。', 'personId');
	const other = await findPersonSeat(ctx.db, hearingId, personId);
	if (other !== null && other !== given.seatId) return refuse('seated', '他在这场庭审里已经有席位。', 'personId');
	const judged = await judgeCertificate(ctx, hearingId, { role: given.role, personId });
	if (!judged.ok) return judged;
	return inTransaction(me, async (inner) => {
		const seated = await writeSeat(inner, hearingId, given, person.name);
		if (!seated.ok) return seated;
		await assignSeat(inner.db, { ...holderOf(inner, hearingId, given.seatId), personId });
		return tellChange(inner, hearingId, given.seatId, { personId });
	});
}

/** Gives a seat to somebody without an account. @returns the token: shown once, and known to nobody else */
export async function seatByLink(
	ctx: Ctx,
	hearingId: string,
	given: GivenSeat,
	guest: { readonly name: string; readonly expiresAt: Date }
): Promise<Result<{ readonly token: string }>> {
	const me = authorisePerson(ctx, 'arena.organise');
	if (!isId(hearingId)) return refuse(...NO_HEARING);
	if (guest.name.trim() === '') return refuse('no-name', '写下姓名或者称呼。', 'name');
	const days = (guest.expiresAt.getTime() - ctx.now.getTime()) / DAY_MS;
	if (days <= 0 || days > MOST_LINK_DAYS)
		return refuse('expiry', `有效期在以后，至多 ${MOST_LINK_DAYS} 天。`, 'expiresAt');
	const token = randomBytes(TOKEN_BYTES).toString('base64url');
	return inTransaction(me, async (inner): Promise<Result<{ readonly token: string }>> => {
		const seated = await writeSeat(inner, hearingId, given, guest.name);
		if (!seated.ok) return seated;
		const row = holderOf(inner, hearingId, given.seatId);
		const link = { linkHash: hashOf(token), linkExpiresAt: guest.expiresAt, linkName: guest.name.trim() };
		await assignSeat(inner.db, { ...row, ...link });
		const said = await tellChange(inner, hearingId, given.seatId, { link: guest.expiresAt.toISOString() });
		return said.ok ? ok({ token }) : said;
	});
}

/** Takes a link back: it opens nothing from now on, and its streams end. */
export async function revokeLink(ctx: Ctx, hearingId: string, seatId: string): Promise<Result<null>> {
	const me = authorisePerson(ctx, 'arena.organise');
	return takeLinkBack(me, hearingId, seatId);
}

/** Where a personal link leads; for its own page, which keeps the token in a cookie of that hearing only. */
export async function findLink(ctx: Ctx, token: string): Promise<Result<{ hearingId: string; seatId: string }>> {
	authorise(ctx, 'arena.sit');
	const found = token.length > 200 ? null : await findLinkSeat(ctx.db, hashOf(token), ctx.now);
	if (!found) return refuse('no-link', '链接已经失效，请向赛事组织者要新的。');
	await markLinkUsed(ctx.db, found, ctx.now);
	return ok(found);
}

/** Who holds which seat, for whoever organises; digests of links stay where they are. */
export async function readSeatHolders(ctx: Ctx, hearingId: string) {
	authorisePerson(ctx, 'arena.organise');
	const rows = isId(hearingId) ? await selectSeats(ctx.db, hearingId) : [];
	return rows.map(({ seatId, personId, linkHash, linkExpiresAt }) => ({
		...{ seatId, personId, hasLink: linkHash !== null, linkExpiresAt }
	}));
}

function writeSeat(me: SignedIn, hearingId: string, { key, seatId, ...seat }: GivenSeat, name: string) {
	return runCommand(me, hearingId, key, { by: 'organiser', act: 'seat', detail: { id: seatId, ...seat, name } });
}

const holderOf = ({ actor, now }: SignedIn, hearingId: string, seatId: string) => ({
	...{ hearingId, seatId, assignedBy: actor.personId, assignedAt: now }
});

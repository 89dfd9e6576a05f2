import { findActor } from '#lib/identity/server/use-cases/directory.server.ts';
import { type Ctx, type SignedIn, inTransaction } from '#lib/platform/ctx.server.ts';
import type { Mailer } from '#lib/platform/mailer.server.ts';
import { isWorkday } from '#lib/shared/calendar.ts';
import { newId } from '#lib/shared/ids.ts';
import { type Day, addDays, clockOf, dayOf, instantOf } from '#lib/shared/time.ts';
import { NEWS_DAYS } from '../../domain/kinds.ts';
import { CUT_OFF_MINUTES, MAIL_CLOCK, fateOf, forgetBefore, letterOf, staleBefore } from '../../domain/mail.ts';
import { deleteReadBefore } from '../repository/choices.server.ts';
import * as outbox from '../repository/outbox.server.ts';
import { askRooms } from '../ask-rooms.server.ts';

/** So many letters in one run of the sweep; the rest follow with the next. */
const MOST_LETTERS = 200;

/**
 * Writes the digests of a working day and sends what is due. Any node may run it, at any time, twice: each person's day and each
 * letter is taken by one conditional statement before anything is done.
 * @returns letters written, sent, given up
 */
export async function sendDigests(ctx: Ctx, mailer: Mailer) {
	const today = dayOf(ctx.now);
	const cutOff = new Date(ctx.now.getTime() - CUT_OFF_MINUTES * 60_000);
	const givenUp = await outbox.giveUp(ctx.db, { now: ctx.now, cutOff, stale: staleBefore(today) });
	const written = isWorkday(today) && clockOf(ctx.now) >= MAIL_CLOCK ? await writeDigests(ctx, today) : 0;
	return { written, givenUp, sent: await sendLetters(ctx, mailer) };
}

async function writeDigests(ctx: Ctx, today: Day): Promise<number> {
	let written = 0;
	for (const personId of await outbox.selectUnmailed(ctx.db, today)) {
		const actor = await findActor(ctx, personId);
		const letter = actor && letterOf(await askRooms({ ...ctx, actor } satisfies SignedIn), today);
		await inTransaction(ctx, async ({ db, now }) => {
			const address = await outbox.claimDigest(db, personId, today);
			if (!letter || address === null) return;
			const { subject, body } = letter;
			await outbox.insertLetter(db, {
				...{ id: newId(now), personId, day: today, address, subject, body, madeAt: now, nextTryAt: now }
			});
			written++;
		});
	}
	return written;
}

async function sendLetters(ctx: Ctx, mailer: Mailer): Promise<number> {
	const due = await outbox.selectDue(ctx.db, ctx.now, MOST_LETTERS);
	if (due.length === 0) return 0;
	// A server that is down costs no letter a try: they stay as they are until it answers.
	const unreachable = await mailer.reach();
	if (unreachable) {
		ctx.log.warn({ letters: due.length, ...unreachable }, 'mail server not reached');
		return 0;
	}
	let sent = 0;
	for (const id of due) {
		const became = await sendLetter(ctx, mailer, id);
		if (became === 'sent') sent++;
		// It has gone in the middle: the others wait until it can be reached again.
		if (became === 'silent') break;
	}
	return sent;
}

async function sendLetter({ db, now, log }: Ctx, mailer: Mailer, id: string) {
	const letter = await outbox.takeLetter(db, id, now);
	if (!letter) return 'taken';
	const { address, subject, body, tries } = letter;
	const fault = await mailer.send({ id, to: address, subject, text: body });
	if (!fault) {
		await outbox.settleLetter(db, id, { sentAt: now });
		return 'sent';
	}
	const fate = fateOf(fault, { tries, now });
	log.warn({ letter: id, tries, response: fault.response, words: fault.words, fate }, 'letter not taken');
	await outbox.settleLetter(
		db,
		id,
		'nextTryAt' in fate ? { ...fate, fault: fault.words } : { deadAt: now, fault: fate.deadBecause }
	);
	return fault.response === null ? 'silent' : 'refused';
}

/** Takes away what nobody needs any more: letters with their addresses, and what was read of things no longer told. */
export async function forgetOldNotices(ctx: Ctx): Promise<void> {
	const today = dayOf(ctx.now);
	await outbox.deleteLettersBefore(ctx.db, forgetBefore(today));
	// Twice as long as news are told, for they are told from when they happened and read later.
	await deleteReadBefore(ctx.db, instantOf(addDays(today, -2 * NEWS_DAYS)));
}

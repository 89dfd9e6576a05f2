import { auditEntry } from '#db/schema/audit.ts';
import { sha256 } from '#lib/shared/canonical.ts';
import { dayOf, clockOf } from '#lib/shared/time.ts';
import type { SignedIn } from './ctx.server.ts';

/** What this process has written down within the hour, so that leafing through pages costs nothing. */
const written = new Set<string>();
const MOST_KEPT = 5000;

/**
 * Writes down that somebody read what is known of others: at most one entry an hour of one reader about one subject. Call it
 * outside a transaction that only reads.
 * @param useCase the use-case that read @param subject whose, `person:…`
 */
export async function recordReading(ctx: SignedIn, useCase: string, subject: string): Promise<void> {
	const { db, now, actor, request } = ctx;
	const hour = `${dayOf(now)} ${clockOf(now).slice(0, 2)}`;
	const once = `${actor.personId} ${useCase} ${subject} ${hour}`;
	if (written.has(once)) return;
	const detail = { hour };
	const digest = sha256(JSON.stringify(detail));
	const id = idOf(once);
	const row = { id, at: now, actorId: actor.personId, useCase, subject, digest, detail, requestNumber: request };
	// Another node may have been faster: the id is made of what must be told once.
	await db.insert(auditEntry).values(row).onConflictDoNothing();
	if (written.size >= MOST_KEPT) written.clear();
	written.add(once);
}

/** A UUIDv8 (RFC 9562 §5.8): the first bits of the digest of a text. */
function idOf(text: string): string {
	const hex = sha256(text);
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

import { createHash } from 'node:crypto';
import { type Adapter, type DatabaseSession, type DatabaseUser, Lucia, TimeSpan } from 'lucia';
import type { Db } from '#db/connect.ts';
import { driftFromReal } from '#lib/platform/clock.server.ts';
import { mustEnrol } from '../domain/second-factor.ts';
import { type SessionLimits, expiryOf } from '../domain/session-limits.ts';
import type { SignInWay } from '../domain/sign-in-ways.ts';
import { dayOf } from '#lib/shared/time.ts';
import type { Actor } from '../domain/roles.ts';
import { readSecondFactorRule, readSessionLimits } from './access-rules.server.ts';
import { type KnownSession, recallSession, startCheck } from './recent-sessions.server.ts';
import * as repository from './repository.server.ts';

// Lucia 3 is feature-complete and no longer developed: nothing outside this file knows it (docs/decisions/0002).

declare module 'lucia' {
	interface Register {
		Lucia: Lucia<SessionFacts, Holder>;
		DatabaseSessionAttributes: SessionFacts;
		DatabaseUserAttributes: Holder;
	}
}

export interface SessionFacts {
	readonly device: string;
	readonly address: string;
	/** The first step; by password when nothing is said. */
	readonly openedBy?: SignInWay;
}

interface Holder {
	readonly actor: Actor;
	readonly hasSecondFactor: boolean;
}

export function hashOf(token: string): Buffer {
	return createHash('sha256').update(token).digest();
}

const secondsUntil = (end: Date, now: Date) => Math.ceil((end.getTime() - now.getTime()) / 1000);

/**
 * Lucia compares expiry with the machine's clock; ours may be set (`LEITAI_CLOCK`). The adapter shifts between the two,
 * and it stores only the SHA-256 of the token, so a stolen database opens no session. Lucia knows the idle time only: whatever
 * it reads or writes is cut here at the end of the session (`expiryOf`), also where a limit has become shorter since.
 */
class SessionsAt {
	readonly #db: Db;
	readonly #now: Date;
	readonly #limits: SessionLimits;
	readonly #drift: number;
	/** Until when the session that was looked at or made last holds. */
	expiresAt: Date;
	wasExtended = false;
	#openedAt: Date;

	constructor(db: Db, now: Date, limits: SessionLimits) {
		this.#db = db;
		this.#now = now;
		this.#limits = limits;
		this.#drift = driftFromReal(now);
		this.expiresAt = expiryOf(now, now, limits);
		this.#openedAt = now;
	}

	lucia(): Lucia<SessionFacts, Holder> {
		return new Lucia(this.#adapter(), {
			sessionExpiresIn: new TimeSpan(this.#limits.idleDays, 'd'),
			getUserAttributes: (holder) => holder,
			getSessionAttributes: (facts) => facts
		});
	}

	#adapter(): Adapter {
		return {
			getSessionAndUser: (token) => this.#read(token),
			getUserSessions: () => Promise.reject(new Error('tokens are not stored: list sessions by their hashes')),
			setSession: ({ id, userId, attributes }) =>
				repository.insertSession(this.#db, {
					...{ tokenHash: hashOf(id), personId: userId, createdAt: this.#now, expiresAt: this.expiresAt },
					...attributes
				}),
			updateSessionExpiration: (token) => this.#extend(token),
			deleteSession: (token) => repository.deleteSession(this.#db, hashOf(token)),
			deleteUserSessions: (personId) => repository.deleteSessionsOf(this.#db, personId),
			deleteExpiredSessions: () => repository.deleteExpiredSessions(this.#db, this.#now)
		};
	}

	async #read(token: string): Promise<[DatabaseSession | null, DatabaseUser | null]> {
		const found = await repository.selectSession(this.#db, hashOf(token), dayOf(this.#now));
		if (!found) return [null, null];
		const { actor, hasSecondFactor, ...session } = found;
		this.#openedAt = session.openedAt;
		const longest = expiryOf(this.#openedAt, this.#now, this.#limits);
		this.expiresAt = longest < session.expiresAt ? longest : session.expiresAt;
		// A limit is shorter than it was: from now on the idle time counts as it is.
		if (longest < session.expiresAt) await repository.moveExpiry(this.#db, hashOf(token), longest);
		const expiresAt = new Date(this.expiresAt.getTime() + this.#drift);
		const attributes = { device: session.device, address: session.address };
		return [
			{ id: token, userId: actor.personId, expiresAt, attributes },
			{ id: actor.personId, attributes: { actor, hasSecondFactor } }
		];
	}

	/** Near its end a session gains nothing by being used: then nothing is written. */
	async #extend(token: string): Promise<void> {
		const longest = expiryOf(this.#openedAt, this.#now, this.#limits);
		if (longest <= this.expiresAt) return;
		this.expiresAt = longest;
		this.wasExtended = true;
		await repository.moveExpiry(this.#db, hashOf(token), longest);
	}
}

/** Opens a session. @returns the token for the cookie and its lifetime in seconds */
export async function createSession(db: Db, now: Date, personId: string, facts: SessionFacts) {
	const sessions = new SessionsAt(db, now, await readSessionLimits({ db }));
	const { id } = await sessions.lucia().createSession(personId, facts);
	return { token: id, maxAge: secondsUntil(sessions.expiresAt, now) };
}

export interface CheckedSession {
	readonly actor: Actor;
	/** Must take up a second factor before anything else. */
	readonly mustEnrol: boolean;
	/** Asks for a new cookie of `maxAge` seconds. */
	readonly renewed: boolean;
	readonly maxAge: number;
}

const checked = ({ actor, mustEnrol, expiresAt }: KnownSession, now: Date, renewed: boolean): CheckedSession => ({
	...{ actor, mustEnrol, renewed, maxAge: secondsUntil(expiresAt, now) }
});

/** Who holds this token; null when it is unknown, expired or its person is deactivated. */
export async function validateSession(db: Db, now: Date, token: string): Promise<CheckedSession | null> {
	const known = recallSession(token, now);
	if (known) return checked(known, now, false);
	const keep = startCheck();
	const [limits, rule] = await Promise.all([readSessionLimits({ db }), readSecondFactorRule({ db })]);
	const sessions = new SessionsAt(db, now, limits);
	const { session, user } = await sessions.lucia().validateSession(token);
	if (!session) return null;
	const { actor, hasSecondFactor } = user;
	const seen = { actor, mustEnrol: mustEnrol(rule, actor, hasSecondFactor), expiresAt: sessions.expiresAt };
	keep(token, seen);
	return checked(seen, now, sessions.wasExtended);
}

export async function endSession(db: Db, now: Date, token: string): Promise<void> {
	await new SessionsAt(db, now, await readSessionLimits({ db })).lucia().invalidateSession(token);
}

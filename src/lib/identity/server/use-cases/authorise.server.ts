import type { Ctx, SignedIn } from '#lib/platform/ctx.server.ts';
import { type Subject, type UseCase, mayRun } from '../../domain/permissions.ts';

/** Thrown when the actor may not run a use-case; the guard turns it into the sign-in page or into "not found". */
export class NotAllowed extends Error {
	constructor(
		readonly useCase: UseCase,
		readonly isSignedIn: boolean
	) {
		super(`not allowed: ${useCase}`);
	}
}

/** First beat of every use-case. */
export function authorise(ctx: Ctx, useCase: UseCase, subject: Subject = {}): void {
	if (!mayRun(ctx.actor, useCase, subject)) throw new NotAllowed(useCase, ctx.actor !== null);
}

/** First beat of a use-case that needs to know who asks. */
export function authorisePerson(ctx: Ctx, useCase: UseCase, subject: Subject = {}): SignedIn {
	authorise(ctx, useCase, subject);
	if (!ctx.actor) throw new NotAllowed(useCase, false);
	return ctx as SignedIn;
}

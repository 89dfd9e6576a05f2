import type { Ctx, SignedIn } from '#lib/platform/ctx.server.ts';
import { isId } from '#lib/shared/ids.ts';
import type { UseCase } from '../domain/permissions.ts';
import { selectRegistered } from './repository/people.server.ts';
import { authorisePerson } from './use-cases/authorise.server.ts';

export type Registered = NonNullable<Awaited<ReturnType<typeof selectRegistered>>>;

/** A person of the actor's part of the register; of anybody else the actor learns nothing, not even that they are there. */
export async function knowPerson(ctx: Ctx, useCase: UseCase, id: string): Promise<{ me: SignedIn; known: Registered }> {
	const known = ctx.actor && isId(id) ? await selectRegistered(ctx.db, id) : null;
	const me = authorisePerson(ctx, useCase, { unitPath: known?.unitPath ?? '-' });
	return { me, known: known! };
}

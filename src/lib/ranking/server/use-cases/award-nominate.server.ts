import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import { readPeople } from '#lib/identity/server/use-cases/directory.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { isId } from '#lib/shared/ids.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { readChecks, readFigures } from '../award-checks.server.ts';
import { advance } from '../known-run.server.ts';

export interface Deeds {
	readonly officerId: string;
	readonly deeds: string;
	readonly evidence: readonly string[];
}

/** The unit of somebody speaks: nobody can name an unknown person, and a stranger learns nothing of it. */
async function unitOf(ctx: Ctx, officerId: string): Promise<string> {
	const person = isId(officerId) ? (await readPeople(ctx, [officerId])).get(officerId) : undefined;
	return person?.unitPath ?? '-';
}

/** A unit nominates one of its people, with deeds and where they can be looked up. */
export async function nominate(ctx: Ctx, id: string, { officerId, deeds, evidence }: Deeds): Promise<Result<null>> {
	const me = authorisePerson(ctx, 'ranking.speakForUnit', { unitPath: await unitOf(ctx, officerId) });
	return advance(me, { id, act: 'nominate' }, async (inner, { run }) => {
		const [read, checksOf, people] = await Promise.all([
			readFigures(inner, run.cycle),
			readChecks(inner, run, { officerIds: [officerId] }),
			readPeople(inner, [officerId])
		]);
		const person = people.get(officerId);
		if (!person) return refuse('no-such-person', '没有这个人。', 'officerId');
		const figure = read?.figures.find((one) => one.officerId === officerId) ?? null;
		const nominee = { officerId, unitId: person.unitId, figure, checks: checksOf(officerId) };
		return ok({ nominee, deeds, evidence });
	});
}

/** The unit writes better deeds for one of its nominees than the figures alone. */
export async function describeDeeds(
	ctx: Ctx,
	id: string,
	{ officerId, deeds, evidence }: Deeds
): Promise<Result<null>> {
	const me = authorisePerson(ctx, 'ranking.speakForUnit', { unitPath: await unitOf(ctx, officerId) });
	return advance(me, { id, act: 'describe' }, () => ok({ nomineeId: officerId, deeds, evidence }));
}

/** A unit says something against the proposal; whoever decides about the eligibility has to answer it. */
export async function dissent(
	ctx: Ctx,
	id: string,
	{ officerId, reason, evidence }: Omit<Deeds, 'deeds'> & { readonly reason: string }
): Promise<Result<null>> {
	const me = authorisePerson(ctx, 'ranking.speakForUnit', { unitPath: ctx.actor?.unitPath ?? '-' });
	return advance(me, { id, act: 'dissent' }, () => ok({ nomineeId: officerId, reason, evidence }));
}

import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import { readPeople, readUnits } from '#lib/identity/server/use-cases/directory.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { isId } from '#lib/shared/ids.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { readChecks } from '../award-checks.server.ts';
import { readContest } from '../award-contest.server.ts';
import { findNominee } from '../../domain/awards/take-nomination.ts';
import { advance, knowRun } from '../known-run.server.ts';

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

/** The unit that speaks for a nominee: a person's own, the unit itself, the one of a case's author. */
async function speakerOf(ctx: Ctx, id: string, nomineeId: string): Promise<string> {
	const run = (await knowRun(ctx, id))?.run;
	if (!run || run.honour.kind === 'person') return unitOf(ctx, nomineeId);
	const unitId = findNominee(run, nomineeId)?.unitId;
	return (await readUnits(ctx)).find((unit) => unit.id === unitId)?.path ?? '-';
}

/** A unit nominates one of its people, with deeds and where they can be looked up. */
export async function nominate(ctx: Ctx, id: string, { officerId, deeds, evidence }: Deeds): Promise<Result<null>> {
	const me = authorisePerson(ctx, 'ranking.speakForUnit', { unitPath: await unitOf(ctx, officerId) });
	return advance(me, { id, act: 'nominate' }, async (inner, { run }) => {
		if (run.honour.kind !== 'person') {
			return refuse('not-persons', '这项荣誉的名单由榜单或者评分表算出，单位可以补充事迹。');
		}
		const [read, checksOf, people] = await Promise.all([
			readContest(inner, run.honour, run.cycle),
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
	const me = authorisePerson(ctx, 'ranking.speakForUnit', { unitPath: await speakerOf(ctx, id, officerId) });
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

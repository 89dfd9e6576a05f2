import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import { readHolders, readOfficers, readUnits } from '#lib/identity/server/use-cases/directory.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { type Result, refuse } from '#lib/shared/result.ts';
import { readCaseFile } from '../hearing-bundle.server.ts';
import { selectShown } from '../repository/bundles.server.ts';
import { listProcedures, type NewHearing, scheduleHearing } from './schedule-hearing.server.ts';

/** A hearing as it is planned on its page: the bundle is named, its file is taken as it is now. */
export interface HearingPlan extends Omit<NewHearing, 'file'> {
	readonly bundleId: string;
}

/** Fixes a hearing over a moot case. @returns its id */
export async function planHearing(ctx: Ctx, { bundleId, ...rest }: HearingPlan): Promise<Result<string>> {
	authorisePerson(ctx, 'arena.organise');
	const file = await readCaseFile(ctx.db, bundleId);
	if (!file) return refuse('no-bundle', '选一个案卷。', 'bundleId');
	return scheduleHearing(ctx, { ...rest, file });
}

/** What a hearing may be planned with. */
export async function readHearingChoices(ctx: Ctx) {
	authorisePerson(ctx, 'arena.organise');
	const [bundles, procedures] = await Promise.all([selectShown(ctx.db), listProcedures(ctx)]);
	return { bundles: bundles.map(({ id, title, isReserved }) => ({ id, title, isReserved })), procedures };
}

/** Everybody of the bureau who may be put on a seat, by name. */
export async function readSitters(ctx: Ctx): Promise<{ id: string; name: string; unitName: string }[]> {
	authorisePerson(ctx, 'arena.organise');
	const [officers, holders, units] = await Promise.all([
		readOfficers(ctx),
		readHolders(ctx, ['trainer', 'legal-reviewer', 'judge', 'organiser', 'supervisor']),
		readUnits(ctx)
	]);
	const unitNames = new Map(units.map(({ id, name }) => [id, name]));
	const all = new Map([...officers, ...holders].map(({ id, name, unitId }) => [id, { id, name, unitId }]));
	return [...all.values()]
		.map(({ id, name, unitId }) => ({ id, name, unitName: unitNames.get(unitId) ?? '' }))
		.sort((left, right) => left.name.localeCompare(right.name, 'zh'));
}

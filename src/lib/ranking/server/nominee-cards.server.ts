import { type PersonCard, readPeople, readUnitsBy } from '#lib/identity/server/use-cases/directory.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import type { Run } from '../domain/awards/run.ts';

/** Name and unit of everybody and everything that stands in a selection, passed over or not, by id. */
export async function readCardsOf(
	ctx: Ctx,
	run: Pick<Run, 'honour' | 'nominees' | 'passedOver'>
): Promise<Map<string, PersonCard>> {
	const all = [...run.nominees, ...run.passedOver];
	if (run.honour.kind === 'person') {
		return readPeople(
			ctx,
			all.map(({ officerId }) => officerId)
		);
	}
	const units = await readUnitsBy(
		ctx,
		// A case that no unit proposes has none.
		all.map(({ unitId }) => unitId).filter((id) => id !== '')
	);
	const cards = all.flatMap(({ officerId: id, unitId, figure }): PersonCard[] => {
		if (!figure || !('said' in figure)) return [];
		const { name, unitName } = figure;
		return [{ id, name, unitId, unitName, unitPath: units.get(unitId)?.path ?? '-' }];
	});
	return new Map(cards.map((card) => [card.id, card]));
}

import type { Ctx } from '#lib/platform/ctx.server.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { CITING_KINDS, type CitingKind } from '../../domain/citing.ts';
import { isSetAside } from '../../domain/standing.ts';
import { titleKey } from '../../domain/title-key.ts';
import * as repository from '../repository.server.ts';
import { selectCitingLaw } from '../repository/citations.server.ts';
import * as currencyRepository from '../repository/currency.server.ts';
import { readAllChangedBasis } from './changed-basis.server.ts';

export interface AffectedByLaw {
	readonly law: { readonly id: string; readonly title: string };
	/** Ids of the shown pieces that cite it; every kind has its list. */
	readonly kinds: Record<CitingKind, string[]>;
	/** Those of them that are set aside today, for whatever change. */
	readonly setAside: Record<CitingKind, string[]>;
}

/** Everything that cites a law, or one article of it. Run by the command line. @param name id, title or short title */
export async function readAffectedByLaw(
	ctx: Ctx,
	name: string,
	article: string | null
): Promise<Result<AffectedByLaw>> {
	const id = await currencyRepository.findLawId(ctx.db, name, titleKey(name));
	const law = id === null ? null : await repository.selectLaw(ctx.db, id);
	if (!law) return refuse('no-such-law', `没有收录这部法：${name}`);
	const rows = await selectCitingLaw(ctx.db, law.id, article);
	const changed = await readAllChangedBasis(ctx);
	const lists = (Object.keys(CITING_KINDS) as CitingKind[]).map((kind) => {
		const ids = rows.filter((one) => one.kind === kind).map((one) => one.id);
		const aside = ids.filter((one) => {
			const basis = changed[kind].get(one);
			return basis !== undefined && isSetAside(basis.standing);
		});
		return { kind, ids, aside };
	});
	const byKind = (pick: (one: (typeof lists)[number]) => string[]) =>
		Object.fromEntries(lists.map((one) => [one.kind, pick(one)])) as Record<CitingKind, string[]>;
	return ok({
		law: { id: law.id, title: law.title },
		kinds: byKind(({ ids }) => ids),
		setAside: byKind(({ aside }) => aside)
	});
}

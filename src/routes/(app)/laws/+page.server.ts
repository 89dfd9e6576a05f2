import { mayRun } from '#lib/identity/domain/permissions.ts';
import { readLawSearch } from '#lib/law/forms.ts';
import { LAW_KINDS } from '#lib/law/domain/law-kinds.ts';
import { readLaws } from '#lib/law/server/use-cases/read-laws.server.ts';
import { searchLaws } from '#lib/law/server/use-cases/search-laws.server.ts';
import LawHits from '#lib/law/ui/LawHits.svelte';
import { renderPart, showPart } from '#lib/platform/server-part.server.ts';
import { dayOf } from '#lib/shared/time.ts';
import type { PageServerLoad } from './$types';

const HITS = 20;
/** Of each kind on the front of the index; a chosen kind shows a page of them. */
const FRONT = 12;
const LAWS = 100;

export const load: PageServerLoad = async (event) => {
	const { url, locals } = event;
	const { ctx } = locals;
	const form = readLawSearch(url.searchParams);
	const { q, kind, on, decided, page } = form;
	const kinds = Object.entries(LAW_KINDS).map(([key, label]) => ({ key, label }));
	const [found, named] = await Promise.all([
		searchLaws(ctx, { query: q, on, decided, kinds: kind ? [kind] : [], limit: HITS, offset: (page - 1) * HITS }),
		q === '' ? readLaws(ctx, '') : []
	]);
	const ofKind = named.filter((law) => kind === null || law.kind === kind);
	const labels = [...new Set(ofKind.map(({ kindLabel }) => kindLabel))];
	const [from, to] = kind ? [(page - 1) * LAWS, page * LAWS] : [0, FRONT];
	const groups = labels.map((label) => {
		const laws = ofKind.filter(({ kindLabel }) => kindLabel === label);
		return { label, kind: laws[0]!.kind, total: laws.length, laws: laws.slice(from, to) };
	});
	const doors = { readsChanges: mayRun(ctx.actor, 'law.readChanges'), mayImport: mayRun(ctx.actor, 'law.importTexts') };
	return {
		...{ ...doors, form, kinds, today: dayOf(ctx.now) },
		hits: found.hits.length > 0 ? showPart(event, renderPart(LawHits, { hits: found.hits, on, decided })) : null,
		titles: page === 1 ? found.laws : [],
		groups,
		hasMore: q === '' ? kind !== null && ofKind.length > to : found.hasMore
	};
};

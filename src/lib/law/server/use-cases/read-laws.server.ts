import { authorise } from '#lib/identity/server/use-cases/authorise.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { dayOf } from '#lib/shared/time.ts';
import { LAW_KINDS } from '../../domain/law-kinds.ts';
import { describeVersion } from '../describe-version.server.ts';
import * as repository from '../repository.server.ts';

const KIND_ORDER = Object.keys(LAW_KINDS);

/** All laws with their versions; `query` filters by title. */
export async function readLaws(ctx: Ctx, query: string) {
	authorise(ctx, 'law.readLaws');
	const [rows, versions] = await Promise.all([repository.selectLaws(ctx.db), repository.selectVersions(ctx.db)]);
	const today = dayOf(ctx.now);
	const wanted = query.normalize('NFKC').trim();
	const named = rows.filter(({ law }) => [law.title, ...law.shortTitles].some((title) => title.includes(wanted)));
	const laws = named.map(({ law, gists, cited }) => ({
		id: law.id,
		title: law.title,
		kind: law.kind,
		kindLabel: LAW_KINDS[law.kind],
		versions: versions.filter(({ lawId }) => lawId === law.id).map((one) => describeVersion(one, today)),
		gists: gists ?? 0,
		cited: cited ?? 0
	}));
	return laws.sort(
		(left, right) =>
			KIND_ORDER.indexOf(left.kind) - KIND_ORDER.indexOf(right.kind) ||
			right.cited - left.cited ||
			left.title.localeCompare(right.title, 'zh')
	);
}

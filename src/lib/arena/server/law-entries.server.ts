import { readCited } from '#lib/law/server/use-cases/citations.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { formatReference } from '#lib/shared/citation.ts';
import type { Bundle } from '../domain/bundle/bundle.ts';
import { type LawLine, spokenTitle } from '../domain/bundle/law-line.ts';

/** The law pack of a bundle with titles and addresses, in its order. */
export async function readLawLines(ctx: Ctx, { lawPack, act }: Pick<Bundle, 'lawPack' | 'act'>): Promise<LawLine[]> {
	const cited = await readCited(
		ctx,
		lawPack.map(({ citation }) => citation)
	);
	const titles = new Map(cited.map(({ law, lawTitle }) => [law, spokenTitle(lawTitle)]));
	return lawPack.map(({ key, citation, about }) => ({
		...{ key, about, law: citation.law, article: citation.article, on: act.decidedOn },
		name: `${titles.get(citation.law) ?? citation.law}${formatReference(citation)}`
	}));
}

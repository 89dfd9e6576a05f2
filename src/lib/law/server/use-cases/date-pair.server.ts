import { authorise } from '#lib/identity/server/use-cases/authorise.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { type Day, isDay } from '#lib/shared/time.ts';
import { type PairView, type SideView, pairVersions } from '../../domain/date-pair.ts';
import { describeValidity } from '../../domain/in-force.ts';
import type { KnownVersion } from '../../domain/succession.ts';
import * as currencyRepository from '../repository/currency.server.ts';

/**
 * The law of the act beside the law of the decision (从旧兼从轻).
 * @param dates as they stand in the address; anything but two real days in order gives no pair
 */
export async function readDatePair(
	ctx: Ctx,
	law: string,
	article: string | null,
	dates: { on: string | null; decided: string | null }
): Promise<PairView | null> {
	authorise(ctx, 'law.readLaws');
	const { on, decided } = dates;
	if (!on || !decided || !isDay(on) || !isDay(decided)) return null;
	const versions = await currencyRepository.selectLine(ctx.db, law);
	const pair = pairVersions(versions, law, { on, decided });
	if (!pair) return null;
	const then = { law, version: pair.act.version };
	const [act, decision] = await Promise.all([
		readSide(ctx, versions, then, article),
		// Another law counts its articles anew: its article of the same number is another one.
		readSide(ctx, versions, pair.decision, pair.decision.law === law ? article : null)
	]);
	return { on, decided, differ: pair.differ, act, decision };
}

async function readSide(
	{ db }: Ctx,
	versions: readonly KnownVersion[],
	{ law, version }: { law: string; version: Day | null },
	article: string | null
): Promise<SideView> {
	const title = versions.find((one) => one.law === law)?.title ?? law;
	const known = versions.find((one) => one.law === law && one.version === version);
	const nothing = { law, title, version, validity: null, heading: null, text: null, isOfficial: false };
	if (!known) return nothing;
	const validity = describeValidity(known);
	if (article === null) return { ...nothing, validity };
	const [[official], [gist]] = await Promise.all([
		currencyRepository.selectTexts(db, law, known.version, [article]),
		currencyRepository.selectGistsOf(db, law, known.version, [article])
	]);
	const text = official?.text ?? gist?.gist ?? null;
	return { ...nothing, validity, heading: gist?.heading ?? null, text, isOfficial: official !== undefined };
}

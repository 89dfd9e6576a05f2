import { shortTitle } from '#lib/law/domain/title-key.ts';
import { authorise } from '#lib/identity/server/use-cases/authorise.server.ts';
import { readCited } from '#lib/law/server/use-cases/citations.server.ts';
import type { CitedArticle, ResolvedCitation } from '#lib/law/domain/cited-article.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { articlePosition, formatReference } from '#lib/shared/citation.ts';
import { dayOf, isDay } from '#lib/shared/time.ts';
import { MAJOR_HAZARD, ORDERS } from '../../domain/stages.ts';
import type { Provision } from '../../domain/provision.ts';
import { type Breach, type ProvisionView, groupByFigures } from '../../domain/provision-view.ts';
import { penaltyReference, stageTable } from '../../domain/stage-table.ts';
import { validityOn } from '../../domain/validity.ts';
import * as repository from '../repository.server.ts';

const CRIMINAL_LAW = 'criminal-law';

/**
 * What an article threatens, stage by stage, and which provisions punish its breach.
 * @param on the day on which the act ended; null = today
 */
export async function readProvisionsOf(ctx: Ctx, lawId: string, article: string, on: string | null) {
	authorise(ctx, 'discretion.readProvisions');
	const day = on !== null && isDay(on) ? on : dayOf(ctx.now);
	const [penalties, breaching, frame] = await Promise.all([
		repository.selectProvisionsOf(ctx.db, lawId, article),
		repository.selectProvisionsBreaching(ctx.db, lawId, article),
		repository.selectFrame(ctx.db)
	]);
	const cited = await readCited(ctx, [...penalties, ...breaching].flatMap(articlesOf));
	const supersessions = frame?.supersessions ?? [];
	const crimes = new Map(frame?.criminalIndex.map((one) => [one.article, one.text]));
	const view = (row: Provision): ProvisionView => ({
		...{ id: row.id, violation: row.violation, notes: row.notes, subjects: row.subjects.join('、') },
		reference: penaltyReference(row.penalty),
		duties: row.duties.map((duty) => ({ ...describeDuty(duty, cited) })),
		stages: stageTable(row),
		order: ORDERS[row.orderToCorrect],
		majorHazard: MAJOR_HAZARD[row.majorHazard],
		crimes: row.criminal.map((one) => ({
			...{ law: CRIMINAL_LAW, article: one, label: formatReference({ article: one }), text: crimes.get(one) ?? '' }
		})),
		isVerified: row.verified,
		isScorable: row.scorable,
		validity: validityOn(row, day, supersessions)
	});
	return {
		penalties: groupByFigures(penalties.map(view)),
		breaches: breaching
			.sort(byArticle)
			.map((row) => describeBreach(row, cited, validityOn(row, day, supersessions).state))
	};
}
export type ProvisionsOfArticle = Awaited<ReturnType<typeof readProvisionsOf>>;

const placeOf = ({ penalty: { article, paragraph = 0, item = 0 } }: Provision) =>
	articlePosition(article) * 10_000 + paragraph * 100 + item;
const byArticle = (left: Provision, right: Provision) =>
	left.penalty.law.localeCompare(right.penalty.law) || placeOf(left) - placeOf(right);

type Place = { law: string; article: string | null; version: string | null };

function articlesOf({ duties, penalty }: Provision): ResolvedCitation[] {
	return [...duties, penalty].flatMap(({ law, article, version }: Place) =>
		article !== null && version !== null ? [{ law, article, version }] : []
	);
}

const find = (cited: readonly CitedArticle[], place: Place) =>
	cited.find((one) => one.law === place.law && one.article === place.article && one.version === place.version);

/** `law` null = the article is not among ours, so nothing can be linked. */
function describeDuty(duty: Provision['duties'][number], cited: readonly CitedArticle[]) {
	const { article, note = null } = duty;
	const known = find(cited, duty);
	if (article === null || !known)
		return { law: null, article: null, label: note ?? '条号未核', heading: null, note: null };
	const reference = formatReference({ ...duty, article });
	const label = `${shortTitle(known.lawTitle)}${reference}`;
	return { law: duty.law, article, label, heading: known.heading, note };
}

function describeBreach(
	{ id, violation, penalty, verified }: Provision,
	cited: readonly CitedArticle[],
	state: ProvisionView['validity']['state']
): Breach {
	const known = find(cited, penalty);
	const title = known ? shortTitle(known.lawTitle) : '';
	return {
		...{ id, violation, state, isVerified: verified },
		law: known ? penalty.law : null,
		article: penalty.article,
		label: title + penaltyReference(penalty)
	};
}

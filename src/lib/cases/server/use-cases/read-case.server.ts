import { mayRun } from '#lib/identity/domain/permissions.ts';
import { authorise } from '#lib/identity/server/use-cases/authorise.server.ts';
import { noteForCase } from '#lib/law/domain/basis.ts';
import { recallChangedBasis } from '#lib/law/server/use-cases/changed-basis.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import type { Area } from '#lib/shared/piece.ts';
import { ok, refuse } from '#lib/shared/result.ts';
import { clockOf, dayOf, formatDay, formatShortDay } from '#lib/shared/time.ts';
import { DECIDE, SOURCE_KINDS, readableBlocks } from '../../domain/case.ts';
import { readAfter } from '../after-reading.server.ts';
import { type KeptCase, readKept } from '../case-cache.server.ts';
import { readDecide, splitGiven } from '../decide-gate.server.ts';
import { type CaseRow, type Standing, selectStanding } from '../repository/reading.server.ts';
import { showBlocks } from '../show-blocks.server.ts';

/** A case as far as the reader has answered; visitors read on without answering and nothing is stored. */
export async function readCase(ctx: Ctx, id: string) {
	authorise(ctx, 'cases.readCases');
	const isReader = mayRun(ctx.actor, 'cases.answerCheckpoint');
	const standing = await selectStanding(ctx.db, id, isReader ? ctx.actor!.personId : null);
	const kept = standing && (await readKept(ctx, id, standing.version));
	if (!kept) return refuse('no-such-case', '没有这个案例，或者它还没有发布。');
	const { row } = kept;
	const { gates, answers, own } = splitGiven(standing.given);
	const [decide, changed] = await Promise.all([readDecide(ctx, kept, own), recallChangedBasis(ctx, 'case')]);
	const all = row.body.blocks;
	const shown = isReader ? readableBlocks(all, gates).length : all.length;
	const hidden = all.length - shown;
	const basis = changed.get(id);
	return ok({
		...{ study: toStudy(row), timeline: timelineOf(row, gates.has(DECIDE)) },
		...{
			blocks: showBlocks(kept, { answers, decide, mayDrill: mayRun(ctx.actor, 'drills.practise') }, 0, shown),
			hidden,
			isReader
		},
		place: placeOf(standing, shown),
		basisNote: basis ? noteForCase(basis, row.asOf) : null,
		after: hidden === 0 ? await readAfter(ctx, kept, { changed, passed: standing.passed }) : null
	});
}

/** What stands above the text. */
export function toStudy({ id, version, title, lead, polarity, industry, areas, asOf, body }: CaseRow) {
	const { difficulty, minutes, author, sources, internalReview, legalReview, parts } = body;
	const reviews = [
		...(internalReview ? [`内审 ${internalReview.by} ${formatDay(internalReview.on)}`] : []),
		...(legalReview ? [`法审 ${legalReview.by} ${formatDay(legalReview.on)}`] : [])
	];
	const redaction = parts?.redaction ? `隐去信息由${parts.redaction.by}于${formatDay(parts.redaction.on)}核对` : null;
	return {
		...{ id, version, title, lead, polarity, industry, areas: areas as Area[], asOf },
		...{ difficulty, minutes, author, reviews, sources, redaction, people: parts?.people ?? [] },
		sourceKind: SOURCE_KINDS[parts?.sourceKind ?? 'invented'],
		note: version > 1 ? (parts?.note ?? null) : null
	};
}

/** Lines that tell the result wait until the officer has decided. */
export function timelineOf({ body }: KeptCase['row'], isDecided: boolean) {
	const open = body.timeline.filter(({ fold }) => !fold || isDecided);
	return {
		entries: open.map(({ at, text }) => ({ at, text })),
		folded: body.timeline.length - open.length
	};
}

/** Where the reader was last, if that is still to be seen and further than the beginning. */
function placeOf({ place, version }: Standing, shown: number) {
	if (!place || place.version !== version || place.block < 2 || place.block >= shown) return null;
	const at = new Date(place.at);
	return { block: place.block, at: `${formatShortDay(dayOf(at))} ${clockOf(at)}` };
}

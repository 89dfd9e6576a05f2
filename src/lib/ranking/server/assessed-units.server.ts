import { mayRun, type UseCase } from '#lib/identity/domain/permissions.ts';
import { NotAllowed, authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import { readUnits } from '#lib/identity/server/use-cases/directory.server.ts';
import type { Ctx, SignedIn } from '#lib/platform/ctx.server.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { dayOf } from '#lib/shared/time.ts';
import { monthsOf } from '../domain/awards/award-cycle.ts';
import { type Assessment, type Input, assess } from '../domain/assessment/assess.ts';
import type { Closing } from '../domain/assessment/closing.ts';
import { type Entry, type Stood, standingOf } from '../domain/assessment/entry.ts';
import { type Records, platformFigures } from '../domain/assessment/platform-figures.ts';
import {
	type Part,
	type Period,
	type Scheme,
	VETO_FORMULA,
	indicatorsIn,
	isStated,
	partOf,
	schemeFor
} from '../domain/assessment/scheme.ts';
import { assessmentSchemes } from './schemes.server.ts';

export type AssessedUnit = Awaited<ReturnType<typeof readUnits>>[number];
type Unit = AssessedUnit;

const NO_PERIOD = refuse('no-such-period', '没有这一期考核。');

/** A period that has begun, with its scheme. */
export function knowPeriod(ctx: Ctx, period: string): Result<{ scheme: Scheme; part: Part }> {
	const scheme = schemeFor(assessmentSchemes(), period);
	if (!scheme || monthsOf(period)[0]! > dayOf(ctx.now).slice(0, 7)) return NO_PERIOD;
	return ok({ scheme, part: partOf(period) });
}

export interface Known {
	readonly me: SignedIn;
	readonly unit: Unit;
	readonly period: Period;
	readonly scheme: Scheme;
	readonly part: Part;
}
export interface Asked {
	readonly period: string;
	readonly unitId: string;
}

/** One unit in one period for whoever may do this there; of an unknown unit nobody may anything. */
export async function knowUnit(ctx: Ctx, useCase: UseCase, { period, unitId }: Asked): Promise<Result<Known>> {
	if (!ctx.actor) throw new NotAllowed(useCase, false);
	const unit = (await readUnits(ctx)).find(({ id }) => id === unitId);
	const me = authorisePerson(ctx, useCase, { unitPath: unit?.path ?? '-' });
	const known = knowPeriod(ctx, period);
	if (!known.ok) return known;
	if (!unit || !known.value.scheme.units.includes(unit.kind)) return NO_PERIOD;
	return ok({ me, unit, period, ...known.value });
}

/** The units that the reader may look at in a period; whoever may nowhere is not allowed in. */
export async function knowUnits(ctx: Ctx, kinds: readonly string[]): Promise<{ me: SignedIn; units: Unit[] }> {
	const { actor } = ctx;
	if (!actor) throw new NotAllowed('ranking.readAssessment', false);
	const all = await readUnits(ctx);
	const own = all.filter(({ path }) => mayRun(actor, 'ranking.readAssessment', { unitPath: path }));
	if (own.length === 0) throw new NotAllowed('ranking.readAssessment', true);
	return { me: { ...ctx, actor }, units: own.filter(({ kind }) => kinds.includes(kind)) };
}

/** A unit's period with what stands for each subject. */
export interface Card {
	readonly period: Period;
	readonly scheme: Scheme;
	readonly part: Part;
	readonly assessment: Assessment;
	/** By id of a reported indicator or a stated veto. */
	readonly stood: ReadonlyMap<string, Stood>;
	/** The closing that the assessment is of; null while the period is open. */
	readonly closing: Closing | null;
	/** The total as it would be today, where the period is closed and something has changed. */
	readonly live: number | null;
}

/** Assesses a unit by its entries of the year and what the platform has on record. */
export function makeCard(
	{ records, entries }: { readonly records: Records; readonly entries: readonly Entry[] },
	unitId: string,
	period: Period
): Card {
	const scheme = schemeFor(assessmentSchemes(), period)!;
	const part = partOf(period);
	const inputs = new Map<string, Input>();
	const stood = new Map<string, Stood>();
	const own = entries.filter((one) => one.unitId === unitId);
	for (const { id: subject, formula, figure, carries = false } of indicatorsIn(scheme, part)) {
		if (figure) {
			const figures = platformFigures(records, figure, { unitId, period });
			inputs.set(subject, figures ? { figures } : { missing: 'no-record' });
			continue;
		}
		const standing = standingOf(own, period, { subject, formula, carries });
		stood.set(subject, standing);
		inputs.set(subject, standing.input);
	}
	for (const { id: subject } of scheme.vetoes.filter(isStated)) {
		const standing = standingOf(own, period, { subject, formula: VETO_FORMULA, carries: false });
		stood.set(subject, standing);
		if (standing.newest) inputs.set(subject, standing.input);
	}
	return { period, scheme, part, assessment: assess(scheme, part, inputs), stood, closing: null, live: null };
}

/** A card as it was closed: the result and the entries that it rests on are those of that day, whatever came later. */
export function closedCard(card: Card, closing: Closing, entries: readonly Entry[]): Card {
	const { assessment, schemeVersion, counts } = closing;
	const byId = new Map(entries.map((one) => [one.id, one]));
	const stood = [...card.stood].map(([subject, one]): [string, Stood] => {
		const counted = counts[subject];
		return [subject, { ...one, counts: counted === undefined ? null : (byId.get(counted) ?? null) }];
	});
	const isSame = card.assessment.total === assessment.total && card.assessment.standing === assessment.standing;
	const scheme = assessmentSchemes().find(({ version }) => version === schemeVersion) ?? card.scheme;
	return { ...card, scheme, assessment, closing, stood: new Map(stood), live: isSame ? null : card.assessment.total };
}

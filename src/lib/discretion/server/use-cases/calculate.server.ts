import { authorise } from '#lib/identity/server/use-cases/authorise.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { dayOf } from '#lib/shared/time.ts';
import { limitOn } from '../../domain/calculator-limit.ts';
import type { CalculatorPage, Elsewhere, Offers, RuleCard } from '../../domain/calculator-page.ts';
import { placeLines, viewOf } from '../../domain/calculator-result.ts';
import { type Calculation, readCalculation, readPlace } from '../../domain/calculator-sheet.ts';
import { decide } from '../../domain/decide.ts';
import type { RuleBook } from '../../domain/decision.ts';
import type { DecisionInput } from '../../domain/decision-input.ts';
import { bureauBooks } from '../bureau-books.server.ts';
import { type ReadyBook, currentRuleBooks } from './current-rule-book.server.ts';

/** Reads the answers out of an address and decides. Nothing is stored: the address is the state. */
export async function calculate(ctx: Ctx, parameters: URLSearchParams): Promise<CalculatorPage> {
	authorise(ctx, 'discretion.calculate');
	return calculateOver(await bureauBooks(ctx), ctx.now, parameters);
}

/** The same over given books: nothing else is needed. */
export function calculateOver(
	books: ReadonlyMap<string, ReadyBook>,
	now: Date,
	parameters: URLSearchParams
): CalculatorPage {
	const places = [...books.keys()];
	const place = readPlace(parameters, places);
	const ready = books.get(place)!;
	const { book, finder } = ready;
	const { input, ...sheet } = readCalculation(parameters, { book, places, today: dayOf(now) });
	const { benchmark } = book;
	const { isTraced } = sheet;
	return {
		...sheet,
		benchmark: { title: benchmark.title, version: benchmark.version, isVerified: benchmark.verified },
		rules: input ? input.violations.map(({ candidates }) => candidates.map((id) => ruleCard(id, sheet, ready))) : [],
		result: input && viewOf(decide(input, book), { input, book, finder, isTraced }),
		elsewhere: input ? elsewhere(input, books, place) : []
	};
}

function ruleCard(id: string, { decidedOn }: Pick<Calculation, 'decidedOn'>, { book, finder }: ReadyBook): RuleCard {
	const rule = book.provisions.get(id)!;
	const { law, article } = rule.penalty;
	const { violation, notes, verified, scorable } = rule;
	return {
		...{ id, violation, law, article, notes, reference: finder.nameOf(id) },
		...{ isVerified: verified, isScorable: scorable, validity: limitOn(rule, decidedOn) }
	};
}

/** What the form offers at a place, whatever the case: sent once and not with every answer. */
export async function readOffers(ctx: Ctx, place: string | null): Promise<Offers> {
	authorise(ctx, 'discretion.calculate');
	const books = currentRuleBooks();
	const { book } = books.get(place ?? '') ?? books.values().next().value!;
	return {
		places: [...books].map(([key, one]) => ({ key, label: one.book.jurisdiction.title })),
		conditions: book.jurisdiction.noPenalty.conditions,
		factors: book.benchmark.factors.map(({ id, group, text, evidence }) => ({ id, group, text, evidence }))
	};
}

/** The same facts under the tables of every other place. */
function elsewhere(input: DecisionInput, books: ReadonlyMap<string, ReadyBook>, place: string): Elsewhere[] {
	return [...books]
		.filter(([key]) => key !== place)
		.map(([key, { book, finder }]) => {
			const { parties, refused } = decide({ ...withKnownFactors(input, book), jurisdiction: key }, book);
			return {
				...{ key, title: book.jurisdiction.title, refused: refused ? finder.readable(refused.text) : null },
				lines: placeLines({ parties })
			};
		});
}

/** Another place may not know every factor. */
function withKnownFactors(input: DecisionInput, { benchmark }: RuleBook): DecisionInput {
	const known = new Set(benchmark.factors.map(({ id }) => id));
	const violations = input.violations.map((violation) => ({
		...violation,
		parties: violation.parties.map((party) => ({ ...party, factors: party.factors.filter(({ id }) => known.has(id)) }))
	}));
	return { ...input, violations };
}

import { type Fen, fenOf, formatYuan } from '#lib/shared/money.ts';
import type { ActFacts } from '../decision-input.ts';
import { CASE_LEVELS, type CaseLevel } from '../practice-case.ts';
import type { Provision } from '../provision.ts';
import type { Subject } from '../subjects.ts';
import { calendarFor, decisionDay, inspectionDay } from './calendar.ts';
import type { CaseBook } from './case-book.ts';
import { type Cast, castFor } from './cast.ts';
import type { Dice } from './dice.ts';
import type { RulePhrases } from './phrases.ts';
import type { Calendar, Plan, PlannedParty, PlannedViolation } from './plan.ts';
import { plantClaims } from './plant-claims.ts';
import { type Part, RECIPES, type Recipe } from './recipes.ts';

/** Traps that claims can set, and how many of them a level wants. */
const CLAIM_TRAPS = [3, 7, 13, 16];
const WISHES: Readonly<Record<CaseLevel, number>> = { 1: 1, 2: 2, 3: 2, 4: 2, 5: 3 };

const RECIPES_OF = Object.fromEntries(
	CASE_LEVELS.map((level) => [level, RECIPES.filter(({ levels }) => levels.includes(level))])
) as unknown as Readonly<Record<CaseLevel, readonly Recipe[]>>;

export interface Planned {
	readonly plan: Plan;
	readonly cast: Cast;
	readonly recipe: Recipe;
}

interface Kitchen {
	readonly book: CaseBook;
	readonly dice: Dice;
	readonly recipe: Recipe;
	readonly cast: Cast;
	readonly wishes: ReadonlySet<number>;
}

/** Decides everything that is true of a case, before anything of it is told. */
export function makePlan(level: CaseLevel, book: CaseBook, dice: Dice): Planned {
	const recipe = dice.pick(RECIPES_OF[level]);
	const parts = recipe.parts(dice);
	const words = parts.map((part) => wordsFor(dice.pick(part.rules), book));
	const industries = words[0]!.industries.filter((one) => words.every((other) => other.industries.includes(one)));
	const cast = castFor(industries, book.phrases, dice);
	// A level with a trap of its own is not made harder by the claims at once.
	const count = level === 1 && recipe.traps.length > 0 ? 0 : WISHES[level];
	const wishes = new Set(dice.some(CLAIM_TRAPS, count));
	const kitchen: Kitchen = { book, dice, recipe, cast, wishes };
	const course =
		wishes.has(7) && parts[0]!.course === 'corrected' && isFree(parts[0]!, recipe) ? 'open' : parts[0]!.course;
	const inspected = inspectionDay(dice, recipe.law ?? null);
	const calendar = parts[0]!.accident ? { inspected, due: null, again: null } : calendarFor(inspected, course, dice);
	const violations = parts.map((part, at) =>
		planViolation(part, { id: `v${at + 1}`, words: words[at]!, calendar }, kitchen)
	);
	const traps = trapsOf(recipe, violations);
	const plan: Plan = { traps, decidedOn: decisionDay(calendar, dice), violations, refused: recipe.refused ?? null };
	return { plan, cast, recipe };
}

/** Whether nothing else in the recipe needs the correction. */
const isFree = (part: Part, { law }: Recipe) =>
	part.gate === undefined && part.facts === undefined && law === undefined;

function wordsFor(rule: string, { phrases }: CaseBook): RulePhrases {
	const words = phrases.rules.find(({ provision }) => provision === rule);
	if (!words) throw new Error(`no phrases for ${rule}`);
	return words;
}

interface Place {
	readonly id: string;
	readonly words: RulePhrases;
	readonly calendar: Calendar;
}

function planViolation(part: Part, { id, words, calendar }: Place, kitchen: Kitchen): PlannedViolation {
	const { book, cast } = kitchen;
	const rule = book.provisions.get(words.provision)!;
	const people = peopleOf(part, rule, kitchen);
	const without = [...(part.without ?? []), ...(words.without ?? [])];
	const shared = { stage: part.stage, traps: wishesFor(id, kitchen), without, must: part.must ?? [], calendar };
	const parties = people.map((person): PlannedParty => {
		const about = { subject: person.subject, who: person.name, words, rule };
		return { ...person, claims: plantClaims({ book, dice: kitchen.dice, ...about, ...shared }) };
	});
	const tells = part.tells ?? [];
	return {
		...{ id, words, rule, stage: part.stage, calendar, parties },
		candidates: [words.provision, ...(part.beside ?? [])],
		ended: endOf(part, calendar),
		facts: { ...factsOf(part, calendar), ...firstTime(parties), ...part.facts },
		gate: gateOf(part, words, book),
		extra: [...tells.map((name) => kitchen.dice.pick(book.phrases[name])), ...incomeSentence(part, kitchen)].map(
			(text) => text.replaceAll('{unit}', cast.unit)
		)
	};
}

/** What is no factor is put forward once a file, not once a violation. */
const wishesFor = (id: string, { wishes }: Kitchen): ReadonlySet<number> =>
	id === 'v1' ? wishes : new Set([...wishes].filter((trap) => trap === 3));

/** A list gate holds where the place has the row. */
function gateOf({ gate }: Part, { provision }: RulePhrases, { jurisdiction }: CaseBook): PlannedViolation['gate'] {
	if (gate !== 'N5' && gate !== 'N6') return gate ?? null;
	const { rows } = jurisdiction.noPenalty;
	return rows.some((row) => row.gate === gate && row.provision === provision) ? gate : null;
}

type Person = Omit<PlannedParty, 'claims'>;

function peopleOf({ people, accident }: Part, rule: Provision, { cast, dice }: Kitchen): Person[] {
	const unit: Person = { subject: '单位', name: cast.unit, role: null };
	if (people === 'none') return [unit];
	const subject: Subject = people === 'head-only' ? '主要负责人' : '直接责任人员';
	const { name, role } = cast.person(people === 'head-only');
	const annualIncome: Fen | undefined = accident ? fenOf(dice.number(12, 60) * 10_000) : undefined;
	const person: Person = { subject, name, role, annualIncome };
	if (people === 'head-only') return [person];
	if (!rule.subjects.includes(subject)) throw new Error(`${rule.id} means nobody responsible`);
	return [unit, person];
}

const endOf = ({ stage, accident }: Part, { inspected, due, again }: Calendar) => {
	if (accident) return inspected;
	return stage === 'first' && again?.state === 'corrected' ? due : null;
};

function factsOf({ course, income, accident }: Part, { inspected, due, again }: Calendar): Partial<ActFacts> {
	if (accident) return { discoveredOn: inspected, accidentLevel: accident };
	return {
		...{ discoveredOn: inspected, orderServedOn: inspected },
		...(due ? { correctionDueOn: due } : {}),
		...(again ? { reinspectedOn: again.day } : {}),
		correctedInTime: course === 'corrected' && again?.state === 'corrected',
		...(income === undefined ? {} : { illegalIncome: income ?? 0 })
	};
}

/** A proven first violation of the unit is a fact of the act as well. */
const firstTime = (parties: readonly PlannedParty[]): Partial<ActFacts> =>
	parties[0]!.claims.some(({ factor, counts }) => factor === 'm1' && counts)
		? { firstTime: isNobodyFined(parties) }
		: {};
const isNobodyFined = (parties: readonly PlannedParty[]) =>
	!parties.some(({ claims }) => claims.some(({ factor, counts }) => counts && (factor === 'a1' || factor === 'A3')));

function incomeSentence({ income }: Part, { book, dice, cast }: Kitchen): string[] {
	if (income === undefined) return [];
	if (income === null) return [dice.pick(book.phrases.noIncome)];
	const amount = `${formatYuan(income)}元`;
	return [dice.pick(book.phrases.income).replaceAll('{unit}', cast.unit).replaceAll('{income}', amount)];
}

/** The traps of the recipe, and those that the claims really set. */
function trapsOf({ traps }: Recipe, violations: readonly PlannedViolation[]): number[] {
	const claims = violations.flatMap(({ parties }) => parties.flatMap((one) => one.claims));
	const set = new Set(traps);
	for (const { trap } of claims) if (trap !== null) set.add(trap);
	return [...set].sort((left, right) => left - right);
}

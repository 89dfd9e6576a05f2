import { type Fen, fenOf } from '#lib/shared/money.ts';
import type { ActFacts } from '../decision-input.ts';
import type { CaseLevel } from '../practice-case.ts';
import type { AccidentLevel, Stage } from '../stages.ts';
import type { Course } from './calendar.ts';
import type { Dice } from './dice.ts';

/** One violation of a recipe: which rules it may be about, and what is true of it. */
export interface Part {
	/** Ids of provisions to choose one from; the words for it must exist. */
	readonly rules: readonly string[];
	/** Further rules that the same act breaks and that give way. */
	readonly beside?: readonly string[];
	readonly stage: Stage;
	readonly course: Course;
	/** Which persons stand beside the unit, or alone. */
	readonly people: 'none' | 'responsible' | 'head-only';
	readonly gate?: 'N5' | 'N6' | 'F1';
	readonly facts?: Partial<ActFacts>;
	/** Sentences that the story needs, by the name of their phrases. */
	readonly tells?: readonly ('lists' | 'minor' | 'slight' | 'suspicion' | 'notInspected')[];
	/** Factors that the facts exclude. */
	readonly without?: readonly string[];
	/** Factors that the unit's claims must prove. */
	readonly must?: readonly string[];
	readonly income?: Fen | null;
	readonly accident?: AccidentLevel;
}

export interface Recipe {
	readonly name: string;
	readonly levels: readonly CaseLevel[];
	readonly traps: readonly number[];
	/** Before or after the change of the hazardous chemicals law; left out = does not matter. */
	readonly law?: 'old' | 'new';
	readonly refused?: string;
	readonly parts: (dice: Dice) => readonly Part[];
}

const PLAIN = [
	...['awsf-97-1-7-special-operators-uncertified', 'awsf-97-1-3-training-or-informing'],
	...['awsf-97-1-4-training-records', 'awsf-99-1-1-warning-signs', 'awsf-99-1-3-equipment-maintenance'],
	...['awsf-99-1-5-ppe', 'awsf-101-1-3-dangerous-work-no-supervisor', 'awsf-101-1-4-risk-grading']
];
const WITH_MINIMUM = ['awsf-109-no-liability-insurance', 'xkz-20-expired'];
const ORDER_FIRST = ['awsf-108-obstruct-inspection', 'yjtl-32-plan-not-filed', 'yjtl-32-no-duty-system'];
/** Persons are fined from the second stage on. */
const LATER_DUAL = [
	...['awsf-97-1-1-safety-org-staffing', 'awsf-97-1-3-training-or-informing', 'awsf-101-1-4-risk-grading'],
	...['awsf-99-1-3-equipment-maintenance', 'awsf-97-1-7-special-operators-uncertified']
];
/** Persons are fined at once. */
const EARLY_DUAL = [
	...['awsf-98-1-4-in-use-before-acceptance', 'awsf-105-1-2-exits-blocked', 'awsf-103-2-no-agreement-or-coordination']
];
/** Pairs of rules whose duties are different articles, so that two acts are two. */
const PAIRS = [
	['awsf-101-1-3-dangerous-work-no-supervisor', 'awsf-97-1-3-training-or-informing'],
	['awsf-99-1-1-warning-signs', 'awsf-101-1-4-risk-grading'],
	['awsf-97-1-7-special-operators-uncertified', 'awsf-99-1-3-equipment-maintenance'],
	['awsf-99-1-5-ppe', 'awsf-97-1-4-training-records']
] as const;
const CONDITIONS = {
	noSeriousAccidentIn3Years: true,
	notOnDishonestyList: true,
	notHighRiskUnit: true,
	noMajorHazard: true
};
const UNFIT = ['a1', 'A3', 'a5', 'a3', 'a2', 'a4', 'A1', 'm3'];

const firstCourse = (dice: Dice): Course => dice.pick(['corrected', 'open']);
const part = (rules: readonly string[], more: Partial<Part> = {}): Part => ({
	...{ rules, stage: 'first', course: 'open', people: 'none' },
	...more
});

const incomes = (dice: Dice): Fen | null =>
	dice.pick([100_000, 99_000, 160_000, 240_000, 36_000, null].map((yuan) => (yuan === null ? null : fenOf(yuan))));

const plain = (rules: readonly string[]) => (dice: Dice) => [part(rules, { course: firstCourse(dice) })];

/** What cases are about; each says what is true before a word of the story is written. */
export const RECIPES: readonly Recipe[] = [
	{ name: 'plain', levels: [1, 2], traps: [], parts: plain(PLAIN) },
	{ name: 'minimum', levels: [1, 2, 3], traps: [], parts: plain(WITH_MINIMUM) },
	{
		...{ name: 'order first', levels: [1, 2], traps: [5] },
		parts: () => [part(ORDER_FIRST, { gate: 'F1' })]
	},
	{
		...{ name: 'minor', levels: [1, 2], traps: [4] },
		parts: () => [
			part(['awsf-97-1-5-hazard-records-or-notice'], {
				...{ gate: 'N5', course: 'corrected', tells: ['lists', 'minor'], without: UNFIT },
				facts: { minor: true, noHarm: true, listRowMet: true, listConditions: CONDITIONS }
			})
		]
	},
	{
		...{ name: 'first and slight', levels: [2, 3], traps: [15] },
		parts: () => [
			part(['awsf-97-1-6-no-plan-or-drill'], {
				...{ gate: 'N6', course: 'corrected', tells: ['lists', 'slight'], without: UNFIT, must: ['m1'] },
				facts: { firstTime: true, slightHarm: true, listRowMet: true, listConditions: CONDITIONS }
			})
		]
	},
	{
		...{ name: 'first alone', levels: [1, 2], traps: [15] },
		parts: () => [part(PLAIN, { course: 'corrected', facts: { firstTime: true }, must: ['m1'], without: ['a1', 'A3'] })]
	},
	{
		...{ name: 'nobody went back', levels: [2, 3, 4], traps: [6] },
		parts: (dice) => {
			const people = dice.pick(['none', 'responsible'] as const);
			return [part(LATER_DUAL, { people, tells: ['notInspected'] })];
		}
	},
	{
		...{ name: 'overdue', levels: [3, 4], traps: [8] },
		parts: () => [part(LATER_DUAL, { stage: 'overdue', course: 'same', people: 'responsible' })]
	},
	{
		...{ name: 'too early for persons', levels: [3, 4], traps: [8] },
		parts: (dice) => [part(LATER_DUAL, { course: firstCourse(dice), people: 'responsible' })]
	},
	{
		...{ name: 'persons at once', levels: [3, 4], traps: [8] },
		parts: (dice) => [part(EARLY_DUAL, { course: firstCourse(dice), people: 'responsible' })]
	},
	{
		...{ name: 'income', levels: [2, 3, 4], traps: [10] },
		parts: (dice) => [
			part(['awsf-103-1-contract-to-unqualified'], {
				...{ course: firstCourse(dice), income: incomes(dice), people: dice.pick(['none', 'responsible'] as const) }
			})
		]
	},
	{
		...{ name: 'fixed', levels: [3, 4], traps: [11] },
		parts: (dice) => [
			part(['awsf-95-principal-accident'], {
				...{ stage: 'accident', people: 'head-only', accident: dice.pick(['一般', '较大'] as const) }
			})
		]
	},
	{
		...{ name: 'old law', levels: [3, 4], traps: [12], law: 'old' },
		parts: () => [part(['whp-80-1-5-storage-method-quantity'], { course: 'corrected' })]
	},
	{
		...{ name: 'new law', levels: [3, 4], traps: [12], law: 'new', refused: 'superseded' },
		parts: () => [part(['whp-80-1-5-storage-method-quantity'])]
	},
	{
		...{ name: 'one act, two rules', levels: [4, 5], traps: [12], law: 'old' },
		parts: () => [
			part(['whp-80-1-2-facilities-missing-or-unmaintained'], {
				...{ beside: ['awsf-99-1-3-equipment-maintenance'], course: 'corrected' }
			})
		]
	},
	{
		...{ name: 'defied', levels: [3, 4, 5], traps: [19] },
		parts: () => [
			part(['awsf-102-hazard-not-eliminated'], { stage: 'refused', course: 'defied', people: 'responsible' })
		]
	},
	{
		...{ name: 'crime', levels: [4, 5], traps: [20], refused: 'crime-first' },
		parts: () => [part(['awsf-99-1-4-disable-or-falsify'], { facts: { crimeSuspected: true }, tells: ['suspicion'] })]
	},
	{
		...{ name: 'two violations', levels: [4, 5], traps: [17] },
		parts: (dice) => {
			const course = firstCourse(dice);
			return dice.pick(PAIRS).map((rule) => part([rule], { course }));
		}
	},
	{
		...{ name: 'two, overdue, with people', levels: [5], traps: [17, 8] },
		parts: (dice) =>
			dice.pick(PAIRS).map((rule) => part([rule], { stage: 'overdue', course: 'same', people: 'responsible' }))
	},
	{
		...{ name: 'two, income and exits', levels: [5], traps: [17, 10, 8] },
		parts: (dice) => {
			const course = firstCourse(dice);
			return [
				part(['awsf-103-1-contract-to-unqualified'], { course, income: incomes(dice), people: 'responsible' }),
				part(['awsf-105-1-2-exits-blocked'], { course, people: 'responsible' })
			];
		}
	}
];

import { STAGES } from './stages.ts';

/** One act under one or several rules; a second and third act are decided beside it and their fines added. */
export const ACTS = ['', '2.', '3.'] as const;
export type ActPrefix = (typeof ACTS)[number];

/** One act may fall under this many rules. */
export const MOST_RULES = 4;

/**
 * The names of the calculator's answers in an address. The address is the state (decision 0019).
 *
 * | name                                   | of    | answer                                                       |
 * | -------------------------------------- | ----- | ------------------------------------------------------------ |
 * | `place` `decided`                      | all   | jurisdiction, day of the decision                            |
 * | `rule` (several)                       | act   | provision ids                                                |
 * | `stage` `ended` `ongoing` `found`      | act   | stage, last day, still going on, day of discovery            |
 * | `harm` `unproven` `crime`              | act   | five years, facts not proven, criminal side                  |
 * | `income` `level`                       | act   | illegal income, level of the accident                        |
 * | `minor` `corrected` `noharm` `first` `slight` `row` `c-…` | act | no-penalty lists                            |
 * | `fine` `order` `again`                 | act   | daily fine: original fine, order served, re-inspected        |
 * | `who-<stage>` (several)                | act   | codes of parties                                             |
 * | `<code>.<factor>` `<code>.<factor>.e`  | act   | factor claimed, its evidence                                 |
 * | `<code>.nofault`                       | act   | the party has proven that there was no fault                 |
 * | `<code>.name` `.age` `.mind` `.income` | party | name, age, incapacity, last year's income                    |
 * | `why`                                  | page  | show every step with its article                             |
 * | `q` `law` `pick`                       | page  | looking for a provision, and for which act                   |
 *
 * Names of a second and third act begin with `2.` and `3.`.
 */
export const CONDITIONS = {
	noSeriousAccidentIn3Years: 'c-accident',
	notOnDishonestyList: 'c-dishonest',
	notHighRiskUnit: 'c-risk',
	noMajorHazard: 'c-hazard'
} as const;

const ACT_WORDS = [
	...['rule', 'stage', 'ended', 'ongoing', 'found', 'harm', 'unproven', 'crime', 'income', 'level', 'minor'],
	...['corrected', 'noharm', 'first', 'slight', 'row', 'fine', 'order', 'again', ...Object.values(CONDITIONS)],
	...[...Object.keys(STAGES), 'daily'].map((stage) => `who-${stage}`)
];
const PARTY = String.raw`[a-z][2-9]?\.(?:name|age|mind|income|nofault|[MmaA]\d{1,2}(?:\.e)?)`;
const KNOWN = new RegExp(`^(?:place|decided|why|q|law|pick|(?:[23]\\.)?(?:${ACT_WORDS.join('|')}|${PARTY}))$`);

/** Whether a name of an address means something to the calculator. */
export const isKnownName = (name: string) => KNOWN.test(name);

/** For which act a provision is looked for, `?pick=2`; null = for none. */
export function pickedAct(parameters: URLSearchParams): ActPrefix | null {
	return ({ '1': '', '2': '2.', '3': '3.' } as const)[parameters.get('pick') ?? ''] ?? null;
}

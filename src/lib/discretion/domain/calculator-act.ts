import { type Day, daysBetween } from '#lib/shared/time.ts';
import type { AddressReader } from './calculator-reader.ts';
import { type ActPrefix, CONDITIONS } from './calculator-address.ts';
import { type PartySheet, readParties } from './calculator-party.ts';
import { dailyRule } from './decide-daily.ts';
import type { RuleBook } from './decision.ts';
import type { ActFacts, ViolationInput } from './decision-input.ts';
import { LIST_CONDITIONS } from './jurisdiction.ts';
import type { Provision } from './provision.ts';
import {
	ACCIDENT_LEVELS,
	type AccidentLevel,
	DECISION_STAGES,
	STAGES,
	type DecisionStage,
	type Stage,
	stageOf
} from './stages.ts';
import { meets } from './subjects.ts';

export interface StageChoice {
	readonly key: DecisionStage;
	readonly label: string;
	readonly trigger: string;
}

/** What is asked about one act: a question that does not matter for these rules and this stage is null, or false. */
export interface ActSheet {
	readonly prefix: ActPrefix;
	readonly label: string;
	readonly stages: readonly StageChoice[];
	readonly stage: DecisionStage;
	readonly isOngoing: boolean;
	/** Five years instead of two only matter where more than two have passed. */
	readonly asksHarm: boolean;
	readonly asksCrime: boolean;
	readonly asksIncome: boolean;
	readonly asksLevel: boolean;
	readonly asksDaily: boolean;
	/** Conditions of the rows of no-penalty lists; empty = this place has none for these rules at this stage. */
	readonly listRows: readonly string[];
	readonly parties: readonly PartySheet[];
}

/** The stages that these rules have, with what must be proven; the daily fine where the law has one for the unit. */
export function stageChoices(rules: readonly Provision[], book: RuleBook): StageChoice[] {
	const daily = dailyRule(rules, book);
	const own = (Object.keys(STAGES) as Stage[]).flatMap((key): StageChoice[] => {
		const rule = rules.find((one) => one.stages[key] && one !== daily);
		return rule ? [{ key, label: STAGES[key], trigger: rule.stages[key]!.trigger }] : [];
	});
	// Without a fine on a unit there is nothing to go on with day by day.
	const finesUnit = rules.some(({ stages }) => stages.first?.fines.some(({ subject }) => meets(subject, '单位')));
	if (!daily || !(finesUnit || rules.includes(daily))) return own;
	return [...own, { key: 'daily', label: DECISION_STAGES.daily, trigger: daily.stages.refused!.trigger }];
}

interface Setting {
	readonly book: RuleBook;
	readonly decidedOn: Day;
	readonly label: string;
}

/** Reads what the address says about one act: what to show as its form, and what the engine gets. */
export function readAct(
	reader: AddressReader,
	prefix: ActPrefix,
	{ rules, book, decidedOn, label }: Setting & { rules: readonly Provision[] }
): { sheet: ActSheet; violation: ViolationInput } {
	const stages = stageChoices(rules, book);
	const keys = stages.map(({ key }) => key);
	const stage = keys.length > 0 ? reader.choice(`${prefix}stage`, keys) : 'first';
	const isOngoing = reader.flag(`${prefix}ongoing`);
	const ended = isOngoing ? undefined : reader.day(`${prefix}ended`);
	const asked = questionsOf(rules, stage, book);
	const discovered = reader.day(`${prefix}found`);
	const asksHarm = ended !== undefined && discovered !== undefined && daysBetween(ended, discovered) > USUAL_DAYS;
	const facts = readFacts(reader, prefix, { ...asked, asksHarm });
	const { parties, sheets } = readParties(reader, prefix, { rules, stage, book });
	const violation: ViolationInput = {
		// Nobody said when it ended: the day of the decision stands in, and the page says so.
		...{ id: label, actEndedOn: isOngoing ? null : (ended ?? decidedOn), candidates: rules.map(({ id }) => id), stage },
		...{ facts: { ...facts, discoveredOn: discovered }, parties }
	};
	return { violation, sheet: { ...asked, prefix, label, stages, stage, isOngoing, asksHarm, parties: sheets } };
}

/** Two years in days, at the least. */
const USUAL_DAYS = 730;

type Questions = Pick<ActSheet, 'asksCrime' | 'asksIncome' | 'asksLevel' | 'asksDaily' | 'listRows'>;

function questionsOf(rules: readonly Provision[], stage: DecisionStage, { jurisdiction }: RuleBook): Questions {
	const ids = new Set(rules.map(({ id }) => id));
	const isDaily = stage === 'daily';
	const parts = isDaily ? [] : rules.flatMap((rule) => rule.stages[stageOf(stage)] ?? []);
	const fines = parts.flatMap((part) => part.fines);
	const sanctions = parts.flatMap((part) => part.sanctions);
	const dependsOnIncome = fines.some(
		({ kind, when }) =>
			kind === 'multiple_illegal_income' ||
			when?.illegalIncomeFrom !== undefined ||
			when?.illegalIncomeBelow !== undefined
	);
	const byLevel = fines.some(({ kind }) => kind === 'range_by_accident_level' || kind === 'fixed_pct_annual_income');
	const rows = stage === 'first' ? jurisdiction.noPenalty.rows.filter(({ provision }) => ids.has(provision)) : [];
	return {
		asksCrime: rules.some(({ criminal }) => criminal.length > 0),
		asksIncome: dependsOnIncome || sanctions.some(({ code }) => code === 'confiscate_income'),
		asksLevel: byLevel,
		asksDaily: isDaily,
		listRows: rows.map(({ gate, condition }) => `${gate === 'N5' ? '轻微不罚清单' : '首违不罚清单'}：${condition}`)
	};
}

/** The first answer is the one before anybody answers. */
export const CRIME_ANSWERS = ['no', 'suspected', 'returned'] as const;
const LEVELS = ['', ...ACCIDENT_LEVELS] as const;

function readFacts(reader: AddressReader, prefix: ActPrefix, asked: Questions & { asksHarm: boolean }): ActFacts {
	const crime = asked.asksCrime ? reader.choice(`${prefix}crime`, CRIME_ANSWERS) : 'no';
	const level = asked.asksLevel ? reader.choice<AccidentLevel | ''>(`${prefix}level`, LEVELS) : '';
	return {
		proven: !reader.flag(`${prefix}unproven`),
		lifeHealthHarm: asked.asksHarm && reader.flag(`${prefix}harm`),
		...{ crimeSuspected: crime !== 'no', crimeReturned: crime === 'returned' },
		...readListFacts(reader, prefix, asked.listRows.length > 0),
		illegalIncome: asked.asksIncome ? reader.amount(`${prefix}income`) : undefined,
		accidentLevel: level === '' ? undefined : level,
		originalFine: asked.asksDaily ? reader.amount(`${prefix}fine`) : undefined,
		orderServedOn: asked.asksDaily ? reader.day(`${prefix}order`) : undefined,
		reinspectedOn: asked.asksDaily ? reader.day(`${prefix}again`) : undefined
	};
}

type ListFacts = Pick<
	ActFacts,
	'minor' | 'correctedInTime' | 'noHarm' | 'firstTime' | 'slightHarm' | 'listRowMet' | 'listConditions'
>;

function readListFacts(reader: AddressReader, prefix: ActPrefix, isAsked: boolean): ListFacts {
	const holds = (name: string) => isAsked && reader.flag(prefix + name);
	return {
		...{ minor: holds('minor'), correctedInTime: holds('corrected'), noHarm: holds('noharm') },
		...{ firstTime: holds('first'), slightHarm: holds('slight'), listRowMet: holds('row') },
		listConditions: Object.fromEntries(
			LIST_CONDITIONS.map((id) => [id, holds(CONDITIONS[id])])
		) as ActFacts['listConditions']
	};
}

import { type DecisionStage, stageOf } from './stages.ts';
import type { Factor } from './benchmark.ts';
import { type PartyChoice, isForKind, isPartyCode, partyChoices, usualParties } from './calculator-parties.ts';
import type { AddressReader } from './calculator-reader.ts';
import type { ActPrefix } from './calculator-address.ts';
import type { RuleBook } from './decision.ts';
import type { PartyInput } from './decision-input.ts';
import type { Fine } from './fine.ts';
import type { Provision } from './provision.ts';
import { SUBJECTS, meets } from './subjects.ts';
import { weighFactors } from './weigh-factors.ts';

/** One party of an act in the form; the questions only where it is ticked. */
export interface PartySheet extends PartyChoice {
	readonly isChosen: boolean;
	/** As the result calls it. */
	readonly title: string;
	readonly isPerson: boolean;
	readonly asksIncome: boolean;
	/** Whether factors can be claimed at all: not where there is no fine or a fixed one. */
	readonly isWeighed: boolean;
	/** Factors that cannot count here, with the reason. */
	readonly excluded: readonly { readonly ids: readonly string[]; readonly why: string }[];
	/** Claimed factors that do not count, by id. */
	readonly rejected: Readonly<Record<string, string>>;
}

interface Setting {
	readonly rules: readonly Provision[];
	readonly stage: DecisionStage;
	readonly book: RuleBook;
}

const ORDINALS = ['', '', '（二）', '（三）'];

/** Reads who is a party of the act and what is claimed for each. */
export function readParties(
	reader: AddressReader,
	prefix: ActPrefix,
	setting: Setting
): { parties: PartyInput[]; sheets: PartySheet[] } {
	const { rules, stage } = setting;
	const name = `${prefix}who-${stage}`;
	const given = reader.list(name, (code) => isPartyCode(rules, stage, code));
	const chosen = given.known.length > 0 ? given.known : usualParties(rules, stage);
	const titles = new Set<string>();
	const parties: PartyInput[] = [];
	const sheets = partyChoices(rules, stage, chosen).map((choice): PartySheet => {
		const isChosen = chosen.includes(choice.code);
		if (!isChosen) return { ...choice, ...UNASKED, title: choice.subject + ORDINALS[choice.number]! };
		const { sheet, party } = readParty(reader, { prefix, choice, titles }, setting);
		parties.push(party);
		return sheet;
	});
	return { parties, sheets };
}

const UNASKED = {
	isChosen: false,
	isPerson: false,
	asksIncome: false,
	isWeighed: false,
	excluded: [],
	rejected: {}
} as const;

interface Place {
	readonly prefix: ActPrefix;
	readonly choice: PartyChoice;
	/** Names already given; two parties never share one. */
	readonly titles: Set<string>;
}

function readParty(reader: AddressReader, { prefix, choice, titles }: Place, setting: Setting) {
	const { code, subject, number } = choice;
	const typed = reader.line(`${code}.name`);
	const wanted = typed || subject + ORDINALS[number]!;
	const title = titles.has(wanted) ? `${wanted}（${subject}${number > 1 ? number : ''}）` : wanted;
	titles.add(title);
	const fines = finesOn(choice, setting);
	const isPerson = SUBJECTS[subject] === 'person';
	const asksIncome = fines.some(({ kind }) => kind === 'pct_annual_income' || kind === 'fixed_pct_annual_income');
	const isWeighed = fines.some(
		({ kind }) => kind !== 'fixed_pct_annual_income' && kind !== 'daily_multiple_of_original_fine'
	);
	const { open, excluded } = isWeighed ? sortFactors(isPerson, setting) : { open: [], excluded: [] };
	const claims = open.flatMap(({ id }) => readClaim(reader, `${prefix}${code}.${id}`, id));
	const party: PartyInput = {
		...{ party: subject, ...(title !== subject && { label: title }), factors: claims },
		facts: {
			age: isPerson ? reader.count(`${code}.age`, 150) : undefined,
			mentalIncapacity: isPerson && reader.flag(`${code}.mind`),
			noFaultProven: reader.flag(`${prefix}${code}.nofault`),
			annualIncome: asksIncome ? reader.amount(`${code}.income`) : undefined
		}
	};
	const sheet: PartySheet = {
		...{ ...choice, isChosen: true, title, isPerson, asksIncome, isWeighed, excluded },
		rejected: claims.length > 0 ? rejectedOf(party, setting) : {}
	};
	return { sheet, party };
}

function finesOn({ subject }: PartyChoice, { rules, stage }: Setting): Fine[] {
	if (stage === 'daily') return [];
	const fines = rules.flatMap((rule) => rule.stages[stage]?.fines ?? []);
	return fines.filter((fine) => meets(fine.subject, subject));
}

/** The tick claims; evidence without it waits at its field. */
function readClaim(reader: AddressReader, name: string, id: string): PartyInput['factors'][number][] {
	const isTicked = reader.flag(name);
	const evidence = reader.line(`${name}.e`);
	if (!isTicked) return [];
	return [
		{
			id,
			evidence: evidence
				.split(/[、；;]/)
				.map((one) => one.trim())
				.filter((one) => one !== '')
		}
	];
}

/** What can be claimed at this stage of these rules; what never can, once per reason. */
function sortFactors(isPerson: boolean, { rules, stage, book: { benchmark } }: Setting) {
	const open: Factor[] = [];
	const excluded = new Map<string, string[]>();
	for (const factor of benchmark.factors) {
		if (!isForKind(factor.id, isPerson)) continue;
		const why = whyNever(factor, rules, stage);
		if (why === null) open.push(factor);
		else excluded.set(why, [...(excluded.get(why) ?? []), factor.id]);
	}
	return { open, excluded: [...excluded].map(([why, ids]) => ({ why, ids })) };
}

function whyNever({ id, never }: Factor, rules: readonly Provision[], stage: DecisionStage): string | null {
	if (never.includes(stageOf(stage))) return '与这一阶段的要件矛盾或重复';
	// Under several rules the engine judges by the one that it chooses.
	const elements = rules.length === 1 ? rules[0]!.elements : null;
	return elements?.factors.includes(id) ? `构成要件：${elements.reason}` : null;
}

function rejectedOf(party: PartyInput, { rules, stage, book }: Setting): Record<string, string> {
	const { list } = weighFactors(party, { rule: rules[0]!, stage, book });
	return Object.fromEntries(list.flatMap(({ factor, rejected }) => (rejected === null ? [] : [[factor.id, rejected]])));
}

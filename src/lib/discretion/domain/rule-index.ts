import { formatReference } from '#lib/shared/citation.ts';
import type { Factor } from './benchmark.ts';
import { type CrimeText, crimeText } from './crime-text.ts';
import type { RuleBook } from './decision.ts';
import type { LocalRange, NoPenaltyRow, TierOverride } from './jurisdiction.ts';
import type { Provision } from './provision.ts';
import { penaltyReference } from './stage-table.ts';

/** What of one provision is the same in every decision. */
export interface RuleTexts {
	/** `安全生产法第九十七条第一款第（三）项`. */
	readonly source: string;
	/** The duties breached, with their laws. */
	readonly duties: string;
	readonly crimes: CrimeText;
}

/** Look-ups into a rule book: made once a book, so that a decision searches no list and spells no article. */
export interface RuleIndex {
	readonly factors: ReadonlyMap<string, Factor>;
	/** Of each law its rule of the daily fine. */
	readonly dailyOf: ReadonlyMap<string, Provision>;
	readonly ranges: ReadonlyMap<string, LocalRange>;
	readonly overrides: ReadonlyMap<string, TierOverride>;
	readonly listRows: ReadonlyMap<string, NoPenaltyRow>;
	readonly benchmarkSource: string;
	textsOf(rule: Provision): RuleTexts;
}

const made = new WeakMap<RuleBook, RuleIndex>();

/** The index of a rule book; books are immutable, so each has one. */
export function indexOf(book: RuleBook): RuleIndex {
	let index = made.get(book);
	if (!index) made.set(book, (index = build(book)));
	return index;
}

/** One fine of one provision, as a place names it. */
export const placeKey = (provision: string, stage: string, subject: string) => `${provision}/${stage}/${subject}`;
export const rowKey = (gate: string, provision: string) => `${gate}/${provision}`;

/** Whether a rule is the daily fine: the original fine for each day of refusal. */
export const isDaily = (rule: Provision) =>
	rule.stages.refused?.fines.some(({ kind }) => kind === 'daily_multiple_of_original_fine') ?? false;

function build({ provisions, benchmark, jurisdiction, frame }: RuleBook): RuleIndex {
	const texts = new Map<Provision, RuleTexts>();
	const titleOf = (law: string) => frame.laws[law] ?? '';
	const write = (rule: Provision): RuleTexts => ({
		source: titleOf(rule.penalty.law) + penaltyReference(rule.penalty),
		duties: rule.duties.map((duty) => titleOf(duty.law) + dutyText(duty)).join('、'),
		crimes: crimeText(rule.criminal, frame)
	});
	const byPlace = <T extends { provision: string; stage: string; subject: string }>(list: readonly T[]) =>
		new Map(list.map((one) => [placeKey(one.provision, one.stage, one.subject), one]));
	return {
		factors: new Map(benchmark.factors.map((one) => [one.id, one])),
		dailyOf: new Map([...provisions.values()].filter(isDaily).map((one) => [one.penalty.law, one])),
		ranges: byPlace(jurisdiction.ranges),
		overrides: byPlace(jurisdiction.overrides),
		listRows: new Map(jurisdiction.noPenalty.rows.map((one) => [rowKey(one.gate, one.provision), one])),
		benchmarkSource: `${benchmark.id} 第${benchmark.version}版`,
		textsOf(rule) {
			let found = texts.get(rule);
			if (!found) texts.set(rule, (found = write(rule)));
			return found;
		}
	};
}

const dutyText = ({ article, paragraph, item, note }: Provision['duties'][number]) =>
	article === null ? (note ?? '条号未核') : formatReference({ article, paragraph, item });

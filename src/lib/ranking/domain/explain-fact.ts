import { type Fact, type NewEntry, type Source, homeOf, isLate } from './entry.ts';
import { type Component, type PieceComponent, type Rule, componentsFor, isOfPieces } from './rule.ts';
import { countedMark, countsFor } from './tally.ts';

/** What a fact counts as: by component, and whether it helped or was lost. */
export interface Explained {
	/** Where it counts, in words for a label: 计入首答. */
	readonly counts: readonly string[];
	readonly why: string;
}

/** What a fact counts as under the rule, and why. */
export function explainFact(fact: Fact, source: Source, rule: Rule): Explained {
	const components = componentsFor(rule, source);
	if (components.length === 0) return { counts: [], why: '本期规则未计分' };
	const told = components.map((component) => explainFor(fact, component));
	return {
		counts: told.flatMap(({ counts }) => counts),
		why: told
			.map(({ why }) => why)
			.filter((why) => why !== '')
			.join('；')
	};
}

function explainFor(fact: Fact, component: Component): Explained {
	if (isOfPieces(component)) return explainPiece(fact, component);
	const { daysSinceLast, daysSinceFirstSuccess, mark } = fact;
	const counts = countsFor(component, fact);
	if (component.measure === 'first-tries') {
		if (daysSinceLast === null) return { counts: [`计入${component.short}`], why: '第一次作答，计入首答' };
		return counts
			? { counts: [`计入${component.short}`], why: `距上次作答 ${daysSinceLast} 天，计入首答` }
			: { counts: [], why: `距上次作答仅 ${daysSinceLast} 天，不计首答` };
	}
	if (!counts) return { counts: [], why: '' };
	const past = `第一次全对已过 ${daysSinceFirstSuccess} 天`;
	return mark === 100
		? { counts: [`计入${component.short}`], why: `${past}，仍然全对，计入保持` }
		: { counts: ['未保持住'], why: `${past}，这次没有全对，保持率下降` };
}

function explainPiece(fact: Fact, component: PieceComponent): Explained {
	const counted = countedMark(component, fact);
	const best = component.most === 1 ? `一${component.unit}就满` : `取最好的 ${component.most} ${component.unit}平均`;
	const eased = counted < fact.mark ? `${fact.level} 级最高按 ${counted} 分计；` : '';
	return { counts: [`计入${component.short}`], why: `${eased}${best}` };
}

/** What a correction does, in words; null = it is none. */
export function explainCorrection(entry: Pick<NewEntry, 'day' | 'replaces'>): string | null {
	if (!entry.replaces) return null;
	return isLate(entry)
		? `更正：一份成绩只计一次，原记录在 ${homeOf(entry.replaces)}，那个月已经公布，名次不变；更正写在那个月的榜单下面，不计入本月`
		: '更正：代替原来的成绩';
}

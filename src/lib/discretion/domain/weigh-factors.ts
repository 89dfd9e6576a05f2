import { type DecisionStage, stageOf } from './stages.ts';
import type { Benchmark, Factor } from './benchmark.ts';
import type { RuleBook } from './decision.ts';
import type { PartyInput } from './decision-input.ts';
import type { Provision } from './provision.ts';
import { indexOf } from './rule-index.ts';
import { kindOf } from './subjects.ts';

export interface WeighedFactor {
	readonly factor: Factor;
	readonly evidence: readonly string[];
	/** Null = it counts. */
	readonly rejected: string | null;
}

export interface Weighed {
	readonly list: readonly WeighedFactor[];
	readonly counted: readonly Factor[];
	readonly net: number;
}

interface Setting {
	readonly rule: Provision;
	readonly stage: DecisionStage;
	readonly book: RuleBook;
}

const YOUTH = 'M5';
const ADULT = 18;
const RESPONSIBLE = 14;

/**
 * Which factors count for one party and one violation: defined, with evidence, once, and neither part of the violation
 * nor of the stage nor in contradiction to another.
 */
export function weighFactors(party: PartyInput, setting: Setting): Weighed {
	const claims = withAge(party, indexOf(setting.book).factors);
	const list = claims.map(({ factor, evidence }, index): WeighedFactor => {
		const isTwin = claims.findIndex((one) => one.factor.id === factor.id) !== index;
		const rejected = isTwin ? '同一因子只计一次' : whyNot({ factor, evidence }, { party, ...setting });
		return { factor, evidence, rejected };
	});
	const settled = list.map((one) => (one.rejected === null ? { ...one, rejected: clash(one, list) } : one));
	const counted = settled.filter(({ rejected }) => rejected === null).map(({ factor }) => factor);
	return { list: settled, counted, net: netOf(counted, setting.book.benchmark) };
}

/** Σ(M) + max(Σ(m), cap) + Σ(a) + Σ(A). */
export function netOf(counted: readonly Factor[], { weights }: Benchmark): number {
	const sum = (group: Factor['group']) => counted.filter((one) => one.group === group).length * weights[group];
	return sum('M') + Math.max(sum('m'), weights.mTotalCap) + sum('a') + sum('A');
}

interface Claim {
	readonly factor: Factor;
	readonly evidence: readonly string[];
}

/** An age between 14 and 17 is itself the factor; the age is a proven fact of the file. */
function withAge({ factors, facts }: PartyInput, known: ReadonlyMap<string, Factor>): Claim[] {
	const claims = factors.map(({ id, evidence }) => ({
		factor: known.get(id)!,
		evidence: evidence.filter((text) => text.trim() !== '')
	}));
	const { age } = facts;
	const youth = known.get(YOUTH);
	if (age === undefined || age < RESPONSIBLE || age >= ADULT || !youth) return claims;
	const proof = [`年龄${age}周岁`];
	if (!claims.some(({ factor }) => factor === youth)) return [...claims, { factor: youth, evidence: proof }];
	return claims.map((one) => (one.factor === youth && one.evidence.length === 0 ? { ...one, evidence: proof } : one));
}

function whyNot({ factor, evidence }: Claim, { party, rule, stage }: Setting & { party: PartyInput }): string | null {
	if (evidence.length === 0) return `没有证据，需要：${factor.evidence}`;
	if (rule.elements?.factors.includes(factor.id)) return `属于违法行为的构成要件：${rule.elements.reason}`;
	const at = stageOf(stage);
	if (factor.never.includes(at)) return '与所处阶段的要件矛盾或重复';
	if (AFTER_ORDER.includes(at) && provesStageOnly(factor, evidence)) {
		return '证据只是这一阶段自己的文书，不改正已经是阶段的要件，不再重复评价';
	}
	if (rule.majorHazard === 'element' && factor.id === 'a5') return '重大事故隐患是构成要件';
	if (factor.id === YOUTH) {
		const isAdult = party.facts.age !== undefined && party.facts.age >= ADULT;
		if (isAdult || kindOf(party.party, party.facts.kind) === 'unit') return '不是已满14周岁不满18周岁的自然人';
	}
	return null;
}

const AFTER_ORDER: readonly string[] = ['overdue', 'refused'];
const provesStageOnly = ({ stageDocuments }: Factor, evidence: readonly string[]) =>
	stageDocuments !== undefined && evidence.every((text) => stageDocuments.some((word) => text.includes(word)));

/** A factor gives way to the one that stands for it, to one that disproves it, and to one of the same fact. */
function clash({ factor, evidence }: WeighedFactor, list: readonly WeighedFactor[]): string | null {
	const others = list.filter((one) => one.rejected === null && one.factor.id !== factor.id);
	const replaced = others.find((one) => one.factor.replaces === factor.id);
	if (replaced) return `由${replaced.factor.id}取代`;
	const disproof = others.find((one) => factor.disprovedBy.includes(one.factor.id));
	if (disproof) return `与${disproof.factor.id}的事实矛盾`;
	const same = others.find(
		(one) => factor.sameFactAs === one.factor.id && evidence.every((text) => one.evidence.includes(text))
	);
	return same ? `与${same.factor.id}是同一事实，不重复计算` : null;
}

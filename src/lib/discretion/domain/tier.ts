import type { Benchmark, BracketTier } from './benchmark.ts';
import type { Range, RuleBook, Tier } from './decision.ts';
import { indexOf, placeKey } from './rule-index.ts';
import type { Stage } from './stages.ts';
import type { PartyKind } from './subjects.ts';
import type { Statutory } from './statutory-range.ts';
import type { Weighed } from './weigh-factors.ts';

export interface TierChoice {
	readonly tier: Tier;
	/** The guard that changed the tier: G1 a statutory ground must show, G2 an aggravating one too. */
	readonly guard: 'G1' | 'G2' | null;
	readonly text: string;
}

/**
 * From the factors that count to the tier.
 * @law 行政处罚法 第三十二条
 */
export function chooseTier({ counted, net }: Weighed, { min, isFixed }: Statutory, benchmark: Benchmark): TierChoice {
	if (isFixed) return { tier: '固定', guard: null, text: '数额由法律固定，没有从轻从重的幅度。' };
	const count = (one: string, other = one) =>
		counted.reduce((sum, { group }) => (group === one || group === other ? sum + 1 : sum), 0);
	const { heavyFrom, lightFrom, reducedFromM } = benchmark.thresholds;
	const heavier = count('a', 'A');
	const hasFloor = min > 0 || !benchmark.reduced.requiresMinAboveZero;
	if (count('M') >= reducedFromM && heavier === 0 && hasFloor) {
		return { tier: '减轻', guard: null, text: `法定从轻或减轻因子${count('M')}个，没有从重因子，减轻处罚。` };
	}
	const plain: Tier = net >= heavyFrom ? '从重' : net <= lightFrom ? '从轻' : '一般';
	const sum = `因子合计${net > 0 ? '+' : ''}${net}`;
	if (count('M') > 0 && plain === '从重') {
		return {
			tier: '一般',
			guard: 'G1',
			text: `${sum}为从重，但有法定从轻或减轻情形，应当体现，改为一般，提交集体讨论。`
		};
	}
	if (count('A') > 0 && count('M') === 0 && plain === '从轻') {
		return { tier: '一般', guard: 'G2', text: `${sum}为从轻，但有明显从重因子，改为一般。` };
	}
	const offset = count('M') > 0 && plain === '一般' ? '；法定从轻情形被从重因子抵消，理由中须说明' : '';
	return { tier: plain, guard: null, text: `${sum}，${plain}${offset}。` };
}

const KEYS: Partial<Record<Tier, BracketTier>> = { 从轻: 'light', 一般: 'normal', 从重: 'heavy' };

interface Place {
	readonly provision: string;
	readonly stage: Stage;
}

/** The bracket of a tier: a local table's amounts, else fractions of the span. Of 减轻 the upper end is not included. */
export function bracketOf(
	tier: Tier,
	{ min, max, fine }: Statutory,
	{ book, place }: { book: RuleBook; place: Place }
): Range {
	const { benchmark } = book;
	if (tier === '减轻') return { min: percentOf(min, benchmark.reduced.floorOfMin), max: min };
	const key = KEYS[tier];
	if (!key) return { min, max };
	const table = indexOf(book).overrides.get(placeKey(place.provision, place.stage, fine.subject));
	if (table) return { min: table[key][0], max: table[key][1] };
	const [from, to] = benchmark.fractions[key];
	return { min: min + percentOf(max - min, from), max: min + percentOf(max - min, to) };
}

const percentOf = (amount: number, percent: number) => Math.round((amount * percent) / 100);

/** The suggested amount: the middle, rounded half up, kept inside the bracket. */
export function suggestedPoint(
	bracket: Range,
	kind: PartyKind,
	{ benchmark, tier }: { benchmark: Benchmark; tier: Tier }
): number {
	if (tier === '固定') return bracket.min;
	const unit = benchmark.rounding[kind];
	const middle = (bracket.min + bracket.max) / 2;
	const rounded = Math.floor(middle / unit + 0.5) * unit;
	// Below the statutory minimum means below it: the upper end of a reduction is not reached.
	const top = tier === '减轻' ? bracket.max - 1 : bracket.max;
	const point = Math.min(Math.max(rounded, bracket.min), top);
	// A fine that is imposed is more than nothing.
	return point > 0 ? point : Math.ceil(middle);
}

import type { SeedRefusal } from './seed-defects.ts';

/** Why a file could not be made, for whoever chose the rules. */
export function explainRefusal(refusal: SeedRefusal): string {
	switch (refusal.code) {
		case 'not-clean':
			return `原案卷本身就违反 ${refusal.rules.join('、')}，要先改正`;
		case 'unknown-rule':
			return `没有规则 ${refusal.rule}`;
		case 'not-applicable':
			return `规则 ${refusal.rule} 对这个案卷不适用，无从违反`;
		case 'not-alone':
			return `违反 ${refusal.rule} 就必然违反 ${refusal.breaks.join('、')}，请一并选择`;
		case 'unbreakable':
			return `找不到使这个案卷违反 ${refusal.rule} 的改法`;
		case 'clash':
			return `${refusal.clash[0]} 与 ${refusal.clash[1]} 不能同时违反`;
		case 'tangle':
			return `${refusal.rules.join('、')} 两两可以同时违反，合在一起找不到改法，请减少几条`;
		case 'too-few':
			return `这个案卷里符合条件、能同时违反的规则只有 ${refusal.possible} 条`;
	}
}

import { AREAS, type Area } from '#lib/shared/piece.ts';
import type { BundleBody } from './bundle.ts';
import { areaOf } from './sub-issues.ts';

export interface AreaBalance {
	readonly area: Area;
	readonly issues: number;
	readonly defects: number;
	readonly arguments: number;
}

/** How much of the fight is in each of the five areas, over one bundle or several. */
export function balanceOf(bundles: readonly Pick<BundleBody, 'issues' | 'defects' | 'arguments'>[]): AreaBalance[] {
	return (Object.keys(AREAS) as Area[]).map((area) => {
		const counts = bundles.map(({ issues, defects, arguments: lines }) => {
			const own = issues.filter(({ sub }) => areaOf(sub) === area);
			const ids = new Set(own.map(({ id }) => id));
			return {
				issues: own.length,
				defects: defects.filter(({ sub }) => areaOf(sub) === area).length,
				arguments: lines.filter(({ issue }) => ids.has(issue)).length
			};
		});
		const sum = (key: 'issues' | 'defects' | 'arguments') => counts.reduce((total, one) => total + one[key], 0);
		return { area, issues: sum('issues'), defects: sum('defects'), arguments: sum('arguments') };
	});
}

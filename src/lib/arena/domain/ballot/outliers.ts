import type { Side } from '../bundle/side.ts';
import { POINT } from './criteria.ts';
import { type TeamSheet, totalOf } from './sheet.ts';

/** A sheet further than this from the panel's median is confirmed with a reason. */
export const OUTLIER_POINTS = 15;

export interface Outlier {
	readonly judge: string;
	readonly side: Side;
	/** How far from the median of this side's sheets, in twice-hundredths: the median of an even panel lies between two. */
	readonly distance: number;
}

/** Twice the median, so that it stays an integer. */
export function doubledMedian(values: readonly number[]): number {
	const sorted = [...values].sort((left, right) => left - right);
	const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)]!, sorted[Math.floor(sorted.length / 2)]!];
	return low + high;
}

/** The sheets that lie too far from the panel to pass without a word. One judge alone has nobody to differ from. */
export function findOutliers(sheets: readonly TeamSheet[]): Outlier[] {
	return (['plaintiff', 'defendant'] as const).flatMap((side) => {
		const own = sheets.filter((sheet) => sheet.side === side);
		if (own.length < 2) return [];
		const median = doubledMedian(own.map(totalOf));
		return own.flatMap((sheet) => {
			const distance = 2 * totalOf(sheet) - median;
			return Math.abs(distance) > 2 * OUTLIER_POINTS * POINT ? [{ judge: sheet.judge, side, distance }] : [];
		});
	});
}

/** The outliers that nobody has explained yet: with any of them, the sheets cannot be opened. */
export function unexplained(sheets: readonly TeamSheet[]): Outlier[] {
	const said = new Set(
		sheets.filter(({ reason }) => (reason ?? '').trim() !== '').map(({ judge, side }) => `${judge} ${side}`)
	);
	return findOutliers(sheets).filter(({ judge, side }) => !said.has(`${judge} ${side}`));
}

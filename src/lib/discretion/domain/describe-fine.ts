import { type Fen, formatMoney } from '#lib/shared/money.ts';
import type { Fine } from './fine.ts';
import { ACCIDENT_LEVELS } from './stages.ts';

const between = (min: Fen, max: Fen) => `${formatMoney(min)}以上${formatMoney(max)}以下`;

/** The figures of a fine as officers write them, one line, or one line a level: `2万元以上10万元以下`. */
export function describeFine(fine: Fine): string[] {
	switch (fine.kind) {
		case 'range':
			return [between(fine.min, fine.max)];
		case 'up_to':
			return [`${formatMoney(fine.max)}以下（没有下限）`];
		case 'multiple_illegal_income':
			return [`违法所得的${fine.min}倍以上${fine.max}倍以下`];
		case 'pct_annual_income':
			return [`上一年年收入的${fine.min}%以上${fine.max}%以下`];
		case 'fixed_pct_annual_income':
			return ACCIDENT_LEVELS.map((level) => `${level}事故：上一年年收入的${fine.levels[level]}%（固定）`);
		case 'range_by_accident_level':
			return ACCIDENT_LEVELS.map((level) => `${level}事故：${between(...fine.levels[level])}`);
		case 'daily_multiple_of_original_fine':
			return [`原罚款数额 × 天数（按${fine.per}连续处罚）`];
	}
}

import { amountInWords } from '#lib/shared/amount-in-words.ts';
import { parseMoney } from '#lib/shared/money.ts';

/** 35000 → 叁万伍仟元整; null when the figure cannot be read. */
export function wordsOf(figure: string): string | null {
	const fen = parseMoney(figure);
	return fen === null ? null : amountInWords(fen);
}

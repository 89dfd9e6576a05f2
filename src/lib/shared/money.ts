/** Money inside the house: integer fen. Files, forms and command lines speak yuan. */
export type Fen = number;

const FEN_PER_YUAN = 100;
const YUAN_PER_WAN = 10_000;

/** Fen of an amount in yuan; throws when the amount is no whole number of fen. */
export function fenOf(yuan: number): Fen {
	const fen = Math.round(yuan * FEN_PER_YUAN);
	// 0.1 + 0.2 yuan is 30 fen; 0.001 yuan is a mistake.
	if (!Number.isSafeInteger(fen) || Math.abs(yuan * FEN_PER_YUAN - fen) > 1e-6) {
		throw new RangeError(`no amount of money: ${yuan}`);
	}
	return fen;
}

export function yuanOf(fen: Fen): number {
	return fen / FEN_PER_YUAN;
}

/** `2万元`, `1.5万元`, `300元`, `12,345.60元`: in 万 where that loses nothing and stays short. */
export function formatMoney(fen: Fen): string {
	const yuan = yuanOf(fen);
	const wan = yuan / YUAN_PER_WAN;
	// Whole hundreds of yuan, counted in fen: 4.1 × 100 is not quite 410.
	if (wan >= 1 && fen % (FEN_PER_YUAN * 100) === 0) return `${grouped(wan)}万元`;
	return `${formatYuan(fen)}元`;
}

/** `12,345` or `12,345.60`, without the unit: for tables that name it in their head. */
export function formatYuan(fen: Fen): string {
	const yuan = Math.trunc(fen / FEN_PER_YUAN);
	const rest = Math.abs(fen % FEN_PER_YUAN);
	return grouped(yuan) + (rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`);
}

/** Decisions write many amounts: no pattern is matched where there is nothing to group. */
function grouped(value: number): string {
	if (value < 1000 && value > -1000) return String(value);
	const [whole, fraction] = String(value).split('.');
	const head = whole!.length < 4 ? whole! : whole!.replace(/\B(?=(\d{3})+$)/g, ',');
	return fraction === undefined ? head : `${head}.${fraction}`;
}

const AMOUNT = /^(?:¥|人民币)?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,4}))?(万)?(?:元(?:整|正)?)?$/;

/**
 * Reads an amount as people type it: `15000`, `15,000元`, `1.5万元`, `１５０００`, `¥2万`. Null when it is none: a sign,
 * commas in the wrong place, parts of a fen, words.
 */
export function parseMoney(text: string): Fen | null {
	const plain = text.normalize('NFKC').replace(/\s/g, '');
	const match = AMOUNT.exec(plain);
	if (!match) return null;
	const [, whole, fraction = '', wan] = match;
	// Digits are counted in text, so that 0.29 yuan is 29 fen and not 28.999…
	const places = wan ? 6 : 2;
	const digits = fraction.padEnd(places, '0');
	if (/[1-9]/.test(digits.slice(places))) return null;
	const fen = Number(whole!.replaceAll(',', '') + digits.slice(0, places));
	return Number.isSafeInteger(fen) ? fen : null;
}

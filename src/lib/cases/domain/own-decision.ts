import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { type Fen, parseMoney } from '#lib/shared/money.ts';

/** How an act ends for a party, as an officer writes it down before reading on. */
export const DECIDE_RESULTS = {
	fine: '罚款',
	order: '不罚款：只责令改正或作其他处理',
	none: '不予处罚',
	transfer: '涉嫌犯罪，先移送'
} as const;
export type DecideResult = keyof typeof DECIDE_RESULTS;

/** What an officer would have decided about one party. */
export interface OwnDecision {
	readonly party: string;
	readonly result: DecideResult;
	/** Of all fines together; null = no fine. */
	readonly amount: Fen | null;
}

const isResult = (text: string | undefined): text is DecideResult =>
	text !== undefined && Object.hasOwn(DECIDE_RESULTS, text);

/**
 * Reads what was posted for each party in their order: `result.0`, `amount.0` …
 * @returns one decision for each party, or the first field that needs another look
 */
export function readOwnDecisions(
	parties: readonly string[],
	posted: Readonly<Record<string, string>>
): Result<OwnDecision[]> {
	const decisions: OwnDecision[] = [];
	for (const [index, party] of parties.entries()) {
		const result = posted[`result.${index}`];
		if (!isResult(result)) return refuse('no-result', `写下对“${party}”的处理。`, `result.${index}`);
		const amount = result === 'fine' ? parseMoney(posted[`amount.${index}`] ?? '') : null;
		if (result === 'fine' && (amount === null || amount === 0)) {
			return refuse('no-amount', `写下对“${party}”的罚款数额，如 30000 或 3万元。`, `amount.${index}`);
		}
		decisions.push({ party, result, amount });
	}
	return ok(decisions);
}

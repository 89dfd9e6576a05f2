import type { CaseKey } from './marking-key.ts';
import { PARTS, type Parts } from './practice-answer.ts';

/**
 * What each question is worth, 100 points in all.
 *
 * | rubric                | points | for                                                                        |
 * | --------------------- | ------ | -------------------------------------------------------------------------- |
 * | statute row           | 25     | per violation: day 2, law 3, provision 12, stage 8                         |
 * | tier                  | 25     | per violation and party: gate 8, tier 17                                   |
 * | factors with evidence | 25     | per violation and party, shared by its claims; without claims to the tier  |
 * | amount and reasons    | 25     | amount 10 and its total and hearing 5, reasons 10                          |
 *
 * Where the key stops early, what it never reaches is worth nothing by itself: the step that stops it carries those points.
 */
const DAY = 2;
const LAW = 3;
const PROVISION = 12;
const STAGE = 8;
const GATE = 8;
const TIER = 17;
const FACTORS = 25;
const FINE = 10;
const PROCEDURE = 5;
const REASONS = 10;

/** Parts by key of the question; questions that are not there are worth nothing. */
export function pointsOfCase(key: CaseKey): ReadonlyMap<string, Parts> {
	const points = new Map<string, Parts>([['text', REASONS * PARTS]]);
	const add = (question: string, parts: Parts) => points.set(question, (points.get(question) ?? 0) + parts);
	const perViolation = PARTS / key.violations.length;
	key.violations.forEach(({ refused }, index) => {
		add(`day.${index}`, DAY * perViolation);
		add(`law.${index}`, (refused ? LAW + PROVISION + STAGE : LAW) * perViolation);
		if (refused) return;
		add(`provision.${index}`, PROVISION * perViolation);
		add(`stage.${index}`, STAGE * perViolation);
	});
	const perDecision = PARTS / key.decisions.length;
	const toAmount = FACTORS + GATE + TIER + FINE + PROCEDURE;
	for (const { at, violation, stop, claims, name } of key.decisions) {
		if (key.violations[violation]!.refused) add(`law.${violation}`, toAmount * perDecision);
		else if (stop) add(`gate.${at}`, toAmount * perDecision);
		else {
			add(`gate.${at}`, GATE * perDecision);
			add(`tier.${at}`, (claims.length > 0 ? TIER : TIER + FACTORS) * perDecision);
			for (const claim of claims) add(`claim.${claim}`, (FACTORS * perDecision) / claims.length);
			add(`fine.${at}`, FINE * perDecision);
			const { total, hearing } = procedureKeys(key, name);
			const share = (PROCEDURE * perDecision) / (total ? 2 : 1);
			if (total) add(total, share);
			add(hearing, share);
		}
	}
	return points;
}

/** Names of parties in the order of the case. */
export const partyNames = ({ decisions }: CaseKey): string[] => [...new Set(decisions.map(({ name }) => name))];

/** The questions about a party as a whole; a total is asked only where there is something to add. */
export function procedureKeys(key: CaseKey, name: string): { total: string | null; hearing: string } {
	const number = partyNames(key).indexOf(name);
	const fines = key.decisions.filter((one) => one.name === name && one.stop === null && one.decision !== null);
	return { total: fines.length > 1 ? `total.${number}` : null, hearing: `hearing.${number}` };
}

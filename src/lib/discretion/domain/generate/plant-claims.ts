import { addDays, formatDay } from '#lib/shared/time.ts';
import type { Provision } from '../provision.ts';
import { indexOf } from '../rule-index.ts';
import type { Stage } from '../stages.ts';
import { SUBJECTS, type Subject } from '../subjects.ts';
import type { CaseBook } from './case-book.ts';
import { fill } from './cast.ts';
import type { Dice } from './dice.ts';
import type { FactorPhrases, RulePhrases } from './phrases.ts';
import type { Calendar, PlannedClaim } from './plan.ts';

interface Planting {
	readonly book: CaseBook;
	readonly dice: Dice;
	readonly words: RulePhrases;
	readonly rule: Provision;
	readonly stage: Stage;
	readonly calendar: Calendar;
	readonly subject: Subject;
	/** The name that the claims are about. */
	readonly who: string;
	readonly traps: ReadonlySet<number>;
	/** Factors that this file must not bring, because of its other facts. */
	readonly without: readonly string[];
	/** Factors that it must prove. */
	readonly must: readonly string[];
}

/** Factors of a unit and of a person that a made file can prove. */
const FOR_UNIT = ['m1', 'm2', 'm3', 'm4', 'M1', 'M3', 'M4', 'a1', 'a2', 'a3', 'a4', 'a5', 'A1', 'A3'];
const FOR_PERSON = ['m1', 'm4', 'M4', 'a1', 'a4'];
/** Facts that exclude each other; a file brings one of a pair only. */
const APART = ['m1 a1', 'm1 A3', 'a1 A3', 'm3 a2', 'm3 a3', 'm3 a5', 'm4 A1', 'M1 A1', 'M1 a2', 'M1 m2', 'M3 A1'].map(
	(pair) => pair.split(' ')
);
const TRAP = { noEvidence: 3, twice: 7, poor: 16, defence: 13 } as const;

/** What is put forward about one party: what counts, what does not, and why not. */
export function plantClaims(planting: Planting): PlannedClaim[] {
	const { dice, traps, subject, words, rule } = planting;
	const isUnit = SUBJECTS[subject] === 'unit';
	const isTwice = isUnit && traps.has(TRAP.twice);
	const hasElement = isTwice && words.element !== undefined && rule.elements !== null;
	const possible = possibleFactors(planting, isUnit);
	const isTwin = isTwice && !hasElement && !planting.calendar.again && possible.includes('M1');
	const must = [...(isTwin ? ['M1'] : []), ...(isUnit ? planting.must : [])];
	const order = [...must, ...dice.some(possible, possible.length)];
	const claims = chooseTogether(order, Math.max(dice.number(0, isUnit ? 3 : 2), must.length)).map((id) =>
		provenClaim(id, planting)
	);
	if (isTwin) claims.push(twinClaim(claims[0]!, planting));
	if (hasElement) claims.push(elementClaim(planting));
	if (traps.has(TRAP.noEvidence) && (isUnit || dice.chance(50))) claims.push(...bareClaims(planting, isUnit, claims));
	for (const trap of [TRAP.poor, TRAP.defence]) if (isUnit && traps.has(trap)) claims.push(noFactor(trap, planting));
	return dice.some(claims, claims.length);
}

function possibleFactors({ rule, stage, calendar, without, book }: Planting, isUnit: boolean): string[] {
	const known = indexOf(book).factors;
	return (isUnit ? FOR_UNIT : FOR_PERSON).filter((id) => {
		const factor = known.get(id);
		if (!factor || factor.never.includes(stage) || without.includes(id)) return false;
		if (rule.elements?.factors.includes(id)) return false;
		if (id === 'a5') return rule.majorHazard === 'possible';
		// An officer who re-inspected has seen whether it was corrected; the fact is the stage's, not a claim's.
		if (id === 'm2') return calendar.again?.state === 'corrected';
		// Nothing was done, or done defiantly: whoever says so cannot have done more than was asked, or helped.
		if (id === 'M1') return !calendar.again || calendar.again.state === 'corrected';
		if (id === 'm4' || id === 'm3') return calendar.again?.state !== 'defied';
		return true;
	});
}

/** The first so many that can be true together. */
function chooseTogether(ids: readonly string[], count: number): string[] {
	const chosen: string[] = [];
	for (const id of ids) {
		const clashes = APART.some((pair) => pair.includes(id) && chosen.some((one) => one !== id && pair.includes(one)));
		if (chosen.length < count && !clashes && !chosen.includes(id)) chosen.push(id);
	}
	return chosen;
}

const phrasesOf = ({ book }: Planting, id: string): FactorPhrases => {
	const found = book.phrases.factors.find((one) => one.id === id);
	if (!found) throw new Error(`no phrases for factor ${id}`);
	return found;
};

function provenClaim(id: string, planting: Planting): PlannedClaim {
	const phrases = phrasesOf(planting, id);
	const slots = slotsFor(id, planting);
	const evidence = phrases.evidence.map(({ name, shows }) => ({
		name: exhibitName(fill(name, slots), planting),
		shows: fill(shows, slots)
	}));
	return { factor: id, counts: true, trap: null, text: fill(planting.dice.pick(phrases.claims), slots), evidence };
}

/** One file has several parties and violations: each paper is named for whom it is about and for which fact. */
const exhibitName = (name: string, { who, words }: Planting) => `${name}（${who}·${words.topic}）`;

function slotsFor(id: string, { who, words, calendar, dice }: Planting) {
	const months = dice.number(7, 14);
	const total = dice.number(12, 20);
	const n = id === 'm3' ? dice.number(1, 2) : dice.number(10, total);
	const earlier = dice.number(60, 240);
	return {
		...{ who, scope: words.scope, months, total, n, percent: Math.floor((n * 100) / total) },
		...(id === 'a2' ? { start: formatDay(addDays(calendar.inspected, -months * 31)) } : {}),
		...(id === 'a1' || id === 'a4' ? { earlier: formatDay(addDays(calendar.inspected, -earlier)) } : {})
	};
}

/** The same clearing-up, put forward once more as correction. */
function twinClaim(first: PlannedClaim, { book, dice, who }: Planting): PlannedClaim {
	return {
		factor: 'm2',
		counts: false,
		trap: TRAP.twice,
		text: fill(dice.pick(book.phrases.twin.claims), { who }),
		evidence: first.evidence
	};
}

function elementClaim(planting: Planting): PlannedClaim {
	const { words, rule, who } = planting;
	const { claim, name, shows } = words.element!;
	const evidence = [{ name: exhibitName(name, planting), shows }];
	return {
		factor: rule.elements!.factors[0]!,
		counts: false,
		trap: TRAP.twice,
		text: `关于${who}：${claim}。`,
		evidence
	};
}

function bareClaims(planting: Planting, isUnit: boolean, claims: readonly PlannedClaim[]): PlannedClaim[] {
	const { dice, without, calendar } = planting;
	const taken = claims.map(({ factor }) => factor);
	// Nobody says that nothing was checked where the file shows a re-inspection.
	const free = (isUnit ? FOR_UNIT : FOR_PERSON).filter(
		(id) => !taken.includes(id) && !without.includes(id) && !(id === 'm2' && calendar.again)
	);
	return dice.some(free, dice.number(1, 2)).map((id) => {
		const text = fill(dice.pick(phrasesOf(planting, id).bare), { who: planting.who });
		return { factor: id, counts: false, trap: TRAP.noEvidence, text, evidence: [] };
	});
}

function noFactor(trap: number, { book, dice, who }: Planting): PlannedClaim {
	const texts = book.phrases.notFactors.filter((one) => one.trap === trap).flatMap((one) => one.texts);
	return { factor: null, counts: false, trap, text: fill(dice.pick(texts), { who }), evidence: [] };
}

import { stageOf } from './stages.ts';
import type { Factor } from './benchmark.ts';
import type { Reason } from './decision.ts';
import { type KeyDecision, isCounted } from './marking-key.ts';
import { footingsOf, sameFooting, walkOn } from './marking-footing.ts';
import { type Footing, weighOn } from './marking-path.ts';
import { type Marking, type Outcome, placeOf, verdictsOf } from './marking-verdict.ts';
import { CLAIM_CHOICES, type ClaimChoice, type Ground, type Verdict } from './practice-answer.ts';
import type { Claim } from './practice-case.ts';
import { kindOf } from './subjects.ts';

const ADULT = 18;
const HALF = 0.5;

/** Each claim by itself: whether it counts, and if not, one of the grounds that really stand against it. */
export function markFactors(marking: Marking): Verdict[] {
	return verdictsOf('factors', marking, (question, given) => {
		const number = Number(placeOf(question.key));
		const decision = marking.key.decisions.find(({ claims }) => claims.includes(number))!;
		return judgeClaim(marking.one.claims[number]!, given as ClaimChoice, { marking, decision });
	});
}

interface Setting {
	readonly marking: Marking;
	readonly decision: KeyDecision;
}

function judgeClaim(claim: Claim, given: ClaimChoice, { marking, decision }: Setting): Outcome {
	const { key, own } = footingsOf(marking, decision);
	const right = answerOn(claim, decision.reasons, { marking, decision, footing: key });
	const share = shareOf(given, right);
	// On an own rule or stage other facts are part of the violation; what follows from it is not wrong again.
	const ownReasons = sameFooting(own, key) ? decision.reasons : weighOn(walkOn(marking, decision, own));
	const ownShare = shareOf(given, answerOn(claim, ownReasons, { marking, decision, footing: own }));
	const isCarried = ownShare > share;
	return {
		...{ share: Math.max(share, ownShare), isCarried, ...explain(claim, decision, marking) },
		right: right.counts ? CLAIM_CHOICES.counts : right.grounds.map((ground) => CLAIM_CHOICES[ground]).join(' / ')
	};
}

interface ClaimAnswer {
	readonly counts: boolean;
	/** Every ground against it; empty where it counts. */
	readonly grounds: readonly Ground[];
}

/** All right or nothing on whether it counts; half where it does not and the ground is another one. */
function shareOf(given: ClaimChoice, { counts, grounds }: ClaimAnswer): number {
	if (counts || given === 'counts') return counts && given === 'counts' ? 1 : 0;
	if (!Object.hasOwn(CLAIM_CHOICES, given)) return 0;
	return grounds.includes(given) ? 1 : HALF;
}

function answerOn(claim: Claim, reasons: readonly Reason[], setting: Setting & { footing: Footing }): ClaimAnswer {
	const factor = setting.marking.book.benchmark.factors.find(({ id }) => id === claim.factor);
	if (!factor) return { counts: false, grounds: ['not-a-factor'] };
	if (isCounted(reasons, factor.id)) return { counts: true, grounds: [] };
	return { counts: false, grounds: groundsAgainst(claim, factor, { ...setting, reasons }) };
}

function groundsAgainst(
	{ evidence }: Claim,
	factor: Factor,
	{ marking, decision, footing, reasons }: Setting & { footing: Footing; reasons: readonly Reason[] }
): Ground[] {
	const rule = marking.book.provisions.get(footing.provision);
	const stage = stageOf(footing.stage);
	const isElement =
		factor.never.includes(stage) ||
		rule?.elements?.factors.includes(factor.id) ||
		(rule?.majorHazard === 'element' && factor.id === 'a5');
	const { party, facts } = decision.party;
	const isGrown = (facts.age ?? ADULT) >= ADULT || kindOf(party, facts.kind) === 'unit';
	const isDisproved = factor.disprovedBy.some((other) => isCounted(reasons, other));
	const grounds: (Ground | false)[] = [
		evidence.length === 0 && 'no-evidence',
		isElement ? 'element' : false,
		factor.id === 'M5' && isGrown && 'not-applicable',
		isDisproved && 'contradicted'
	];
	const found = grounds.filter((ground) => ground !== false);
	// What the engine leaves out for none of these reasons is counted elsewhere already.
	return found.length > 0 ? found : ['same-fact'];
}

/** The engine's sentence on a claim; what is no factor at all never came before it. */
function explain(
	{ factor, text }: Claim,
	{ reasons }: KeyDecision,
	{ book }: Marking
): Pick<Outcome, 'why' | 'source'> {
	const source = `${book.benchmark.title} 第${book.benchmark.version}版`;
	if (factor === null) return { why: `“${text.replace(/。$/, '')}”不在裁量因子之列：${notFactor(text, book)}`, source };
	const said = reasons.find((one) => one.step === '裁量因子' && one.text.startsWith(`${factor} `));
	return { why: said?.text ?? '这一步用不到它：没有进入裁量。', source: said?.source ?? source };
}

/** What the benchmark says of claims like this one. */
function notFactor(text: string, { benchmark }: Marking['book']): string {
	const row = benchmark.notFactors.find((one) => one.text.split(/[、，]/).some((word) => text.includes(word)));
	return row ? `${row.text}——${row.reason}。` : '它不说明违法行为的轻重。';
}

import { decide } from './decide.ts';
import type { RuleBook } from './decision.ts';
import { findInputFaults } from './input-faults.ts';
import { keyOf } from './marking-key.ts';
import { markAttempt } from './marking.ts';
import type { Answers } from './practice-answer.ts';
import { modelAnswer } from './practice-model.ts';
import { openStep } from './practice-questions.ts';
import { isTrapAvoided } from './practice-result.ts';
import { type Claim, type PracticeCase, type ReferenceQuarters, partyName } from './practice-case.ts';

interface Fault {
	/** Path inside the file, `claims.0.evidence.1`. */
	readonly field: string;
	readonly message: string;
}

/** `content/discretion/traps.yaml` numbers them once and for ever. */
const TRAP_COUNT = 20;

/** Refusals of the engine that a case may be built on, and the trap that says so. */
const LAWFUL_REFUSALS: Readonly<Record<string, number>> = {
	superseded: 12,
	'not-in-force': 12,
	unverified: 12,
	'not-scorable': 12,
	'crime-first': 20
};

/** Traps that a case says it sets, and that no question of it can show. */
export function findIdleTraps(one: PracticeCase, book: RuleBook): number[] {
	const asking = { one, key: keyOf(one, book), book, mode: 'practice' as const };
	let answers: Answers = {};
	for (let step = openStep(asking, answers); step; step = openStep(asking, answers)) {
		answers = { ...answers, [step]: modelAnswer(step, asking, answers) };
	}
	const verdicts = Object.values(markAttempt(asking, answers)).flat();
	return one.traps.filter((number) => isTrapAvoided(number, verdicts) === null);
}

/** A story tells what was found; what follows from it is for the officer to say. */
const CONCLUSIONS = /从轻|从重|减轻处罚|减轻情节|不予处罚|不予行政处罚|裁量阶次|法定幅度|首次查实|处罚基准/;

/** What cannot be true together in a case; the engine's word on it is part of the check. */
export function findCaseFaults(one: PracticeCase & { reference: ReferenceQuarters }, book: RuleBook): Fault[] {
	const inInput = findInputFaults(one.input, book.provisions, book.benchmark);
	const faults = [
		...inInput.map(({ field, message }) => ({ field: `input.${field}`, message })),
		...lookalikeFaults(one, book),
		...evidenceFaults(one),
		...one.claims.flatMap((claim, index) => claimFaults(one, claim, index)),
		...unclaimedFaults(one),
		...trapFaults(one),
		...actFaults(one),
		...storyFaults(one)
	];
	// The engine reads rules and factors by their ids, so it is asked only when they are there.
	return inInput.length > 0 ? faults : [...faults, ...decisionFaults(one, book)];
}

function lookalikeFaults({ lookalikes, input }: PracticeCase, { provisions }: RuleBook): Fault[] {
	const candidates = new Set(input.violations.flatMap((violation) => violation.candidates));
	return lookalikes.flatMap((id, index) => {
		const field = `lookalikes.${index}`;
		if (!provisions.has(id)) return [{ field, message: `没有这条罚则：${id}` }];
		if (candidates.has(id)) return [{ field, message: `${id} 是本案适用的罚则，不能又是混淆项` }];
		return lookalikes.indexOf(id) === index ? [] : [{ field, message: `罚则 ${id} 重复` }];
	});
}

function evidenceFaults({ evidence, claims, input }: PracticeCase): Fault[] {
	const names = evidence.map(({ name }) => name);
	const unknown = (list: readonly string[], field: string) =>
		list.flatMap((name, index) =>
			names.includes(name) ? [] : [{ field: `${field}.${index}`, message: `卷里没有这份证据：${name}` }]
		);
	return [
		...names.flatMap((name, index) =>
			names.indexOf(name) === index ? [] : [{ field: `evidence.${index}.name`, message: `证据“${name}”重复` }]
		),
		...claims.flatMap((claim, index) => unknown(claim.evidence, `claims.${index}.evidence`)),
		...input.violations.flatMap(({ parties }, at) =>
			parties.flatMap(({ factors }, party) =>
				factors.flatMap((factor, index) =>
					unknown(factor.evidence, `input.violations.${at}.parties.${party}.factors.${index}.evidence`)
				)
			)
		)
	];
}

const sameNames = (left: readonly string[], right: readonly string[]) =>
	left.length === right.length && left.every((name) => right.includes(name));

function claimFaults({ input }: PracticeCase, claim: Claim, index: number): Fault[] {
	const field = `claims.${index}`;
	const violation = input.violations.find(({ id }) => id === claim.violation);
	if (!violation) return [{ field: `${field}.violation`, message: `input 里没有违法行为 ${claim.violation}` }];
	const party = violation.parties.find((one) => partyName(one) === claim.party);
	if (!party) return [{ field: `${field}.party`, message: `违法行为 ${violation.id} 没有当事人“${claim.party}”` }];
	if (claim.factor === null) return [];
	const meant = party.factors.find(({ id }) => id === claim.factor);
	const at = `${violation.id} 的“${claim.party}”`;
	if (!meant) return [{ field: `${field}.factor`, message: `input 里 ${at} 没有因子 ${claim.factor}` }];
	if (sameNames(meant.evidence, claim.evidence)) return [];
	return [{ field: `${field}.evidence`, message: `与 input 里 ${at} 的因子 ${claim.factor} 证据不一致` }];
}

/** Factors of the input that nobody puts forward, parties without a name, one claim put forward twice. */
function unclaimedFaults({ input, claims }: PracticeCase): Fault[] {
	return input.violations.flatMap(({ id, parties }, at) =>
		parties.flatMap((party, number) => {
			const field = `input.violations.${at}.parties.${number}`;
			const own = claims.filter((claim) => claim.violation === id && claim.party === partyName(party));
			const faults = party.factors.flatMap((factor, index) => {
				const count = own.filter((claim) => claim.factor === factor.id).length;
				if (count === 1) return [];
				const message = count === 0 ? `没有主张提出因子 ${factor.id}` : `因子 ${factor.id} 被提出 ${count} 次`;
				return [{ field: `${field}.factors.${index}`, message }];
			});
			return party.label ? faults : [{ field, message: '当事人要有 label：页面上用它称呼' }, ...faults];
		})
	);
}

function trapFaults({ traps }: PracticeCase): Fault[] {
	return traps.flatMap((trap, index) => {
		const field = `traps.${index}`;
		if (trap < 1 || trap > TRAP_COUNT) return [{ field, message: `常见错误只有 1 至 ${TRAP_COUNT} 号` }];
		return traps.indexOf(trap) === index ? [] : [{ field, message: `${trap} 号重复` }];
	});
}

/** Several violations need names: “the first” tells nobody which one is asked about. */
function actFaults({ acts = {}, input }: PracticeCase): Fault[] {
	const ids = input.violations.map(({ id }) => id);
	const unnamed = ids.length > 1 ? ids.filter((id) => acts[id] === undefined) : [];
	const unknown = Object.keys(acts).filter((id) => !ids.includes(id));
	return [
		...unnamed.map((id) => ({ field: 'acts', message: `几个违法行为要各有名称：缺 ${id}` })),
		...unknown.map((id) => ({ field: `acts.${id}`, message: `input 里没有违法行为 ${id}` }))
	];
}

function storyFaults({ story, input }: PracticeCase): Fault[] {
	const word = CONCLUSIONS.exec(story)?.[0];
	const names = new Set(input.violations.flatMap(({ parties }) => parties.flatMap(({ label }) => label ?? [])));
	const missing = [...names].filter((name) => !story.includes(name));
	return [
		...(word ? [{ field: 'story', message: `案情不写法律结论：“${word}”` }] : []),
		...missing.map((name) => ({ field: 'story', message: `案情没有提到当事人“${name}”` }))
	];
}

function decisionFaults({ input, traps, reference }: PracticeCase & { reference: ReferenceQuarters }, book: RuleBook) {
	const { refused, parties } = decide(input, book);
	const faults: Fault[] = [];
	const trap = refused && LAWFUL_REFUSALS[refused.code];
	if (refused && (trap === undefined || !traps.includes(trap))) {
		const unless = trap === undefined ? '' : `；本意如此的，traps 要列 ${trap}`;
		faults.push({ field: 'input', message: `引擎不能裁量（${refused.code}）：${refused.text}${unless}` });
	}
	const isFined = parties.some(({ decisions }) => decisions.some(({ suggested }) => suggested !== null));
	if (reference.length > 0 && !isFined) {
		faults.push({ field: 'reference', message: '基准案例要比较数额，至少要有一项罚款' });
	}
	return faults;
}

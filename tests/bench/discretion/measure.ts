import { decide } from '#lib/discretion/domain/decide.ts';
import { generateCase } from '#lib/discretion/domain/generate/generate-case.ts';
import { CASE_LEVELS } from '#lib/discretion/domain/practice-case.ts';
import { readCaseBook } from '#lib/discretion/server/use-cases/rule-book.server.ts';
import { FILES } from './files.ts';

const ROUNDS = 25;
const WARM_UP = 20_000;
const PER_ROUND = 2000;

interface Cost {
	/** Microseconds on the clock, and of this process's CPU: the clock also counts what else the machine does. */
	readonly clock: number;
	readonly cpu: number;
	/** Clock of the fastest round: what the code needs when nothing else wants the core. */
	readonly fastest: number;
}

/** Medians over rounds of what one call of `run` costs. */
function costOf(run: (turn: number) => unknown): Cost {
	for (let turn = 0; turn < WARM_UP; turn++) run(turn);
	const rounds = Array.from({ length: ROUNDS }, () =>
		measured(() => {
			for (let turn = 0; turn < PER_ROUND; turn++) run(turn);
		})
	);
	const median = (of: 'clock' | 'cpu') =>
		rounds.map((one) => one[of]).sort((left, right) => left - right)[Math.floor(ROUNDS / 2)]! / PER_ROUND;
	return {
		clock: median('clock'),
		cpu: median('cpu'),
		fastest: Math.min(...rounds.map(({ clock }) => clock)) / PER_ROUND
	};
}

function measured(run: () => void): Omit<Cost, 'fastest'> {
	const before = process.cpuUsage();
	const start = performance.now();
	run();
	const clock = (performance.now() - start) * 1000;
	const { user, system } = process.cpuUsage(before);
	return { clock, cpu: user + system };
}

const CASES = 10_000;

/** Makes so many cases, decides each and compares engine and author; throws where they differ. */
function checkCases(book: NonNullable<ReturnType<typeof readCaseBook>>): void {
	for (let seed = 0; seed < CASES; seed++) {
		const { case: made, answer } = generateCase(seed, CASE_LEVELS[seed % CASE_LEVELS.length]!, book);
		const { parties, refused } = decide(made.input, book);
		if ((refused?.code ?? null) !== answer.refused) throw new Error(`${made.id}: refused ${refused?.code}`);
		const decisions = parties.flatMap((party) => party.decisions.map((one) => ({ ...one, party: party.label! })));
		for (const one of answer.decisions) {
			const found = decisions.find(({ violation, party }) => violation === one.violation && party === one.party);
			const isSame = found?.tier === one.tier && found.gate === one.gate && found.suggested === one.suggested;
			if (!isSame) throw new Error(`${made.id}: ${one.party} ${one.tier} ${one.suggested}`);
		}
	}
}

/** Decisions in process, beside copying the same files through JSON. */
export function measure(root: string) {
	const book = readCaseBook(root, 'default')!;
	const texts = FILES.map((file) => JSON.stringify(file));
	const at = <T>(list: readonly T[], turn: number) => list[turn % list.length]!;
	const sizes = FILES.map((file) => JSON.stringify(decide(file, book)).length);
	return {
		decision: costOf((turn) => decide(at(FILES, turn), book)),
		copy: costOf((turn) => JSON.stringify(JSON.parse(at(texts, turn)))),
		inputCharacters: Math.round(texts.reduce((sum, text) => sum + text.length, 0) / texts.length),
		cases: { count: CASES, ...measured(() => checkCases(book)) },
		outputCharacters: Math.round(sizes.reduce((sum, size) => sum + size, 0) / sizes.length)
	};
}

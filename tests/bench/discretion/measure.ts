import { decide } from '#lib/discretion/domain/decide.ts';
import { readRuleBook } from '#lib/discretion/server/use-cases/rule-book.server.ts';
import { FILES } from './files.ts';

const ROUNDS = 15;
const WARM_UP = 20_000;
const PER_ROUND = 5000;

/** Median over rounds of the microseconds that one call of `run` takes. */
function microseconds(run: (turn: number) => unknown): number {
	for (let turn = 0; turn < WARM_UP; turn++) run(turn);
	const rounds = Array.from({ length: ROUNDS }, () => {
		const start = performance.now();
		for (let turn = 0; turn < PER_ROUND; turn++) run(turn);
		return ((performance.now() - start) * 1000) / PER_ROUND;
	});
	return rounds.sort((left, right) => left - right)[Math.floor(ROUNDS / 2)]!;
}

/** Decisions in process, beside copying the same files through JSON. */
export function measure(root: string) {
	const book = readRuleBook(root, 'default', null)!;
	const texts = FILES.map((file) => JSON.stringify(file));
	const at = <T>(list: readonly T[], turn: number) => list[turn % list.length]!;
	const sizes = FILES.map((file) => JSON.stringify(decide(file, book)).length);
	return {
		decision: microseconds((turn) => decide(at(FILES, turn), book)),
		copy: microseconds((turn) => JSON.stringify(JSON.parse(at(texts, turn)))),
		inputCharacters: Math.round(texts.reduce((sum, text) => sum + text.length, 0) / texts.length),
		outputCharacters: Math.round(sizes.reduce((sum, size) => sum + size, 0) / sizes.length)
	};
}

import { seeded, shuffle } from '#lib/shared/random.ts';
import type { Argument, Bundle, RehearsalStage, Reply } from '../bundle/bundle.ts';
import { type Side, otherSide } from '../bundle/side.ts';

/** One officer alone against the prepared arguments of the other side, in one stage. */
export interface RehearsalPlan {
	/** The side that the officer speaks for. */
	readonly side: Side;
	readonly stage: RehearsalStage;
	/** Shuffles the replies of every argument; stored with the rehearsal. */
	readonly seed: number;
}

/** What an officer gives: the place of a reply in the file, an exhibit or none, an article, and a sentence that nobody marks. */
export interface GivenReply {
	readonly reply: number;
	/** '' = no exhibit is needed. */
	readonly exhibit: string;
	readonly law: string;
	readonly words: string;
}

/** A given reply with its marks, as it is stored; the first one stands. */
export interface AnsweredArgument extends GivenReply {
	readonly argument: string;
	readonly mark: number;
}

/** The arguments that the other side puts, in the order of the file. */
export function roundsOf(
	bundle: Pick<Bundle, 'arguments'>,
	{ side, stage }: Pick<RehearsalPlan, 'side' | 'stage'>
): readonly Argument[] {
	const opponent = otherSide(side);
	return bundle.arguments.filter((one) => one.by === opponent && one.stage === stage);
}

/** The replies as they are shown: shuffled, each with its place in the file. */
export function shownReplies(argument: Argument, seed: number): { place: number; reply: Reply }[] {
	const index = [...argument.id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) | 0, seed);
	return shuffle(
		argument.replies.map((reply, place) => ({ place, reply })),
		seeded(index)
	);
}

/** The first argument that has no answer yet; null = the rehearsal is over. */
export function openRound(rounds: readonly Argument[], answers: readonly AnsweredArgument[]): Argument | null {
	const done = new Set(answers.map(({ argument }) => argument));
	return rounds.find(({ id }) => !done.has(id)) ?? null;
}

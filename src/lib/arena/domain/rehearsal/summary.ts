import { AREAS, type Area } from '#lib/shared/piece.ts';
import type { Argument, Bundle } from '../bundle/bundle.ts';
import { areaOf } from '../bundle/sub-issues.ts';
import { type ReplyMark, markReply } from './mark-reply.ts';
import type { AnsweredArgument } from './rehearsal.ts';

export interface AreaMark {
	readonly area: Area;
	readonly rounds: number;
	/** Mean of its rounds, rounded half up. */
	readonly mark: number;
}

export interface Missed {
	readonly argument: Argument;
	readonly marks: ReplyMark;
}

export interface RehearsalSummary {
	/** Mean of all rounds, 0–100, rounded half up. */
	readonly mark: number;
	readonly areas: readonly AreaMark[];
	/** Rounds that did not earn everything, the strongest argument first. */
	readonly missed: readonly Missed[];
	/** Drill items of the issues in which something was missed, each once. */
	readonly items: readonly string[];
}

/** What a finished rehearsal shows: the mark, the five areas, what was missed and what trains it. */
export function summarise(
	{ issues }: Pick<Bundle, 'issues'>,
	rounds: readonly Argument[],
	answers: readonly AnsweredArgument[]
): RehearsalSummary {
	const marked = rounds.flatMap((argument) => {
		const given = answers.find((one) => one.argument === argument.id);
		return given ? [{ argument, marks: markReply(argument, given) }] : [];
	});
	const issueOf = ({ issue }: Argument) => issues.find(({ id }) => id === issue)!;
	const areas = (Object.keys(AREAS) as Area[]).flatMap((area) => {
		const own = marked.filter(({ argument }) => areaOf(issueOf(argument).sub) === area);
		return own.length === 0 ? [] : [{ area, rounds: own.length, mark: meanOf(own) }];
	});
	const missed = marked
		.filter(({ marks }) => marks.total < 100)
		.sort((left, right) => right.argument.strength - left.argument.strength);
	const items = [...new Set(missed.flatMap(({ argument }) => issueOf(argument).items))];
	return { mark: meanOf(marked), areas, missed, items };
}

function meanOf(marked: readonly { readonly marks: ReplyMark }[]): number {
	if (marked.length === 0) return 0;
	const sum = marked.reduce((total, { marks }) => total + marks.total, 0);
	return Math.floor((2 * sum + marked.length) / (2 * marked.length));
}

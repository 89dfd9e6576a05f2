import type { Argument, Bundle, Issue } from '../bundle/bundle.ts';
import { nameOfExhibit } from '../bundle/bundle.ts';
import type { LawLine } from '../bundle/law-line.ts';
import { areaOf } from '../bundle/sub-issues.ts';
import { markReply } from './mark-reply.ts';
import type { MarkedRound, OpenRound } from './rehearsal-view.ts';
import { type AnsweredArgument, shownReplies } from './rehearsal.ts';

/** What rounds are shown with. */
export interface Shown {
	readonly bundle: Pick<Bundle, 'issues' | 'exhibits'>;
	readonly law: readonly LawLine[];
	readonly rounds: readonly Argument[];
	readonly seed: number;
}

/** A round as it is asked. */
export function askRound(argument: Argument, shown: Shown): OpenRound {
	return {
		...headOf(argument, shown),
		exhibits: argument.exhibits.map((id) => nameWithTitle(id, shown)),
		law: argument.law.map((key) => nameOfLaw(key, shown)),
		replies: shownReplies(argument, shown.seed).map(({ place, reply }) => ({ place, text: reply.text }))
	};
}

/** A round that was answered: marks, the reason of every reply, the model line. */
export function explainRound(argument: Argument, given: AnsweredArgument, shown: Shown): MarkedRound {
	const { met } = argument;
	return {
		...headOf(argument, shown),
		marks: markReply(argument, given),
		replies: shownReplies(argument, shown.seed).map(({ place, reply }) => ({
			...{ text: reply.text, worth: reply.worth, why: reply.why, isGiven: place === given.reply }
		})),
		exhibit: {
			given: given.exhibit === '' ? '' : nameWithTitle(given.exhibit, shown),
			best: met.exhibits.map((id) => nameWithTitle(id, shown))
		},
		law: { given: nameOfLaw(given.law, shown), best: met.law.map((key) => nameOfLaw(key, shown)) },
		words: given.words,
		model: met.line
	};
}

function headOf(argument: Argument, { bundle, rounds }: Shown) {
	const issue: Issue = bundle.issues.find(({ id }) => id === argument.issue)!;
	const number = rounds.findIndex(({ id }) => id === argument.id) + 1;
	return {
		...{ argument: argument.id, number, line: argument.line, issue: issue.question, area: areaOf(issue.sub) }
	};
}

const nameWithTitle = (id: string, { bundle }: Shown) =>
	`${nameOfExhibit(id)} ${bundle.exhibits.find((one) => one.id === id)?.title ?? ''}`.trim();

const nameOfLaw = (key: string, { law }: Shown) => law.find((one) => one.key === key)?.name ?? key;

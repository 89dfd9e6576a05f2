import { type Result, ok, refuse } from '#lib/shared/result.ts';

/** Where a manuscript stands. */
export const STATES = {
	draft: '草稿',
	'internal-review': '待内审',
	'legal-review': '待法审',
	published: '已发布',
	withdrawn: '已撤回',
	superseded: '已被替代',
	discarded: '已作废'
} as const;
export type State = keyof typeof STATES;

/** Somebody still works on it. */
export const OPEN_STATES: readonly State[] = ['draft', 'internal-review', 'legal-review'];

type Part = 'author' | 'internal' | 'legal' | 'keeper' | 'nobody';

interface Rule {
	readonly label: string;
	readonly from: readonly State[];
	readonly to: State;
	/** author: who wrote in it · internal, legal: a reviewer who did not · keeper: who may take out what is published */
	readonly who: Part;
	readonly needsReason: boolean;
	/** Every remark at the text has been answered, or been resolved. */
	readonly comments: 'any' | 'answered' | 'resolved';
	/** The room’s own reader has nothing to say against the text. */
	readonly needsNoFaults: boolean;
	/** Whatever looks like personal data was changed away or confirmed. */
	readonly needsNoWarnings: boolean;
}

const rule = (given: Pick<Rule, 'label' | 'from' | 'to' | 'who'> & Partial<Rule>): Rule => ({
	...{ needsReason: false, comments: 'any', needsNoFaults: false, needsNoWarnings: false },
	...given
});

/**
 * The whole workflow: act · from → to · who · what it needs. “先内审再法审”: there is no other way to `published`.
 */
export const ACTS = {
	start: rule({ label: '建稿', from: [], to: 'draft', who: 'nobody' }),
	submit: rule({
		...{ label: '提交内审', from: ['draft'], to: 'internal-review', who: 'author' },
		...{ comments: 'answered', needsNoFaults: true }
	}),
	'take-back': rule({
		...{ label: '退回修改', from: ['internal-review', 'legal-review'], to: 'draft', who: 'author' }
	}),
	'approve-internal': rule({
		...{ label: '内审通过', from: ['internal-review'], to: 'legal-review', who: 'internal' },
		...{ comments: 'resolved', needsNoFaults: true }
	}),
	'return-internal': rule({
		...{ label: '内审退回', from: ['internal-review'], to: 'draft', who: 'internal', needsReason: true }
	}),
	'approve-legal': rule({
		...{ label: '法审通过并发布', from: ['legal-review'], to: 'published', who: 'legal' },
		...{ comments: 'resolved', needsNoFaults: true, needsNoWarnings: true }
	}),
	'return-legal': rule({
		...{ label: '法审退回', from: ['legal-review'], to: 'draft', who: 'legal', needsReason: true }
	}),
	withdraw: rule({ label: '撤回', from: ['published'], to: 'withdrawn', who: 'keeper', needsReason: true }),
	supersede: rule({ label: '被新版替代', from: ['published'], to: 'superseded', who: 'nobody' }),
	discard: rule({ label: '作废', from: ['draft'], to: 'discarded', who: 'author', needsReason: true })
} as const satisfies Record<string, Rule>;
export type Act = keyof typeof ACTS;

export function isAct(text: string): text is Act {
	return Object.hasOwn(ACTS, text);
}

/** Who wants to act. */
export interface Person {
	readonly id: string;
	readonly mayWrite: boolean;
	readonly mayReviewInternally: boolean;
	readonly mayReviewLegally: boolean;
	readonly mayWithdraw: boolean;
}

/** What is known about a manuscript when somebody wants to act on it. */
export interface Standing {
	readonly state: State;
	/** Everybody who wrote in it. */
	readonly authors: readonly string[];
	/** Who passed the internal review of this text; null = nobody yet. */
	readonly internalReviewer: { readonly id: string; readonly name: string } | null;
	readonly openComments: number;
	/** Open ones whose last word is not an author’s. */
	readonly unanswered: number;
	readonly faults: number;
	readonly warnings: number;
	/** It changes a piece that is published, in a kind whose text has no place to say what changed. */
	readonly needsNote: boolean;
}

/** Shortest reason, in characters. */
export const REASON_LENGTH = 6;

/** Whether a person may take a step, and if not the sentence that says why; what the text lacks is judged by `judgeStep`. */
export function mayTake(act: Act, standing: Standing, person: Person): Result<State> {
	const { label, from, to, who }: Rule = ACTS[act];
	if (!from.includes(standing.state)) {
		const wanted = from.map((state) => `“${STATES[state]}”`).join('或');
		return refuse('wrong-state', `“${label}”要在${wanted || '建稿'}时做，现在是“${STATES[standing.state]}”。`);
	}
	const isAuthor = standing.authors.includes(person.id);
	if (who === 'nobody') return refuse('automatic', `“${label}”由系统记录，不能手动做。`);
	if (who === 'author') {
		return isAuthor && person.mayWrite ? ok(to) : refuse('not-author', `只有写这篇稿件的人能“${label}”。`);
	}
	if (who === 'keeper') return person.mayWithdraw ? ok(to) : refuse('not-keeper', '没有撤回的权限。');
	return mayReview(who, { standing, person, to });
}

function mayReview(
	gate: 'internal' | 'legal',
	{ standing, person, to }: { standing: Standing; person: Person; to: State }
): Result<State> {
	if (gate === 'internal' && !person.mayReviewInternally) return refuse('not-reviewer', '内审由教员做。');
	if (gate === 'legal' && !person.mayReviewLegally) return refuse('not-reviewer', '法审由法制审核员做。');
	if (standing.authors.includes(person.id)) {
		return refuse('own-text', '写过这篇稿件的人不能审它，请别的审核人来审。');
	}
	if (gate === 'internal') return ok(to);
	const { internalReviewer } = standing;
	if (!internalReviewer) return refuse('no-internal-review', '这篇稿件还没有通过内审。');
	if (internalReviewer.id === person.id) {
		return refuse('same-reviewer', `内审和法审不能是同一个人：内审由${internalReviewer.name}通过。`);
	}
	return ok(to);
}

/** Whether a step can be taken now: the person, the reason, and what the text needs. */
export function judgeStep(
	{ act, reason }: { readonly act: Act; readonly reason: string },
	standing: Standing,
	person: Person
): Result<State> {
	const may = mayTake(act, standing, person);
	if (!may.ok) return may;
	const { needsReason, comments, needsNoFaults, needsNoWarnings }: Rule = ACTS[act];
	const { openComments, unanswered, faults, warnings } = standing;
	const says = [...reason.trim()].length;
	if (needsReason && says < REASON_LENGTH) {
		return refuse('no-reason', `写明理由，至少 ${REASON_LENGTH} 个字。`, 'reason');
	}
	if (act === 'submit' && standing.needsNote && says < REASON_LENGTH) {
		return refuse('no-reason', `这是对已发布内容的改动：写明改了什么，至少 ${REASON_LENGTH} 个字。`, 'reason');
	}
	if (comments === 'resolved' && openComments > 0) {
		return refuse('open-comments', `还有 ${openComments} 条意见没有了结，逐条了结以后再通过。`);
	}
	if (comments === 'answered' && unanswered > 0) {
		return refuse('unanswered', `还有 ${unanswered} 条意见没有答复，逐条答复以后再提交。`);
	}
	if (needsNoFaults && faults > 0) return refuse('faults', `稿件还有 ${faults} 处问题，先改好。`);
	if (needsNoWarnings && warnings > 0) {
		return refuse('personal-data', `还有 ${warnings} 处疑似个人信息没有处理：改掉，或由作者写明理由确认。`);
	}
	return may;
}

/** The acts a person could take in this state, whether or not something still stands in the way. */
export function actsOf(standing: Standing, person: Person): Act[] {
	return (Object.keys(ACTS) as Act[]).filter((act) => mayTake(act, standing, person).ok);
}

/** An act as a page offers it. */
export interface ActShown {
	readonly act: Act;
	readonly label: string;
	readonly needsReason: boolean;
	/** What still stands in its way; null = nothing. */
	readonly obstacle: string | null;
}

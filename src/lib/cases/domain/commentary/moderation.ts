import { type Result, ok, refuse } from '#lib/shared/result.ts';

/** What became of an officer's comment; the last decision stands. */
export const DECISIONS = { accepted: '采纳', returned: '退回', merged: '并入', withdrawn: '撤回' } as const;
export type Decision = keyof typeof DECISIONS;
export const COMMENT_STANDINGS = {
	pending: '待审核',
	accepted: '已采纳',
	returned: '已退回',
	merged: '已并入',
	withdrawn: '已撤回'
} as const;
export type CommentStanding = keyof typeof COMMENT_STANDINGS;

export interface Decided {
	readonly decision: Decision;
	readonly reason: string;
	/** The comment that says the same. */
	readonly into: string | null;
}

/** A comment with what was decided about it, oldest decision first. */
export interface JudgedComment {
	readonly id: string;
	/** The case on the agenda it is about. */
	readonly itemId: string;
	readonly authorId: string;
	readonly decisions: readonly Decided[];
}

export const standingOf = ({ decisions }: Pick<JudgedComment, 'decisions'>): CommentStanding =>
	decisions.at(-1)?.decision ?? 'pending';

export interface Ruling extends Decided {
	readonly moderatorId: string;
	/** How many decisions were on the page. */
	readonly seen: number;
}

/**
 * Whether a trainer's decision about a comment holds. Refuses an own comment, a page that is out of date, a comment its author
 * took back, a duplicate of nothing, and to take away the comment into which others were merged.
 */
export function judgeComment(comment: JudgedComment, all: readonly JudgedComment[], ruling: Ruling): Result<Decided> {
	const { decision, reason, into, moderatorId, seen } = ruling;
	if (comment.authorId === moderatorId) return refuse('own-comment', '自己的意见由另一名教员审核。');
	if (comment.decisions.length !== seen)
		return refuse('decided-meanwhile', '打开页面以后已有人审过这条意见，请看过再定。');
	if (standingOf(comment) === 'withdrawn') return refuse('withdrawn', '作者已经撤回这条意见。');
	if (decision !== 'accepted' && duplicatesOf(comment, all).length > 0) {
		return refuse('has-duplicates', '有别的意见并入了这一条，请先改定那些意见。', 'decision');
	}
	if (decision !== 'merged') return ok({ decision, reason, into: null });
	const target = all.find(({ id }) => id === into);
	const fits = target && target.id !== comment.id && target.itemId === comment.itemId;
	if (!fits) return refuse('no-target', '选同一案例的一条意见并入。', 'into');
	const standing = standingOf(target);
	if (standing !== 'accepted' && standing !== 'pending') {
		return refuse('no-target', '要并入的那条意见没有被采纳，请另选一条。', 'into');
	}
	return ok({ decision, reason, into: target.id });
}

/** The comments that were found to say the same. */
export function duplicatesOf({ id }: Pick<JudgedComment, 'id'>, all: readonly JudgedComment[]): JudgedComment[] {
	return all.filter((one) => standingOf(one) === 'merged' && one.decisions.at(-1)!.into === id);
}

/**
 * What counts of a meeting: per author the accepted comments, authors in the order of their ids (the ledger locks its chains in
 * that order). Duplicates and what nobody decided count for nothing.
 */
export function creditsOf(comments: readonly JudgedComment[]): ReadonlyMap<string, readonly string[]> {
	const accepted = comments.filter((one) => standingOf(one) === 'accepted');
	const authors = [...new Set(accepted.map(({ authorId }) => authorId))].sort();
	return new Map(
		authors.map((author) => [author, accepted.filter(({ authorId }) => authorId === author).map(({ id }) => id)])
	);
}

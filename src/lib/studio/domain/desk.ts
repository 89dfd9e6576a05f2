import type { Day } from '#lib/shared/time.ts';
import type { Kind } from './manuscript.ts';
import type { Act, Person, State } from './workflow.ts';

/** What a manuscript may want of somebody, most urgent first. */
export const WAITS = {
	legal: '请法审',
	internal: '请内审',
	returned: '退回给作者',
	answer: '有意见要答复'
} as const;
export type Wait = keyof typeof WAITS;

/** A manuscript as far as the desk needs it. */
export interface DeskRow {
	readonly state: State;
	readonly stateSince: Date;
	readonly authors: readonly string[];
	readonly internalReviewer: string | null;
	readonly lastAct: Act;
	readonly unanswered: number;
}

const RETURNS: readonly Act[] = ['return-internal', 'return-legal'];

/** What it waits for from this person; null = nothing. */
export function waitsFor(row: DeskRow, { id, mayReviewInternally, mayReviewLegally }: Person): Wait | null {
	const isAuthor = row.authors.includes(id);
	if (row.state === 'internal-review' && mayReviewInternally && !isAuthor) return 'internal';
	if (row.state === 'legal-review' && mayReviewLegally && !isAuthor && row.internalReviewer !== id) return 'legal';
	if (!isAuthor) return null;
	if (row.state === 'draft' && RETURNS.includes(row.lastAct)) return 'returned';
	return row.state === 'draft' && row.unanswered > 0 ? 'answer' : null;
}

/** What waits for this person first, by what it wants and then the longest waiting one first. */
export function waitingFor<Row extends DeskRow>(rows: readonly Row[], person: Person): (Row & { wait: Wait })[] {
	const order = Object.keys(WAITS) as Wait[];
	return rows
		.flatMap((row) => {
			const wait = waitsFor(row, person);
			return wait ? [{ ...row, wait }] : [];
		})
		.sort(
			(left, right) =>
				order.indexOf(left.wait) - order.indexOf(right.wait) || left.stateSince.getTime() - right.stateSince.getTime()
		);
}

/** `今天`, `等了 3 天`: whole calendar days. */
export function waitedWords(days: number): string {
	return days <= 0 ? '今天' : `等了 ${days} 天`;
}

/** A manuscript as a line of the desk. */
export interface DeskLine {
	readonly id: string;
	readonly title: string;
	readonly kind: Kind;
	readonly kindLabel: string;
	readonly state: State;
	readonly stateLabel: string;
	readonly openComments: number;
	readonly basedOn: number | null;
	readonly authors: string;
	readonly lastStep: string;
	readonly reason: string;
	readonly saved: Day;
	readonly waited: string | null;
}

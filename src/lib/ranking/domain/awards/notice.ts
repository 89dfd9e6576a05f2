import type { Day } from '#lib/shared/time.ts';
import { type Nominee, type Run, clockFor } from './run.ts';
import { titleOfCycle } from './award-cycle.ts';
import type { HonourKind } from './honour.ts';

export const NOTICE_STATES = {
	publicity: '公示中',
	withdrawn: '已撤下',
	published: '已发布',
	revoked: '已撤销'
} as const;
export type NoticeState = keyof typeof NOTICE_STATES;

/** What everybody may read of one nominee; nothing else of a selection leaves the house. */
export interface PublicNotice {
	readonly kind: HonourKind;
	readonly nomineeId: string;
	readonly state: NoticeState;
	/** `执法之星` */
	readonly honour: string;
	readonly cycle: string;
	readonly name: string;
	readonly unitName: string;
	readonly deeds: string;
	readonly noticedOn: Day;
	readonly lastDay: Day | null;
	readonly explanation: string;
	readonly number: string | null;
	readonly publishedOn: Day | null;
	readonly code: string | null;
	readonly revokedOn: Day | null;
	readonly reason: string | null;
}

const STATE_OF: Partial<Record<Nominee['state'], NoticeState>> = {
	...{ publicity: 'publicity', confirmed: 'publicity', removed: 'withdrawn' },
	...{ published: 'published', revoked: 'revoked' }
};

/** The public side of a selection: whoever was publicised, as approved, with the present last day and what became of it. */
export function noticesOf(run: Run): PublicNotice[] {
	return run.nominees.flatMap((one) => {
		const state = STATE_OF[one.state];
		if (!state || !one.notice || !one.noticedOn) return [];
		const { lastDay, explanation } = clockFor(run, one)!;
		const isRevoked = state === 'revoked';
		return [
			{
				...one.notice,
				...{
					kind: run.honour.kind,
					state,
					honour: run.honour.name,
					cycle: run.cycle,
					noticedOn: one.noticedOn,
					lastDay
				},
				explanation: explanation.join('；'),
				...{ number: one.publishedOn && run.number, publishedOn: one.publishedOn, code: one.code },
				...{ revokedOn: one.revokedOn, reason: isRevoked ? one.reason : null }
			}
		];
	});
}

/** `2026年10月执法之星` */
export const honourTitle = (honour: string, cycle: string) => `${titleOfCycle(cycle)}${honour}`;

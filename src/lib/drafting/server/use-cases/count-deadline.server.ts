import { authorise } from '#lib/identity/server/use-cases/authorise.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { formatLength } from '#lib/shared/deadline.ts';
import { type StatutoryDeadline, deadlineUnder } from '#lib/shared/statutory-deadline.ts';
import { dayOf, formatDay, formatWeekday } from '#lib/shared/time.ts';
import { type Strip, stripOf } from '../../domain/deadline-days.ts';
import {
	COMMON_PERIODS,
	type CommonPeriod,
	type Faults,
	type Typed,
	readQuestion
} from '../../domain/deadline-question.ts';

export interface CountedDeadline extends StatutoryDeadline {
	/** `2026年10月8日（星期四）`, for hours with the minute. */
	readonly said: string;
	/** `15个自然日` */
	readonly lengthSaid: string;
	readonly strip: Strip | null;
}

export interface DeadlinePage {
	readonly typed: Typed;
	/** Empty until something is asked. */
	readonly faults: Faults;
	readonly answer: CountedDeadline | null;
	readonly common: readonly CommonPeriod[];
}

/** Counts the period that an address asks for; without one the form starts today. */
export function countDeadline(ctx: Ctx, read: (name: string) => string | null): DeadlinePage {
	authorise(ctx, 'law.readLaws');
	const isAsked = read('length') !== null;
	const typed: Typed = {
		start: read('start') ?? dayOf(ctx.now),
		length: read('length') ?? '',
		...{ unit: read('unit') ?? 'day', law: read('law') ?? '行政处罚法', roll: read('roll') ?? '' }
	};
	const question = isAsked ? readQuestion(typed) : { faults: {} };
	if ('faults' in question) return { typed, faults: question.faults, answer: null, common: COMMON_PERIODS };
	const { asked } = question;
	const deadline = deadlineUnder(asked);
	const clock = deadline.end ? ` ${deadline.end.slice(11)}` : '';
	const answer = {
		...deadline,
		said: `${formatDay(deadline.lastDay)}（${formatWeekday(deadline.lastDay)}）${clock}`,
		lengthSaid: formatLength(asked.length, deadline.unit),
		strip: stripOf(asked.start.slice(0, 10), deadline)
	};
	return { typed, faults: {}, answer, common: COMMON_PERIODS };
}

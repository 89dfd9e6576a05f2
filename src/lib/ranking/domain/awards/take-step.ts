import { type Result, ok, refuse } from '#lib/shared/result.ts';
import type { AwardCycle } from './award-cycle.ts';
import type { Honour } from './honour.ts';
import { type Run } from './run.ts';
import type { Act, Step } from './step.ts';
import * as nomination from './take-nomination.ts';
import * as publicity from './take-publicity.ts';
import * as publication from './take-publication.ts';
import * as review from './take-review.ts';

/** Which selection a log belongs to. */
export interface RunFrame {
	readonly honour: Honour;
	readonly cycle: AwardCycle;
}

type Take<A extends Act> = (run: Run, step: Step<A>) => Result<Run>;

/**
 * Every act but the first, with what it needs:
 * nominate, describe, dissent · before the eligibility is decided | qualify · a verdict for everybody, a panel of three or more
 * replace, sign · while sheets are missing | publicise · all sheets in | object · inside the publicity of that nominee
 * verify · by two who are neither on the panel nor the objector | confirm · publicity over, nothing open | publish · confirmed
 * revoke · published | lapse · nobody is left
 */
const TAKES: { readonly [A in Exclude<Act, 'open'>]: Take<A> } = {
	...{ nominate: nomination.nominate, describe: nomination.describe, dissent: nomination.dissent },
	...{ qualify: review.qualify, replace: review.replace, sign: review.sign },
	...{ publicise: publicity.publicise, object: publicity.object, verify: publicity.verify },
	...{ confirm: publication.confirm, publish: publication.publish },
	...{ revoke: publication.revoke, lapse: publication.lapse }
};

/** What a step makes of a selection, or why it may not be taken. The one door: live steps and replayed ones go through it. */
export function takeStep(run: Run | null, step: Step, frame: RunFrame): Result<Run> {
	if (step.act === 'open')
		return run === null ? ok(nomination.open(step, frame)) : refuse('opened', '这一期已经启动。');
	if (run === null) return refuse('not-opened', '这一期还没有启动。');
	if (run.lapsed !== null) return refuse('lapsed', '这一期已经结束。');
	const take = TAKES[step.act] as Take<Act>;
	const taken = take(run, step);
	return taken.ok ? ok({ ...taken.value, steps: step.number }) : taken;
}

/** The selection that its log tells. A log that could not have been written is a fault of the database and throws. */
export function replay(steps: readonly Step[], frame: RunFrame): Run {
	let run: Run | null = null;
	for (const step of steps) {
		const taken: Result<Run> = takeStep(run, step, frame);
		if (!taken.ok) throw new Error(`step ${step.number} ${step.act}: ${taken.refusal.code}`);
		run = taken.value;
	}
	if (run === null) throw new Error('a selection without steps');
	return run;
}

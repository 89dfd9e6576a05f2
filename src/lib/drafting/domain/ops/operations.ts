import type { Check, Op } from '../check.ts';
import type { Scope } from '../scope.ts';
import type { Verdict } from '../verdict.ts';
import { DATES } from './dates.ts';
import { FIGURES } from './figures.ts';
import { LAW } from './law.ts';
import { LISTS } from './lists.ts';
import type { Operations } from './operation.ts';
import { PRESENCE } from './presence.ts';
import { TEXTS } from './texts.ts';

const OPERATIONS: Operations<Op> = { ...PRESENCE, ...LISTS, ...TEXTS, ...FIGURES, ...DATES, ...LAW };

/** Runs a check by the operation of its name. */
export function runCheck(check: Check, scope: Scope): Verdict {
	// The operation and its operands belong together by the name, which types cannot say in one call.
	const operation = OPERATIONS[check.op] as (check: Check, scope: Scope) => Verdict;
	return operation(check, scope);
}

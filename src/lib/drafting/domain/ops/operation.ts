import type { Checks, Op } from '../check.ts';
import type { Scope } from '../scope.ts';
import type { Verdict } from '../verdict.ts';

export type Operation<Name extends Op> = (check: Checks[Name], scope: Scope) => Verdict;
export type Operations<Names extends Op> = { readonly [Name in Names]: Operation<Name> };

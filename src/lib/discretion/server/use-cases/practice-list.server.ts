import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { clockOf, dayOf } from '#lib/shared/time.ts';
import { CASE_LEVELS } from '../../domain/practice-case.ts';
import { practiceBook } from '../practice-book.server.ts';
import * as attempts from '../repository/practice-attempts.server.ts';
import * as cases from '../repository/practice-cases.server.ts';

/** What the list is narrowed to; '' = everything. */
export interface CaseFilter {
	readonly level: string;
	readonly trap: string;
	readonly done: string;
}

const RECENT = 12;

/** The cases to practise on, easiest first, with the own standing, and what was done last. */
export async function readPracticeCases(ctx: Ctx, filter: CaseFilter) {
	const { actor } = authorisePerson(ctx, 'discretion.practise');
	const [shown, standing, recent] = await Promise.all([
		cases.selectShown(ctx.db),
		attempts.selectStanding(ctx.db, actor.personId),
		attempts.selectOwn(ctx.db, actor.personId, RECENT)
	]);
	const titles = new Map(practiceBook('default').traps.map(({ number, title }) => [number, title]));
	const own = shown.filter(({ reference }) => reference.length === 0);
	const rows = own.map(({ id, title, level, industry, traps }) => {
		const { best = null, times = 0, openId = null } = standing.get(id) ?? {};
		return { id, title, level, industry, traps, best, times, openId };
	});
	const isMeant = ({ level, traps, times }: (typeof rows)[number]) =>
		(filter.level === '' || String(level) === filter.level) &&
		(filter.trap === '' || traps.includes(Number(filter.trap))) &&
		(filter.done === '' || (filter.done === 'yes') === times > 0);
	const inUse = [...new Set(own.flatMap(({ traps }) => traps))].sort((left, right) => left - right);
	return {
		...{ filter, total: rows.length, done: rows.filter(({ times }) => times > 0).length },
		levels: CASE_LEVELS.map((level) => ({
			level,
			cases: rows
				.filter((one) => one.level === level && isMeant(one))
				.map((one) => ({ ...one, traps: one.traps.map((number) => titles.get(number) ?? '') }))
		})),
		traps: inUse.map((number) => ({ number, title: titles.get(number) ?? '' })),
		recent: recent.map(({ startedAt, finishedAt, ...one }) => ({
			...{ ...one, isFinished: finishedAt !== null, day: dayOf(startedAt), clock: clockOf(startedAt) }
		}))
	};
}

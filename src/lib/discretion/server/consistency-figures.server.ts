import { mayRun } from '#lib/identity/domain/permissions.ts';
import type { PersonCard } from '#lib/identity/server/use-cases/directory.server.ts';
import type { SignedIn } from '#lib/platform/ctx.server.ts';
import { type Consistency, type FineSpread, type Way, compareWays, placeAmong } from '../domain/consistency.ts';
import type { FiguresView, FineSpreadView, NamedWay } from '../domain/consistency-view.ts';
import { dotsOf } from '../domain/fine-plot.ts';
import type { CaseBody } from '../domain/practice-case.ts';
import { askingOf } from './practice-attempt.server.ts';

export interface Compared {
	readonly body: CaseBody;
	readonly quarter: string;
	readonly ways: readonly Way[];
	/** The last quarter before in which the case was decided. */
	readonly before: { readonly quarter: string; readonly ways: readonly Way[] } | null;
}

/** The figures of one case and quarter as this reader may see them: own place, names only where the reader trains or supervises. */
export function figuresOf(me: SignedIn, compared: Compared, people: ReadonlyMap<string, PersonCard>): FiguresView {
	const found = compare(compared.body, compared.quarter, compared.ways);
	const { before } = compared;
	const then = before && compare(compared.body, before.quarter, before.ways);
	const { count, isTooFew, meanMark, claims, overall, factors } = found;
	const names = namesOf(me, compared.ways, { found, people });
	return {
		...{ count, isTooFew, meanMark, claims, overall, factors, ...names },
		fines: found.fines.map((fine, index) => fineView(fine, then?.fines[index], me.actor.personId)),
		before: then && {
			...{ quarter: before.quarter, count: then.count, isTooFew: then.isTooFew, meanMark: then.meanMark },
			alpha: then.overall.alpha
		}
	};
}

function compare(body: CaseBody, quarter: string, ways: readonly Way[]): Consistency {
	const { key, book } = askingOf(body, 'reference');
	const factorNames = new Map(book.benchmark.factors.map(({ id, text }) => [id, text.split(/[：（——]/)[0] ?? id]));
	return compareWays(ways, { one: body, key, factorNames, seed: `${body.id}/${quarter}` });
}

function fineView(fine: FineSpread, before: FineSpread | undefined, ownId: string): FineSpreadView {
	const { decision, spread, stopped, amounts } = fine;
	const { tier, statutory, bracket } = decision.decision!;
	const own = amounts.find(({ officerId }) => officerId === ownId);
	const others = amounts.filter((one) => one !== own).map(({ amount }) => amount);
	return {
		...{ about: decision.name, tier, statutory: statutory!, bracket: bracket!, spread, stopped },
		dots: dotsOf(
			amounts.map((one) => ({ amount: one.amount, isInside: one.isInside, isOwn: one === own })),
			statutory!
		),
		before: before?.spread ?? null,
		own: own ? { amount: own.amount, isInside: own.isInside, place: placeAmong(own.amount, others) } : null
	};
}

interface Known {
	readonly found: Consistency;
	readonly people: ReadonlyMap<string, PersonCard>;
}

/** Everybody whose unit the reader trains or supervises, worst mark first; null = the reader sees nobody's name. */
function namesOf({ actor }: SignedIn, ways: readonly Way[], { found, people }: Known) {
	const mayName = ({ id, unitPath }: PersonCard) =>
		mayRun(actor, 'discretion.readConsistencyNames', { personId: id, unitPath });
	const holdsRight = actor.grants.some(({ role }) => role === 'trainer' || role === 'supervisor');
	if (!holdsRight) return { names: null, othersCount: 0 };
	const seen = ways.flatMap((way) => {
		const person = people.get(way.officerId);
		return person && mayName(person) ? [{ way, person }] : [];
	});
	const names = seen
		.map(({ way, person }): NamedWay & { id: string } => ({
			...{ id: person.id, name: person.name, unitName: person.unitName, mark: way.mark },
			amounts: found.fines.map(({ amounts }) => {
				const own = amounts.find(({ officerId }) => officerId === way.officerId);
				return { amount: own?.amount ?? null, isInside: own?.isInside ?? false };
			})
		}))
		.sort((left, right) => left.mark - right.mark || left.name.localeCompare(right.name, 'zh'))
		.map(({ name, unitName, mark, amounts }) => ({ name, unitName, mark, amounts }));
	return { names, othersCount: ways.length - names.length };
}

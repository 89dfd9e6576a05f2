import { readItemTitles } from '#lib/drills/server/use-cases/titles.server.ts';
import { startLinked } from '#lib/drills/server/use-cases/start-sets.server.ts';
import { mayRun } from '#lib/identity/domain/permissions.ts';
import { authorise, authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { isId } from '#lib/shared/ids.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import type { AdvocateCriterion, TeamCriterion } from '../../domain/ballot/criteria.ts';
import { ADVOCATE_CRITERIA } from '../../domain/ballot/criteria.ts';
import { type Side, isSide } from '../../domain/bundle/side.ts';
import { type Seat, partyOf } from '../../domain/hearing/role.ts';
import { type Moment, type Review, reviewOf } from '../../domain/review/review.ts';
import { type MarkedSheet, countMatch } from '../counted-match.server.ts';
import { readHearingBundle } from '../hearing-bundle.server.ts';
import { findOwnSeat } from '../holder.server.ts';
import { type Known, knowHearing } from '../known-hearing.server.ts';
import { readBody, selectEvents } from '../repository/events.server.ts';

/** Whose review is asked for: the own one, or for whoever organises that of a seat. */
export interface AskedReview {
	readonly hearingId: string;
	/** Token of a personal link. */
	readonly link: string | null;
	/** Null = the own one. */
	readonly seatId: string | null;
}

interface JudgesNote {
	readonly judgeName: string;
	readonly criterion: TeamCriterion;
	readonly text: string;
	readonly moment: Moment | null;
}

export interface ReviewPage {
	readonly seat: Pick<Seat, 'id' | 'name'> & { readonly side: Side };
	/** Benches of both sides, for whoever organises; else empty. */
	readonly others: readonly Pick<Seat, 'id' | 'name'>[];
	/** Null = the result is not published yet: nothing of this is told before. */
	readonly review: Review | null;
	/** Mean of the judges by criterion, in hundredths. */
	readonly marks: Readonly<Partial<Record<TeamCriterion, number>>>;
	readonly advocate: Readonly<Partial<Record<AdvocateCriterion, number>>>;
	readonly notes: readonly JudgesNote[];
	readonly items: readonly { readonly id: string; readonly title: string }[];
}

const NO_REVIEW = ['no-review', '没有这份复盘：只有在庭上代表一方的人才有。'] as const;

/** The own hearing again, the same evening: what was found and missed, argued, marked, and what to practise next. */
export async function readReview(ctx: Ctx, asked: AskedReview): Promise<Result<ReviewPage>> {
	authorise(ctx, 'arena.sit');
	const found = await findChair(ctx, asked);
	if (!found) return refuse(...NO_REVIEW);
	const { known, seat, others } = found;
	const page = { seat: { id: seat.id, name: seat.name, side: seat.side }, others };
	const nothing = { review: null, marks: {}, advocate: {}, notes: [], items: [] };
	if (!known.hearing.course.published) return ok({ ...page, ...nothing });
	const [review, counted] = await Promise.all([look(ctx, asked.hearingId, found), countMatch(ctx.db, asked.hearingId)]);
	const sheets = counted?.sheets.filter(({ side }) => side === seat.side) ?? [];
	const titles = await readItemTitles(ctx, review.items);
	return ok({
		...{ ...page, review, marks: meansOf(sheets.map(({ points }) => points)), notes: notesOf(known, sheets) },
		advocate: meansOf(sheets.map(({ advocates }) => wholeRow(advocates[seat.id]))),
		items: review.items.flatMap((id) => (titles.has(id) ? [{ id, title: titles.get(id)! }] : []))
	});
}

/** Starts a set of what trains the own misses. @returns the set's id */
export async function practiseReview(ctx: Ctx, hearingId: string): Promise<Result<string>> {
	const me = authorisePerson(ctx, 'arena.rehearse');
	const found = await findChair(me, { hearingId, link: null, seatId: null });
	if (!found?.known.hearing.course.published) return refuse(...NO_REVIEW);
	return startLinked(ctx, (await look(me, hearingId, found)).items);
}

interface Chair {
	readonly known: Known;
	readonly seat: Seat & { readonly side: Side };
	readonly others: readonly Pick<Seat, 'id' | 'name'>[];
}

async function findChair(ctx: Ctx, { hearingId, link, seatId }: AskedReview): Promise<Chair | null> {
	if (!isId(hearingId)) return null;
	const own = await findOwnSeat(ctx, hearingId, link);
	const known = await knowHearing(ctx.db, hearingId);
	if (!known) return null;
	const advocates = known.hearing.course.seats.filter((seat) => isSide(partyOf(seat) ?? ''));
	const mayChoose = mayRun(ctx.actor, 'arena.organise');
	const wanted = mayChoose ? (seatId ?? own ?? advocates[0]?.id) : own;
	const seat = advocates.find(({ id }) => id === wanted);
	if (!seat) return null;
	const others = mayChoose ? advocates.map(({ id, name }) => ({ id, name })) : [];
	return { known, seat: { ...seat, side: seat.role as Side }, others };
}

async function look(ctx: Ctx, hearingId: string, { known, seat }: Chair): Promise<Review> {
	const { hearing, frame } = known;
	const [bundle, rows] = await Promise.all([
		readHearingBundle(ctx.db, frame.file.bundle, { kind: 'panel' }),
		selectEvents(ctx.db, hearingId, 0, hearing.seq)
	]);
	const hidden = bundle?.kind === 'panel' ? bundle.hidden : { defects: [], issues: [] };
	return reviewOf(seat, hidden, { hearing, events: rows.map(readBody) });
}

const WHOLE = Object.keys(ADVOCATE_CRITERIA).length;
/** A row that a judge did not fill in counts for nobody. */
const wholeRow = (row: MarkedSheet['advocates'][string] = {}) => (Object.keys(row).length === WHOLE ? row : {});

/** Means by key, rounded half up; a judge without a figure is left out. */
function meansOf<Key extends string>(
	rows: readonly Readonly<Partial<Record<Key, number>>>[]
): Partial<Record<Key, number>> {
	const sums = new Map<Key, number[]>();
	for (const row of rows) {
		for (const [key, value] of Object.entries(row) as [Key, number][]) sums.set(key, [...(sums.get(key) ?? []), value]);
	}
	const mean = (all: number[]) =>
		Math.floor((2 * all.reduce((sum, one) => sum + one, 0) + all.length) / (2 * all.length));
	return Object.fromEntries([...sums].map(([key, all]) => [key, mean(all)])) as Partial<Record<Key, number>>;
}

function notesOf({ hearing }: Known, sheets: readonly MarkedSheet[]): JudgesNote[] {
	const nameOf = (id: string) => hearing.course.seats.find((seat) => seat.id === id)?.name ?? id;
	return sheets.flatMap(({ judge, notes }) =>
		notes.map(({ criterion, seq, text }) => {
			const line = hearing.court.lines.find(({ id }) => id === seq);
			const moment = line ? { seq, at: line.at, seatId: line.seatId, text: line.text } : null;
			return { judgeName: nameOf(judge), criterion, text, moment };
		})
	);
}

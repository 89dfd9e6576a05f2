import { AREAS, type Area } from '#lib/shared/piece.ts';
import type { Bundle, Defect } from '../bundle/bundle.ts';
import type { Side } from '../bundle/side.ts';
import { areaOf, isSubIssue } from '../bundle/sub-issues.ts';
import type { HearingEvent } from '../hearing/event.ts';
import type { Hearing, Line } from '../hearing/hearing.ts';
import { partyOf } from '../hearing/role.ts';

/** Something that was said or done, at its place in the log. */
export interface Moment {
	readonly seq: number;
	readonly at: number;
	readonly seatId: string;
	readonly text: string;
}

export interface DefectReview extends Pick<Defect, 'id' | 'sub' | 'exhibit' | 'what' | 'consequence' | 'raisedBy'> {
	/** When the side that should raise it did; none = missed. */
	readonly raised: readonly Moment[];
	/** What the other side had to say to it. */
	readonly answered: readonly Moment[];
}

export interface AreaReview {
	readonly area: Area;
	/** Sentences of the own that hang on an issue of this area; of the whole bench. */
	readonly own: number;
	readonly bench: number;
	/** Of the own ones: how many name an exhibit, how many an article. */
	readonly withExhibit: number;
	readonly withLaw: number;
}

/** What a hearing looks like from one chair, once it is over. */
export interface Review {
	readonly side: Side;
	/** What the own side was to find. */
	readonly toFind: readonly DefectReview[];
	/** What the other side was to find in the own evidence. */
	readonly toMeet: readonly DefectReview[];
	readonly areas: readonly AreaReview[];
	/** Own sentences that hang on no issue. */
	readonly loose: number;
	/** Drill items of the issues in which something was missed, each once. */
	readonly items: readonly string[];
	/** Areas to practise next, the weakest first. */
	readonly next: readonly Area[];
}

/** What is argued: greetings, questions of procedure and final statements carry no point. */
const ARGUED: readonly Line['kind'][] = ['statement', 'argument', 'question', 'reply'];

type Known = Pick<Bundle, 'defects' | 'issues'>;

/** What a side said or did about a defect: it opposed the exhibit, named the point as an issue, or argued it. */
function momentsOn(defect: Defect, side: Side, { hearing, events }: Told): Moment[] {
	const areaOfIssue = (id: string | null) => {
		const point = hearing.court.issues.find((issue) => issue.id === id)?.point ?? '';
		return { point, area: isSubIssue(point) ? areaOf(point) : null };
	};
	const isAbout = ({ issueId, exhibitIds }: Line) => {
		const { point, area } = areaOfIssue(issueId);
		return (
			point === defect.sub || (exhibitIds.includes(defect.exhibit) && (area === null || area === areaOf(defect.sub)))
		);
	};
	const said = linesOf(hearing, side).filter((line) => ARGUED.includes(line.kind) && isAbout(line));
	return [...said.map(momentOfLine), ...events.flatMap((event) => actOn(defect, side, event))].sort(
		(left, right) => left.seq - right.seq
	);
}

function actOn({ exhibit, sub }: Defect, side: Side, { act, role, seq, at, actor, detail }: HearingEvent): Moment[] {
	if (role !== side) return [];
	const here = { seq, at, seatId: actor };
	if (act === 'oppose' && detail.exhibitId === exhibit && detail.properties.length > 0) {
		return [{ ...here, text: detail.text }];
	}
	if (act === 'respond' && detail.exhibitId === exhibit) return [{ ...here, text: detail.text }];
	return act === 'raise-issue' && detail.point === sub ? [{ ...here, text: detail.text }] : [];
}

interface Told {
	readonly hearing: Hearing;
	readonly events: readonly HearingEvent[];
}

const linesOf = ({ course, court }: Hearing, side: Side): Line[] => {
	const bench = new Set(course.seats.filter((seat) => partyOf(seat) === side).map(({ id }) => id));
	return court.lines.filter(({ seatId }) => bench.has(seatId));
};
const momentOfLine = ({ id, at, seatId, text }: Line): Moment => ({ seq: id, at, seatId, text });

/** @param bench what the whole bench argued; the own seat's sentences are among it */
function reviewArea(
	area: Area,
	seatId: string,
	{ hearing, bench }: { hearing: Hearing; bench: readonly Line[] }
): AreaReview {
	const areas = new Map(hearing.court.issues.map((issue) => [issue.id, issue.area]));
	const isIn = ({ issueId }: Line) => issueId !== null && areas.get(issueId) === area;
	const mine = bench.filter((line) => line.seatId === seatId && isIn(line));
	return {
		...{ area, own: mine.length, bench: bench.filter(isIn).length },
		withExhibit: mine.filter(({ exhibitIds }) => exhibitIds.length > 0).length,
		withLaw: mine.filter(({ citations }) => citations.length > 0).length
	};
}

/**
 * The hearing as the officer on a seat should look at it again: which seeded defects were found, judged by what was opposed,
 * named and argued, never by anybody's opinion; what was argued in the five areas; what to practise next.
 * @param told the whole log; read only after the result is published
 */
export function reviewOf(
	seat: { readonly id: string; readonly side: Side },
	{ defects, issues }: Known,
	told: Told
): Review {
	const { id, side } = seat;
	const other: Side = side === 'plaintiff' ? 'defendant' : 'plaintiff';
	const look = (raisedBy: Side, by: Side): DefectReview[] =>
		defects
			.filter((one) => one.raisedBy === raisedBy)
			.map((one) => {
				const { id, sub, exhibit, what, consequence } = one;
				const raised = momentsOn(one, raisedBy, told);
				const first = raised[0]?.seq ?? Infinity;
				const answered = momentsOn(one, by, told).filter(({ seq }) => seq > first);
				return { id, sub, exhibit, what, consequence, raisedBy, raised, answered };
			});
	const toFind = look(side, other);
	const toMeet = look(other, side);
	const bench = linesOf(told.hearing, side).filter(({ kind }) => ARGUED.includes(kind));
	const own = bench.filter(({ seatId }) => seatId === id);
	const areas = (Object.keys(AREAS) as Area[]).map((area) => reviewArea(area, id, { hearing: told.hearing, bench }));
	const lost = [
		...toFind.filter(({ raised }) => raised.length === 0),
		...toMeet.filter(({ raised, answered }) => raised.length > 0 && answered.length === 0)
	];
	return {
		...{ side, toFind, toMeet, areas, loose: own.filter(({ issueId }) => issueId === null).length },
		items: itemsFor(lost, issues),
		next: weakestOf(areas, lost)
	};
}

/** The items of the issues about the very points that were lost; where no issue is about one, of its area. */
function itemsFor(lost: readonly DefectReview[], issues: Known['issues']): string[] {
	const found = lost.flatMap(({ sub }) => {
		const exact = issues.filter((issue) => issue.sub === sub);
		return exact.length > 0 ? exact : issues.filter((issue) => areaOf(issue.sub) === areaOf(sub));
	});
	return [...new Set(found.flatMap(({ items }) => items))];
}

const MOST_NEXT = 3;

/** Areas in which something was lost, those with most of it first; then those in which nothing was said though the bench did. */
function weakestOf(areas: readonly AreaReview[], lost: readonly DefectReview[]): Area[] {
	const lostIn = (area: Area) => lost.filter(({ sub }) => areaOf(sub) === area).length;
	return areas
		.filter(({ area, own, bench }) => lostIn(area) > 0 || (own === 0 && bench > 0))
		.sort((left, right) => lostIn(right.area) - lostIn(left.area) || left.own - right.own)
		.slice(0, MOST_NEXT)
		.map(({ area }) => area);
}

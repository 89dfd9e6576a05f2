/** Where things of a radar lie: hundredths of a point on as many axes as there are values, the first one upwards. */
export interface Point {
	readonly x: number;
	readonly y: number;
}
export interface Radar {
	/** The ends of the axes, and the places of their labels. */
	readonly axes: readonly (Point & { readonly label: Point; readonly anchor: 'start' | 'middle' | 'end' })[];
	/** Rings at 20, 40 … 100 points. */
	readonly rings: readonly string[];
	/** Null = not measured: nothing is drawn, and nothing is joined to it. */
	readonly dots: readonly (Point | null)[];
	/** The area, when everything is measured. */
	readonly area: string | null;
	/** Lines between neighbours that are both measured. */
	readonly edges: readonly (readonly [Point, Point])[];
}

const RINGS = [20, 40, 60, 80, 100];
const FULL = 10_000;
const LABEL_GAP = 16;
/** A label has two lines; at the top both stand above the axis, at the bottom both below it. */
const LINE = 14;

const round = (value: number) => Math.round(value * 10) / 10;

export function drawRadar(values: readonly (number | null)[], { x, y }: Point, radius: number): Radar {
	const at = (place: number, distance: number): Point => {
		const angle = (place / values.length) * 2 * Math.PI - Math.PI / 2;
		return { x: round(x + distance * Math.cos(angle)), y: round(y + distance * Math.sin(angle)) };
	};
	const join = (points: readonly Point[]) => points.map((one) => `${one.x},${one.y}`).join(' ');
	const dots = values.map((value, place) => (value === null ? null : at(place, (radius * value) / FULL)));
	const axes = values.map((_, place) => {
		const end = at(place, radius + LABEL_GAP);
		const side = end.x - x;
		if (Math.abs(side) >= 1) {
			return { ...at(place, radius), label: end, anchor: side > 0 ? ('start' as const) : ('end' as const) };
		}
		const label = { x: end.x, y: end.y + (end.y < y ? -LINE : LINE / 2) };
		return { ...at(place, radius), label, anchor: 'middle' as const };
	});
	const edges = dots.flatMap((dot, place) => {
		const next = dots[(place + 1) % dots.length];
		return dot && next ? [[dot, next] as const] : [];
	});
	const measured = dots.flatMap((dot) => dot ?? []);
	return {
		axes,
		rings: RINGS.map((ring) => join(values.map((_, place) => at(place, (radius * ring) / 100)))),
		...{ dots, edges, area: measured.length === dots.length ? join(measured) : null }
	};
}

import * as v from 'valibot';
import {
	COURT_ROLES,
	CONTEST_SIDES,
	type ContestSide,
	type CourtRole,
	STANDINGS,
	type Standing,
	isParty
} from './domain/hearing/role.ts';

/** The form that puts somebody on a seat: of the bureau by account, from outside by a link. */
export const SEAT_FORM = v.object({
	key: v.pipe(v.string(), v.uuid('页面已经过期，请刷新再试。')),
	role: v.picklist(Object.keys(COURT_ROLES) as CourtRole[], '选一种席位。'),
	place: v.pipe(v.string(), v.regex(/^[1-9]$/, '选第几席。')),
	personId: v.optional(v.string(), ''),
	guest: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(20, '称呼至多 20 字。')), ''),
	standing: v.optional(v.string(), ''),
	contestSide: v.optional(v.string(), ''),
	isSubstitute: v.optional(v.string(), '')
});

const keyIn = <Key extends string>(table: Readonly<Record<Key, unknown>>, text: string): Key | null =>
	Object.hasOwn(table, text) ? (text as Key) : null;

/** The seat as the use-case takes it: its id is the role and its place. */
export function readSeatForm({
	key,
	role,
	place,
	personId,
	guest,
	standing,
	contestSide,
	isSubstitute
}: v.InferOutput<typeof SEAT_FORM>) {
	const own: Standing | null = isParty(role) ? (keyIn(STANDINGS, standing) ?? 'agent') : null;
	const side: ContestSide | null = keyIn(CONTEST_SIDES, contestSide);
	const seat = {
		key,
		seatId: `${role}-${place}`,
		role,
		contestSide: side,
		standing: own,
		isSubstitute: isSubstitute === 'yes'
	};
	return { seat, personId, guest };
}

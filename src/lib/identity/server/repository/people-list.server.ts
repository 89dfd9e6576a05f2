import { type SQL, and, asc, desc, eq, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { person, roleGrant, unit } from '#db/schema/identity.ts';
import { personLeave } from '#db/schema/identity-register.ts';
import { containing } from '#lib/shared/like.ts';
import { type Day, addDays } from '#lib/shared/time.ts';
import { SOON_DAYS } from '../../domain/certificate.ts';
import type { PeopleFilter } from '../../domain/people-filter.ts';
import type { Role } from '../../domain/roles.ts';
import { grantHolds } from './grants.server.ts';

interface Asked extends Pick<PeopleFilter, 'query' | 'role' | 'state' | 'certificate'> {
	/** The units that count: of the reader's, and of the chosen part of the tree. */
	readonly unitIds: readonly string[];
	readonly today: Day;
}

function matches({ query, role, state, certificate, unitIds, today }: Asked): SQL {
	// In the order in which they are cheap: PostgreSQL tests conditions of equal cost as they stand.
	return and(
		inArray(person.unitId, [...unitIds]),
		STATES[state](today),
		CERTIFICATES[certificate](today),
		query === '' ? undefined : holdsWords(query),
		role === '' ? undefined : holdsRole(role, today)
	)!;
}

const STATES: Readonly<Record<PeopleFilter['state'], (today: Day) => SQL | undefined>> = {
	active: () => isNull(person.deactivatedAt),
	all: () => undefined,
	deactivated: () => isNotNull(person.deactivatedAt),
	'first-password': () => and(isNull(person.deactivatedAt), person.mustChangePassword),
	away: (today) => {
		const away = sql`select 1 from ${personLeave} where ${personLeave.personId} = ${person.id}
			and ${personLeave.cancelledAt} is null and ${today} between ${personLeave.fromOn} and ${personLeave.untilOn}`;
		return and(isNull(person.deactivatedAt), sql`exists (${away})`);
	}
};

const CERTIFICATES: Readonly<Record<PeopleFilter['certificate'], (today: Day) => SQL | undefined>> = {
	'': () => undefined,
	soon: (today) => sql`${person.certificateExpiresOn} between ${today} and ${addDays(today, SOON_DAYS)}`,
	expired: (today) => sql`${person.certificateExpiresOn} < ${today}`,
	none: () => isNull(person.certificateExpiresOn)
};

/** Name, account or certificate number; accounts are in lower case. */
function holdsWords(query: string): SQL {
	const pattern = containing(query);
	return or(
		sql`${person.name} like ${pattern}`,
		sql`${person.account} like ${pattern.toLowerCase()}`,
		sql`${person.certificateNumber} like ${pattern}`
	)!;
}

function holdsRole(role: Role, today: Day): SQL {
	const held = and(eq(roleGrant.personId, person.id), eq(roleGrant.role, role), grantHolds(today));
	return sql`exists (select 1 from ${roleGrant} where ${held})`;
}

const ORDERS: Readonly<Record<PeopleFilter['order'], SQL[]>> = {
	name: [sql`${person.name} collate "zh-x-icu"`, asc(person.id)],
	account: [asc(person.account)],
	certificate: [asc(person.certificateExpiresOn), asc(person.id)],
	joined: [desc(person.joinedOn), desc(person.id)]
};

/** One page of the register. */
export function selectPage(
	db: Db,
	asked: Asked,
	page: { order: PeopleFilter['order']; offset: number; limit: number }
) {
	const held = and(eq(roleGrant.personId, person.id), grantHolds(asked.today));
	// The page first, so that nothing is looked up for whoever stands on the pages before it.
	const chosen = db
		.select({ id: person.id })
		.from(person)
		.where(matches(asked))
		.orderBy(...ORDERS[page.order])
		.limit(page.limit)
		.offset(page.offset)
		.as('chosen');
	return db
		.select({
			...{ id: person.id, name: person.name, account: person.account, unitName: unit.name },
			...{ certificateNumber: person.certificateNumber, certificateExpiresOn: person.certificateExpiresOn },
			...{ joinedOn: person.joinedOn, isDeactivated: sql<boolean>`${person.deactivatedAt} is not null` },
			mustChangePassword: person.mustChangePassword,
			roles: sql<Role[]>`array(select distinct ${roleGrant.role} from ${roleGrant} where ${held})`
		})
		.from(chosen)
		.innerJoin(person, eq(person.id, chosen.id))
		.innerJoin(unit, eq(unit.id, person.unitId))
		.orderBy(...ORDERS[page.order]);
}

export async function countMatching(db: Db, asked: Asked): Promise<number> {
	const [row] = await db
		.select({ count: sql<number>`count(*)::int` })
		.from(person)
		.where(matches(asked));
	return row?.count ?? 0;
}

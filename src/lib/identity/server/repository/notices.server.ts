import { statement } from '#db/connect.ts';
import type { Role } from '../../domain/roles.ts';

/** The own certificate if it ends by a day ($2), and roles given or ended since an instant ($3). */
export const readAccountNews = statement<{
	expiresOn: string | null;
	grants: { id: string; role: Role; unit: string; isEnded: boolean; at: number }[];
}>(`
	select (select certificate_expires_on::text from person where id = $1 and certificate_expires_on <= $2::date) as "expiresOn",
		coalesce((select json_agg(g) from (
			select r.id, r.role, u.name as unit, r.ended_at is not null as "isEnded",
				floor(extract(epoch from coalesce(r.ended_at, r.granted_at)) * 1000)::float8 as at
			from role_grant r join unit u on u.id = r.unit_id
			where r.person_id = $1 and coalesce(r.ended_at, r.granted_at) >= $3::timestamptz and r.granted_by is not null
		) g), '[]') as grants`);

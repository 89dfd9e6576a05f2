import { mayRun } from '#lib/identity/domain/permissions.ts';
import { readPeople } from '#lib/identity/server/use-cases/directory.server.ts';
import type { LinkKind } from '#lib/platform/personal-links.server.ts';
import { refuse } from '#lib/shared/result.ts';
import { selectLinkedSeats } from '../repository/seats.server.ts';
import { takeLinkBack } from '../take-link-back.server.ts';

/** Links to seats, of all hearings: experts from outside sit by them. */
export const SEAT_LINKS: LinkKind = {
	...{ kind: 'seat', title: '庭审席位' },
	read: async (ctx) => {
		const seats = await selectLinkedSeats(ctx.db);
		const people = await readPeople(ctx, [...new Set(seats.map(({ assignedBy }) => assignedBy))]);
		const mayOpen = mayRun(ctx.actor, 'arena.organise');
		return seats.map(({ hearingId, seatId, title, linkName, linkExpiresAt, linkUsedAt, assignedBy, assignedAt }) => ({
			...{ id: `${hearingId}/${seatId}`, purpose: title, holder: linkName ?? '—' },
			...{ givenBy: people.get(assignedBy)?.name ?? '—', givenAt: assignedAt },
			...{ expiresAt: linkExpiresAt ?? assignedAt, lastUsedAt: linkUsedAt },
			at: mayOpen ? `/arena/${hearingId}/seats` : null
		}));
	},
	revoke: async (ctx, id) => {
		const [hearingId = '', seatId = ''] = id.split('/');
		if (!ctx.actor) return refuse('no-link', '这个席位没有链接。');
		return takeLinkBack({ ...ctx, actor: ctx.actor }, hearingId, seatId);
	}
};

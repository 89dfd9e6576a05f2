import { SEAT_LINKS } from '#lib/arena/server/use-cases/seat-links.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import type { LinkKind } from '#lib/platform/personal-links.server.ts';
import { type Result, refuse } from '#lib/shared/result.ts';
import { clockOf, dayOf } from '#lib/shared/time.ts';
import { authorise } from './authorise.server.ts';

/** Every kind of personal link that there is; a room that gives out another adds it here. */
const KINDS: readonly LinkKind[] = [SEAT_LINKS];

const momentOf = (at: Date) => `${dayOf(at)} ${clockOf(at)}`;

/** All personal links that still open something, and those that have run out, newest first. */
export async function readPersonalLinks(ctx: Ctx) {
	authorise(ctx, 'identity.readLinks');
	const kinds = await Promise.all(
		KINDS.map(async ({ kind, title, read }) => (await read(ctx)).map((link) => ({ ...link, kind, title })))
	);
	const links = kinds.flat().sort((a, b) => b.givenAt.getTime() - a.givenAt.getTime());
	return links.map(({ givenAt, expiresAt, lastUsedAt, ...link }) => ({
		...{ ...link, givenAt: momentOf(givenAt), expiresAt: momentOf(expiresAt) },
		...{ lastUsedAt: lastUsedAt && momentOf(lastUsedAt), isOver: expiresAt <= ctx.now }
	}));
}

/** Takes a link back: from now on it opens nothing. @param key `kind:id` */
export async function revokePersonalLink(ctx: Ctx, key: string): Promise<Result<null>> {
	authorise(ctx, 'identity.revokeLinks');
	const at = key.indexOf(':');
	const kind = KINDS.find((one) => one.kind === key.slice(0, at));
	return kind ? kind.revoke(ctx, key.slice(at + 1)) : refuse('no-link', '这个链接已经收回。');
}

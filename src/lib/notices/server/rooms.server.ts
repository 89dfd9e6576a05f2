import { arenaNotices } from '#lib/arena/server/use-cases/notices.server.ts';
import { casesNotices } from '#lib/cases/server/use-cases/notices.server.ts';
import { draftingNotices } from '#lib/drafting/server/use-cases/notices.server.ts';
import { identityNotices } from '#lib/identity/server/use-cases/notices.server.ts';
import { lawNotices } from '#lib/law/server/use-cases/notices.server.ts';
import { ownNotices } from '#lib/own/server/use-cases/notices.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { rankingNotices } from '#lib/ranking/server/use-cases/notices.server.ts';
import { settingsNotices } from '#lib/settings/server/use-cases/notices.server.ts';
import { studioNotices } from '#lib/studio/server/use-cases/notices.server.ts';
import type { RoomNotices } from '../domain/kinds.ts';

/** Every room that has something to tell. A new one is added here and its kinds to `domain/kinds.ts`. */
export const ROOMS: readonly ((ctx: Ctx) => Promise<RoomNotices>)[] = [
	...[arenaNotices, draftingNotices, studioNotices, casesNotices],
	...[lawNotices, ownNotices, rankingNotices, settingsNotices, identityNotices]
];

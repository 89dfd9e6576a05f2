import { eq } from 'drizzle-orm';
import { installation } from '#db/schema/platform.ts';
import type { Ctx } from './ctx.server.ts';

/** What this installation knows about itself. `demo`: absent = no demo people. `content`: the stamp of what was loaded last. */
export interface Installation {
	readonly demo: 'building' | 'done';
	readonly content: string;
}

export async function readInstallation<Key extends keyof Installation>(
	ctx: Pick<Ctx, 'db'>,
	key: Key
): Promise<Installation[Key] | null> {
	const [row] = await ctx.db.select().from(installation).where(eq(installation.key, key));
	return (row?.value ?? null) as Installation[Key] | null;
}

export async function writeInstallation<Key extends keyof Installation>(
	ctx: Pick<Ctx, 'db' | 'now'>,
	key: Key,
	value: Installation[Key]
): Promise<void> {
	const set = { value, changedAt: ctx.now };
	await ctx.db
		.insert(installation)
		.values({ key, ...set })
		.onConflictDoUpdate({ target: installation.key, set });
}

/** Whether the database answers and is neither empty nor in the middle of the demo's making. */
export async function isDatabaseReady(ctx: Pick<Ctx, 'db' | 'log'>): Promise<boolean> {
	try {
		return (await readInstallation(ctx, 'demo')) !== 'building';
	} catch (error) {
		ctx.log.warn({ error }, 'database not ready');
		return false;
	}
}

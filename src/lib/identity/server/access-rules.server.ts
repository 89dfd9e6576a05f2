import { readSetting, readSettings } from '#lib/settings/server/use-cases/read-settings.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import type { SecondFactorRule } from '../domain/second-factor.ts';
import type { SessionLimits } from '../domain/session-limits.ts';

// The one place where this room asks for its settings; they cost no statement where the node has them.

type Asking = Pick<Ctx, 'db'>;

export async function readSessionLimits(ctx: Asking): Promise<SessionLimits> {
	const set = await readSettings(ctx, ['identity.session-idle-days', 'identity.session-absolute-days']);
	return { idleDays: set['identity.session-idle-days'], absoluteDays: set['identity.session-absolute-days'] };
}

/** How long a password is at least, and how many former ones may not come back. */
export async function readPasswordRules(ctx: Asking): Promise<{ minLength: number; history: number }> {
	const set = await readSettings(ctx, ['identity.password-min-length', 'identity.password-history']);
	return { minLength: set['identity.password-min-length'], history: set['identity.password-history'] };
}

/** Whether second factors are used here, and whether administrators must have one. */
export function readSecondFactorRule(ctx: Asking): Promise<SecondFactorRule> {
	return readSetting(ctx, 'identity.second-factor');
}

import type { Ctx } from '#lib/platform/ctx.server.ts';
import { type Result, ok } from '#lib/shared/result.ts';
import { readSetting } from '#lib/settings/server/use-cases/read-settings.server.ts';
import { findDutyConflict } from '../domain/duties.ts';
import type { Role } from '../domain/roles.ts';

/** Whether one person may hold these roles at once: three duties are three people, unless the settings say otherwise. */
export async function judgeRolesTogether(ctx: Ctx, roles: readonly Role[]): Promise<Result<null>> {
	const conflict = findDutyConflict(roles);
	return conflict && (await readSetting(ctx, 'identity.separate-duties')) ? { ok: false, refusal: conflict } : ok(null);
}

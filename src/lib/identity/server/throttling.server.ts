import { type Ctx, inTransaction } from '#lib/platform/ctx.server.ts';
import { sha256 } from '#lib/shared/canonical.ts';
import { refuse } from '#lib/shared/result.ts';
import { afterFailure } from '../domain/throttle.ts';
import * as repository from './repository.server.ts';

/** People type passwords into the field above by mistake: what was typed is never stored as it is. */
export function accountSubject(account: string): string {
	return `account:${sha256(account).slice(0, 32)}`;
}

/** One more failure; simultaneous ones are all counted. */
export async function countFailure(ctx: Ctx, subject: string): Promise<void> {
	await inTransaction(ctx, async ({ db }) => {
		const before = await repository.lockThrottle(db, subject, ctx.now);
		await repository.saveThrottle(db, { subject, ...afterFailure(before, ctx.now) });
	});
}

export function refuseBlocked(seconds: number, field: string) {
	const wait = seconds < 60 ? `${seconds} 秒` : `${Math.ceil(seconds / 60)} 分钟`;
	return refuse('throttled', `失败次数过多，请在 ${wait}后再试。`, field);
}

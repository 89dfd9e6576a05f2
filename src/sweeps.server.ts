import { closeExpiredOf } from '#lib/drills/server/use-cases/close-expired.server.ts';
import { openReviews } from '#lib/law/server/use-cases/changed-basis.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { onStopping } from '#lib/platform/shutdown.server.ts';
import { closeCycles } from '#lib/ranking/server/use-cases/close-cycles.server.ts';

const SWEEP_MINUTES = 10;

/** What must happen later is computed from the time when read; the sweep writes it down. Any node may run it. */
export function startSweeps(contextOf: () => Ctx): void {
	const sweep = async () => {
		const ctx = contextOf();
		try {
			const expired = await closeExpiredOf(ctx);
			const cycles = await closeCycles(ctx);
			const reviews = await openReviews(ctx);
			if (expired > 0 || cycles.length > 0 || reviews > 0) ctx.log.info({ expired, cycles, reviews }, 'swept');
		} catch (error) {
			ctx.log.error({ error }, 'sweep failed');
		}
	};
	const timer = setInterval(() => void sweep(), SWEEP_MINUTES * 60_000);
	timer.unref();
	onStopping(() => clearInterval(timer));
}

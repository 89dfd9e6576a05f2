import { purgeLog } from '#lib/audit/server/use-cases/purge-log.server.ts';
import { sealLog } from '#lib/audit/server/use-cases/seal-log.server.ts';
import { endTerms } from '#lib/arena/server/use-cases/end-terms.server.ts';
import { closeExpiredOf } from '#lib/drills/server/use-cases/close-expired.server.ts';
import { applyMoves } from '#lib/identity/server/use-cases/move-people.server.ts';
import { openReviews } from '#lib/law/server/use-cases/changed-basis.server.ts';
import { assignMarkers } from '#lib/drafting/server/use-cases/assign-markers.server.ts';
import { onUpload } from '#lib/law/server/import-bell.server.ts';
import { workOffImports } from '#lib/law/server/use-cases/work-off-imports.server.ts';
import { forgetOldNotices, sendDigests } from '#lib/notices/server/use-cases/send-digests.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import type { Mailer } from '#lib/platform/mailer.server.ts';
import { onStopping } from '#lib/platform/shutdown.server.ts';
import { closeCycles } from '#lib/ranking/server/use-cases/close-cycles.server.ts';

const SWEEP_MINUTES = 10;
/** An upload begins at once on the node that took it; one that a killed node has left waits no longer than this. */
const IMPORT_SECONDS = 30;

/** What must happen later is computed from the time when read; the sweep writes it down. Any node may run it. */
export function startSweeps(contextOf: () => Ctx, mailer: Mailer | null): void {
	const sweep = async () => {
		const ctx = contextOf();
		try {
			const expired = await closeExpiredOf(ctx);
			const cycles = await closeCycles(ctx);
			const reviews = await openReviews(ctx);
			const markers = await assignMarkers(ctx);
			const terms = await endTerms(ctx);
			const moves = await applyMoves(ctx);
			const purged = await purgeLog(ctx);
			const seals = await sealLog(ctx);
			await forgetOldNotices(ctx);
			// Last: a mail server that is slow holds up nothing else.
			const mail = mailer && (await sendDigests(ctx, mailer));
			if (mail && Object.values(mail).some((count) => count > 0)) ctx.log.info(mail, 'mailed');
			if (expired > 0 || cycles.length > 0 || reviews > 0 || markers > 0 || terms > 0 || moves > 0 || purged > 0) {
				ctx.log.info({ expired, cycles, reviews, markers, terms, moves, purged, seals }, 'swept');
			}
		} catch (error) {
			ctx.log.error({ error }, 'sweep failed');
		}
	};
	// What was written while nothing was running, or by the demo, need not wait.
	void sealLog(contextOf()).catch((error: unknown) => contextOf().log.error({ error }, 'audit not sealed'));
	const timer = setInterval(() => void sweep(), SWEEP_MINUTES * 60_000);
	timer.unref();
	const stopImports = startImports(contextOf);
	onStopping(() => {
		clearInterval(timer);
		stopImports();
	});
}

function startImports(contextOf: () => Ctx): () => void {
	let isWorking = false;
	const work = async () => {
		if (isWorking) return;
		isWorking = true;
		const ctx = contextOf();
		try {
			await workOffImports(ctx);
		} catch (error) {
			ctx.log.error({ error }, 'law import cut off');
		} finally {
			isWorking = false;
		}
	};
	const timer = setInterval(() => void work(), IMPORT_SECONDS * 1000);
	timer.unref();
	onUpload(() => void work());
	void work();
	return () => clearInterval(timer);
}

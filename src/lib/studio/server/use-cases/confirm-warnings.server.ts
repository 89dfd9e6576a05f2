import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import { recordAudit } from '#lib/platform/audit.server.ts';
import { type Ctx, inTransaction } from '#lib/platform/ctx.server.ts';
import { isId } from '#lib/shared/ids.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { OPEN_STATES, REASON_LENGTH } from '../../domain/workflow.ts';
import * as confirmations from '../repository/confirmations.server.ts';
import * as manuscripts from '../repository/manuscripts.server.ts';
import { gather } from '../standing.server.ts';
import { NO_MANUSCRIPT } from './save-manuscript.server.ts';

export interface Answered {
	/** Keys of warnings, as `checkManuscript` tells them. */
	readonly keys: readonly string[];
	readonly reason: string;
}

/** An author says of warnings that what was found is invented, or may stand, and why. @returns how many were answered */
export async function confirmWarnings(ctx: Ctx, id: string, { keys, reason }: Answered): Promise<Result<number>> {
	const me = authorisePerson(ctx, 'studio.writeManuscripts');
	const why = reason.trim();
	if ([...why].length < REASON_LENGTH) return refuse('no-reason', `写明理由，至少 ${REASON_LENGTH} 个字。`, 'reason');
	return inTransaction(me, async (inner) => {
		const row = isId(id) ? await manuscripts.lockManuscript(inner.db, id) : null;
		if (!row) return NO_MANUSCRIPT;
		const { authors, warnings } = await gather(inner, row);
		const by = inner.actor.personId;
		if (!authors.includes(by)) return refuse('not-author', '只有写这篇稿件的人能确认疑似个人信息。');
		if (!OPEN_STATES.includes(row.state)) return refuse('closed', '这篇稿件已经不在流程里。');
		const open = warnings.filter(({ key, confirmed }) => !confirmed && keys.includes(key));
		const list = [...new Set(open.map(({ key }) => key))].map((key) => ({ key, reason: why, by, at: inner.now }));
		await confirmations.insertConfirmations(inner.db, id, list);
		const answered = list.map(({ key }) => key);
		if (answered.length > 0) {
			await recordAudit(inner, 'studio.confirmWarnings', `manuscript:${id}`, { answered, reason: why });
		}
		return ok(answered.length);
	});
}

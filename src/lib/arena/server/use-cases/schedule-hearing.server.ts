import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import { recordAudit } from '#lib/platform/audit.server.ts';
import { type Ctx, inTransaction } from '#lib/platform/ctx.server.ts';
import { isId, newId } from '#lib/shared/ids.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import type { CaseFile, Mode } from '../../domain/hearing/case-file.ts';
import type { ResultRule } from '../../domain/ballot/match-result.ts';
import { isInCourt } from '../../domain/hearing/procedure.ts';
import { currentProcedures } from '../current-procedures.server.ts';
import { NO_HEARING } from '../known-hearing.server.ts';
import { cancelHearing as cancelRow, insertHearing } from '../repository/hearings.server.ts';
import { runCommand } from '../run-command.server.ts';

export interface NewHearing {
	readonly procedureId: string;
	readonly mode: Mode;
	readonly title: string;
	/** The part of the bundle that the rules read. */
	readonly file: CaseFile;
	readonly resultRule: ResultRule;
	readonly isPublic: boolean;
	readonly startsAt: Date;
}

/** The procedures that may be chosen. */
export async function listProcedures(ctx: Ctx) {
	authorisePerson(ctx, 'arena.readHearings');
	return currentProcedures().map(({ id, version, title, kind, basis }) => ({ id, version, title, kind, basis }));
}

/** Fixes procedure, file and rule of a hearing. @returns its id */
export async function scheduleHearing(ctx: Ctx, given: NewHearing): Promise<Result<string>> {
	const me = authorisePerson(ctx, 'arena.organise');
	const procedure = currentProcedures().find(({ id }) => id === given.procedureId);
	if (!procedure) return refuse('no-procedure', '选一个程序。', 'procedureId');
	if (given.title.trim() === '') return refuse('no-title', '写一个名称。', 'title');
	if (given.startsAt < ctx.now) return refuse('past', '开庭时间应在以后。', 'startsAt');
	const { procedureId: _, file, mode, ...row } = given;
	const id = newId(ctx.now);
	await inTransaction(me, async (inner) => {
		await insertHearing(inner.db, {
			...{ ...row, id, mode, frame: { procedure, file, mode } },
			...{ bundleId: file.bundle.id, bundleVersion: file.bundle.version },
			...{ procedureId: procedure.id, procedureVersion: procedure.version },
			...{ scheduledBy: inner.actor.personId, scheduledAt: inner.now }
		});
		const detail = { title: given.title, procedure: procedure.id, bundle: file.bundle.id };
		await recordAudit(inner, 'arena.organise', `hearing:${id}`, detail);
	});
	return ok(id);
}

/** Hands the case out: papers may come in from now on. Only procedures with stages on paper have this step. @param key made by the page */
export async function publishCaseFile(ctx: Ctx, hearingId: string, key: string): Promise<Result<null>> {
	authorisePerson(ctx, 'arena.organise');
	if (!isId(hearingId)) return refuse(...NO_HEARING);
	const first = currentProcedures().flatMap(({ stages }) => stages.filter((one) => !isInCourt(one)).slice(0, 1));
	const to = first[0]?.id ?? 'S0';
	const done = await runCommand(ctx, hearingId, key, { by: 'organiser', act: 'advance', detail: { to, reason: '' } });
	return done.ok ? ok(null) : done;
}

/** Calls a hearing off, unless its result is published. */
export async function cancelHearing(ctx: Ctx, hearingId: string, reason: string): Promise<Result<null>> {
	const me = authorisePerson(ctx, 'arena.organise');
	if (!isId(hearingId)) return refuse(...NO_HEARING);
	if (reason.trim() === '') return refuse('no-reason', '写明取消的理由。', 'reason');
	return inTransaction(me, async (inner): Promise<Result<null>> => {
		if (!(await cancelRow(inner.db, hearingId, inner.now))) return refuse(...NO_HEARING);
		await recordAudit(inner, 'arena.organise', `hearing:${hearingId}`, { cancelled: reason });
		return ok(null);
	});
}

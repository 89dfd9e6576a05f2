import { asc, eq } from 'drizzle-orm';
import { auditEntry } from '#db/schema/audit.ts';
import { newId } from '#lib/shared/ids.ts';
import { sha256 } from '#lib/shared/canonical.ts';
import type { Ctx } from './ctx.server.ts';
import type { OwnRecord } from './own-records.server.ts';

/**
 * Appends to the audit log in the caller's transaction.
 * @param subject what was acted on, `person:…`
 * @param detail before and after, without secrets; its digest is stored beside it
 */
export async function recordAudit(
	ctx: Ctx,
	useCase: string,
	subject: string,
	detail: Record<string, unknown> = {}
): Promise<void> {
	await ctx.db.insert(auditEntry).values({
		id: newId(ctx.now),
		at: ctx.now,
		actorId: ctx.actor?.personId ?? null,
		useCase,
		subject,
		digest: sha256(JSON.stringify(detail)),
		detail,
		requestNumber: ctx.request
	});
}

/** What the log says about a use-case, oldest first. */
export async function readAudit(ctx: Ctx, useCase: string) {
	const { subject, detail } = auditEntry;
	return ctx.db
		.select({ subject, detail })
		.from(auditEntry)
		.where(eq(auditEntry.useCase, useCase))
		.orderBy(asc(auditEntry.at));
}

/** What a person did, for the copy of own data; to whom and what else was said there is often about somebody else. */
export const OWN_AUDIT: OwnRecord = {
	...{ title: '操作', from: auditEntry, by: auditEntry.actorId, newest: auditEntry.at },
	show: { 操作: auditEntry.useCase, 时间: auditEntry.at, 请求编号: auditEntry.requestNumber }
};

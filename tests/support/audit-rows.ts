import { readQuery } from '#lib/audit/domain/log-query.ts';
import { checkLog, readLogState } from '#lib/audit/server/use-cases/check-log.server.ts';
import { exportLog, searchLog } from '#lib/audit/server/use-cases/search-log.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';

const EVERYTHING = readQuery(new URLSearchParams());

/** For the auditor alone: neither an administrator nor anybody else. */
export const auditRows: Record<string, (ctx: Ctx) => unknown> = {
	searchLog: (ctx) => searchLog(ctx, EVERYTHING),
	exportLog: (ctx) => exportLog(ctx, EVERYTHING),
	readLogState,
	checkLog
};

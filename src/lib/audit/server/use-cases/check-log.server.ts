import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import { recordAudit } from '#lib/platform/audit.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { readSetting } from '#lib/settings/server/use-cases/read-settings.server.ts';
import { clockOf, dayOf } from '#lib/shared/time.ts';
import * as seals from '../repository/seals.server.ts';
import { type LogVerification, verifyLog, walkLog } from './verify-log.server.ts';

/** Sealing has stopped somewhere when an entry has waited for so long. */
const LATE_MINUTES = 60;
const instant = (at: Date) => `${dayOf(at)} ${clockOf(at)}`;

async function stateOf({ db, now }: Pick<Ctx, 'db' | 'now'>) {
	const [last, purges] = await Promise.all([seals.selectLastSeal(db), seals.selectPurges(db)]);
	const { count, oldest } = await seals.selectUnsealed(db, last?.untilNumber ?? 0);
	const purge = purges.at(-1);
	return {
		last: last && { number: last.number, at: instant(last.sealedAt), hash: last.hash },
		unsealed: count,
		isLate: oldest !== null && now.getTime() - oldest.getTime() > LATE_MINUTES * 60_000,
		purgedUntil: purge ? instant(purge.lastAt) : null
	};
}

/** How far the log is sealed, and how long it is kept. */
export async function readLogState(ctx: Ctx) {
	const me = authorisePerson(ctx, 'audit.readLog');
	const months = await readSetting(me, 'audit.retention-months');
	return { ...(await stateOf(me)), months };
}
export type LogState = Awaited<ReturnType<typeof readLogState>>;

/** Walks the whole chain for the auditor; that it was done, and what came of it, is in the log. */
export async function checkLog(ctx: Ctx): Promise<LogVerification> {
	const me = authorisePerson(ctx, 'audit.readLog');
	const result = await verifyLog(me);
	const { hash, faults } = result;
	await recordAudit(me, 'audit.verify', 'audit:log', { hash, faults: faults.length });
	return result;
}

/** For the doctor: whether the chain holds and sealing goes on. */
export async function examineLog(ctx: Ctx) {
	const { isLate, unsealed } = await stateOf(ctx);
	const { faults, seals: made, entries } = await walkLog(ctx);
	const check = '审计日志';
	if (faults.length > 0) return { check, state: 'fail', text: `有 ${faults.length} 处出入：${faults[0]!}` } as const;
	return isLate
		? ({ check, state: 'warn', text: `有 ${unsealed} 条一个多小时没有封存：平台没有在运行，或者定时任务停了` } as const)
		: ({ check, state: 'ok', text: `${made} 封、${entries} 条，都与封存时相同` } as const);
}

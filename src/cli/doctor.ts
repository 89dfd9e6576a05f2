import { examineLog } from '#lib/audit/server/use-cases/check-log.server.ts';
import { openDatabase } from '#lib/platform/database.server.ts';
import { type Finding, examine } from '#lib/platform/doctor.server.ts';
import { startClock } from '#lib/platform/clock.server.ts';
import { openLog } from '#lib/platform/log.server.ts';
import { examineCalendar } from '#lib/settings/server/use-cases/holidays.server.ts';
import { readEnvironment } from '#lib/shared/environment.ts';
import type { Arguments, Output } from './command.ts';

export const name = 'doctor';
export const summary = '检查配置、数据库、结构、磁盘、时钟和备份；有不能用的，退出码为 1';
export const usage = '';
export const options = {};

const SIGNS = { ok: '✓', warn: '!', fail: '✗' } as const;

export async function run(_: Arguments, io: Output): Promise<number> {
	const findings = await examineAll(io.err);
	for (const { check, state, text } of findings) io.out(`${SIGNS[state]} ${check}：${text}`);
	const failed = findings.filter(({ state }) => state === 'fail').length;
	io.out(failed === 0 ? '可以使用' : `有 ${failed} 处不能用`);
	io.json({ ok: failed === 0, findings });
	return failed === 0 ? 0 : 1;
}

/** What cannot even be opened is a finding as well. */
async function examineAll(log: (text: string) => void): Promise<Finding[]> {
	try {
		const environment = readEnvironment(process.env);
		const database = await openDatabase(environment, log);
		try {
			const now = startClock('')();
			const findings = await examine(database, environment, now);
			// A database that is not up to date has no such tables yet.
			const isWhole = findings.some(({ check, state }) => check === '数据库结构' && state === 'ok');
			const about = { actor: null, seed: 0, log: openLog(environment.LOG_LEVEL), request: name };
			const ctx = { db: database.db, now, ...about };
			return [
				{ check: '配置', state: 'ok', text: database.where },
				...findings,
				...(isWhole ? [await examineLog(ctx), await examineCalendar(ctx)] : [])
			];
		} finally {
			await database.close();
		}
	} catch (error) {
		return [{ check: '配置', state: 'fail', text: error instanceof Error ? error.message : String(error) }];
	}
}

import { openDatabase } from '#lib/platform/database.server.ts';
import { type Finding, examine } from '#lib/platform/doctor.server.ts';
import { startClock } from '#lib/platform/clock.server.ts';
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
			return [
				{ check: '配置', state: 'ok', text: database.where },
				...(await examine(database, environment, startClock('')()))
			];
		} finally {
			await database.close();
		}
	} catch (error) {
		return [{ check: '配置', state: 'fail', text: error instanceof Error ? error.message : String(error) }];
	}
}

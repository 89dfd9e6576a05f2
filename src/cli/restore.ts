import { ArchiveFault } from '#lib/platform/archive/archive-file.server.ts';
import { restore } from '#lib/platform/archive/restore.server.ts';
import { recordAudit } from '#lib/platform/audit.server.ts';
import { startClock } from '#lib/platform/clock.server.ts';
import { openDatabase } from '#lib/platform/database.server.ts';
import { openLog } from '#lib/platform/log.server.ts';
import { readEnvironment } from '#lib/shared/environment.ts';
import { basename, resolve } from 'node:path';
import { MalformedInput, type Arguments, type Output } from './command.ts';
import { seldom } from './shell/seldom.ts';

export const name = 'restore';
export const summary = '把备份恢复到空的数据库；文件有损坏或数据库不空时什么也不写';
export const usage = 'FILE';
export const options = {};

export async function run({ positionals: [given, ...more] }: Arguments, io: Output): Promise<void> {
	const fault = (message: string) => new MalformedInput([{ file: given ?? name, line: 0, field: 'FILE', message }]);
	if (given === undefined || more.length > 0) throw fault('写一个备份文件的名字');
	const environment = readEnvironment(process.env);
	const file = resolve(given);
	const database = await openDatabase(environment, io.err);
	try {
		const made = await restore(database, file, seldom(io.err));
		const now = startClock(environment.LEITAI_CLOCK)();
		const log = openLog(environment.LOG_LEVEL);
		const ctx = { db: database.db, now, actor: null, seed: 0, log, request: name };
		await recordAudit(ctx, 'platform.restore', `archive:${basename(file)}`, { ...made });
		io.out(
			`已恢复 ${made.tables} 张表、${made.rows} 行（备份于 ${made.createdAt}）到 ${database.where}。所有人须重新登录。`
		);
		if (made.migrated > 0) io.out(`备份来自较早的版本，又执行了 ${made.migrated} 个迁移。`);
		io.out('可以用 leitai ranking verify 核对账本。');
		io.json({ file, ...made });
	} catch (error) {
		throw error instanceof ArchiveFault ? fault(error.message) : error;
	} finally {
		await database.close();
	}
}

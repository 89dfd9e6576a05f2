import { recordAudit } from '#lib/platform/audit.server.ts';
import { backUp } from '#lib/platform/archive/back-up.server.ts';
import { existsSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { MalformedInput, type Arguments, type Output } from './command.ts';
import { withContext } from './shell/context.ts';
import { seldom } from './shell/seldom.ts';

export const name = 'backup';
export const summary = '把全部数据存进一个文件；网站可以照常开着';
export const usage = 'FILE';
export const options = {};

export async function run({ positionals }: Arguments, io: Output): Promise<void> {
	const file = fileOf(positionals);
	const made = await withContext(name, io.err, async (ctx, database) => {
		const result = await backUp(database, file, { now: ctx.now, progress: seldom(io.err) });
		// The archive holds everybody's data: who made one, and which, stays on record.
		await recordAudit(ctx, 'platform.backUp', `archive:${basename(file)}`, { ...result });
		return result;
	});
	io.out(`已备份到 ${file}：${made.tables} 张表、${made.rows} 行。登录状态不在其中，恢复后须重新登录。`);
	io.json({ file, ...made });
}

function fileOf([given, ...more]: readonly string[]): string {
	const fault = (message: string) => new MalformedInput([{ file: name, line: 0, field: 'FILE', message }]);
	if (given === undefined || more.length > 0) throw fault('写一个文件名，如 leitai-2026-11-22.backup');
	const file = resolve(given);
	if (!existsSync(dirname(file))) throw fault(`没有文件夹 ${dirname(file)}`);
	return file;
}

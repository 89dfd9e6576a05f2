import { verifyLedger } from '#lib/ranking/server/use-cases/verify.server.ts';
import type { Arguments, Output } from './command.ts';
import { withContext } from './shell/context.ts';

export const name = 'ranking verify';
export const summary = '重算全部账本链、已关闭月份的总摘要和榜单；有出入时退出码为 1';
export const usage = '';
export const options = {};

export async function run(_: Arguments, io: Output): Promise<number> {
	const result = await withContext(name, io.err, verifyLedger);
	for (const fault of result.faults) io.out(fault);
	const { entries, officers, cycles, faults } = result;
	const verdict = faults.length === 0 ? '账本无误' : `账本有 ${faults.length} 处出入`;
	io.out(`${verdict}：${officers} 人、${entries} 条、${cycles.length} 个月（${cycles.join('、')}）`);
	io.json(result);
	return faults.length === 0 ? 0 : 1;
}

import { verifyLog } from '#lib/audit/server/use-cases/verify-log.server.ts';
import { type Arguments, MalformedInput, type Output } from './command.ts';
import { withContext } from './shell/context.ts';

export const name = 'audit verify';
export const summary = '核对审计日志的封存链：有没有条目被改、被删、被插入；有出入时退出码为 1';
export const usage = '[--expect HASH]';
export const options = {
	expect: { type: 'string', help: '以前抄下的一封的摘要：它必须还在链上' }
} as const;

export async function run({ values }: Arguments, io: Output): Promise<number> {
	const expected = typeof values['expect'] === 'string' ? values['expect'].trim().toLowerCase() : '';
	if (expected !== '' && !/^[0-9a-f]{64}$/.test(expected)) {
		throw new MalformedInput([
			{ file: '--expect', line: 0, field: '', message: '摘要是 64 位十六进制数字，从“审计”页或上次核对的结果抄' }
		]);
	}
	const result = await withContext(name, io.err, (ctx) => verifyLog(ctx, expected));
	for (const fault of result.faults) io.out(fault);
	const { seals, entries, unsealed, hash, purgedUntil, faults } = result;
	const verdict = faults.length === 0 ? '审计日志无误' : `审计日志有 ${faults.length} 处出入`;
	const gone = purgedUntil === null ? '' : `，${purgedUntil} 以前的已按期清除`;
	io.out(`${verdict}：${seals} 封、${entries} 条，另有 ${unsealed} 条还没有封存${gone}`);
	if (hash !== '') io.out(`最后一封的摘要（抄下来，下次用 --expect 比对）：${hash}`);
	io.json(result);
	return faults.length === 0 ? 0 : 1;
}

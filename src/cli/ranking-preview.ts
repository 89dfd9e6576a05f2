import { readPeople } from '#lib/identity/server/use-cases/directory.server.ts';
import { describeMove } from '#lib/ranking/domain/compare-boards.ts';
import { isCycle } from '#lib/ranking/domain/cycle.ts';
import { hasRule } from '#lib/ranking/domain/rule.ts';
import { currentRules } from '#lib/ranking/server/use-cases/current-rules.server.ts';
import { previewRule } from '#lib/ranking/server/use-cases/preview-rule.server.ts';
import { MalformedInput, type Arguments, type Output } from './command.ts';
import { withContext } from './shell/context.ts';

export const name = 'ranking preview';
export const summary = '把另一版规则用在一个月的账本上，看谁的名次会变、变多少；只看不改';
export const usage = '--cycle 2026-11 [--rule 2]';
export const options = {
	cycle: { type: 'string', help: '月份，如 2026-11' },
	rule: { type: 'string', help: '规则版本；不写就是最新的一版' }
} as const;

const malformed = (field: string, message: string) => new MalformedInput([{ file: name, line: 0, field, message }]);

export async function run({ values }: Arguments, io: Output): Promise<void> {
	const cycle = String(values['cycle'] ?? '');
	const { preview, people } = await withContext(name, io.err, async (ctx) => {
		const rules = await currentRules(ctx);
		if (!isCycle(cycle) || !hasRule(rules, cycle)) throw malformed('--cycle', '月份写作 2026-11，最早 2026-01');
		const version = values['rule'] ?? String(rules.at(-1)!.version);
		const read = await previewRule(ctx, cycle, Number(version));
		if (!read.ok) throw malformed('--rule', read.refusal.message);
		const ids = read.value.moves.map(({ officerId }) => officerId);
		return { preview: read.value, people: await readPeople(ctx, ids) };
	});
	const { rule, tried, moves } = preview;
	const nameOf = (id: string) => people.get(id)?.name ?? id;
	io.out(`${cycle}：按第 ${rule.version} 版排名；如果用第 ${tried.version} 版：`);
	for (const { officerId, from, to, totalFrom, totalTo } of moves) {
		const totals = `总分 ${(totalFrom / 100).toFixed(2)} → ${(totalTo / 100).toFixed(2)}`;
		io.out(`${nameOf(officerId)}　${describeMove({ from, to })}　${totals}`);
	}
	const moved = moves.filter(({ from, to }) => from !== to).length;
	io.out(`${moves.length} 人中 ${moved} 人的名次会变。`);
	io.json({
		...{ cycle, rule: rule.version, tried: tried.version },
		moves: moves.map((one) => ({ ...one, name: people.get(one.officerId)?.name ?? null }))
	});
}

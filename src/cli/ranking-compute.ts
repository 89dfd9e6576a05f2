import { readPeople } from '#lib/identity/server/use-cases/directory.server.ts';
import { isCycle } from '#lib/ranking/domain/cycle.ts';
import { parseBody } from '#lib/ranking/domain/entry.ts';
import { describeRule, hasRule, ruleOf } from '#lib/ranking/domain/rule.ts';
import { computeCycle } from '#lib/ranking/server/use-cases/compute-cycle.server.ts';
import { MalformedInput, type Arguments, type Output } from './command.ts';
import { withContext } from './shell/context.ts';

export const name = 'ranking compute';
export const summary = '由账本和规则重新计算一个月的榜单，列出每一项和它的入账';
export const usage = '--cycle 2026-10';
export const options = { cycle: { type: 'string', help: '月份，如 2026-10' } } as const;

export async function run({ values }: Arguments, io: Output): Promise<void> {
	const cycle = String(values['cycle'] ?? '');
	if (!isCycle(cycle) || !hasRule(cycle)) {
		throw new MalformedInput([{ file: name, line: 0, field: '--cycle', message: '月份写作 2026-10，最早 2026-01' }]);
	}
	const { board, entries, people } = await withContext(name, io.err, async (ctx) => {
		const computed = await computeCycle(ctx, cycle);
		const ids = computed.board.standings.map(({ officerId }) => officerId);
		return { ...computed, people: await readPeople(ctx, ids) };
	});
	for (const { rank, officerId, score } of board.standings) {
		const retained = score.retained === null ? '—' : (score.retained / 100).toFixed(2);
		const figures = `总分 ${(score.total / 100).toFixed(2)}　首答 ${(score.fresh / 100).toFixed(2)}　保持 ${retained}`;
		io.out(
			`${rank === null ? '未排名' : `第 ${rank} 名`}　${people.get(officerId)?.name ?? officerId}　${figures}${score.missing.length > 0 ? `　（${score.missing.join('，')}）` : ''}`
		);
	}
	io.json({
		...{ cycle, rule: { version: board.ruleVersion, text: describeRule(ruleOf(cycle)) }, units: board.units },
		standings: board.standings.map((one) => ({
			...{ ...one, name: people.get(one.officerId)?.name ?? null },
			entries: entries
				.filter(({ officerId }) => officerId === one.officerId)
				.map(({ hash, body }) => ({ ...parseBody(body), hash }))
		}))
	});
}

import { readPeople } from '#lib/identity/server/use-cases/directory.server.ts';
import { isCycle } from '#lib/ranking/domain/cycle.ts';
import { parseBody } from '#lib/ranking/domain/entry.ts';
import { describeRule } from '#lib/ranking/domain/describe-rule.ts';
import { type Rule, hasRule } from '#lib/ranking/domain/rule.ts';
import { partsOf, unitOf, weightOf } from '#lib/ranking/domain/score.ts';
import type { Tally } from '#lib/ranking/domain/tally.ts';
import { computeCycle, readCycleEntries } from '#lib/ranking/server/use-cases/compute-cycle.server.ts';
import { currentRules } from '#lib/ranking/server/use-cases/current-rules.server.ts';
import { MalformedInput, type Arguments, type Output } from './command.ts';
import { withContext } from './shell/context.ts';

export const name = 'ranking compute';
export const summary = '由账本和规则重新计算一个月的榜单，列出每一项和它的入账';
export const usage = '--cycle 2026-10';
export const options = { cycle: { type: 'string', help: '月份，如 2026-10' } } as const;

export async function run({ values }: Arguments, io: Output): Promise<void> {
	const cycle = String(values['cycle'] ?? '');
	const { board, entries, rule, people } = await withContext(name, io.err, async (ctx) => {
		if (!isCycle(cycle) || !hasRule(await currentRules(ctx), cycle)) throw malformed();
		const computed = { ...(await computeCycle(ctx, cycle)), entries: await readCycleEntries(ctx, cycle) };
		const ids = computed.board.standings.map(({ officerId }) => officerId);
		return { ...computed, people: await readPeople(ctx, ids) };
	});
	for (const { rank, officerId, score, tally } of board.standings) {
		const place = rank === null ? '未排名' : `第 ${rank} 名`;
		io.out(`${place}　${people.get(officerId)?.name ?? officerId}　总分 ${points(score.total)}`);
		for (const line of reckon(tally, rule)) io.out(`　　${line}`);
		if (score.missing.length > 0) io.out(`　　未排名：${score.missing.join('，')}`);
	}
	io.json({
		...{ cycle, rule: { version: board.ruleVersion, text: describeRule(rule), components: rule.components } },
		units: board.units,
		standings: board.standings.map((one) => ({
			...{ ...one, name: people.get(one.officerId)?.name ?? null },
			parts: partsOf(one.tally, rule).map(({ component, ...part }) => ({ key: component.key, ...part })),
			entries: entries
				.filter(({ officerId }) => officerId === one.officerId)
				.map(({ hash, body }) => ({ ...parseBody(body), hash }))
		}))
	});
}

const malformed = () =>
	new MalformedInput([{ file: name, line: 0, field: '--cycle', message: '月份写作 2026-10，最早 2026-01' }]);

const points = (basisPoints: number) => (basisPoints / 100).toFixed(2);

/** How a total came about, component by component. */
function* reckon(tally: Tally, rule: Rule): Generator<string> {
	const parts = partsOf(tally, rule);
	for (const { component, figure, counted, count, gave, lacks } of parts) {
		const { name, weight } = component;
		const of = `${counted} ${unitOf(component)}${count > counted ? `（共 ${count}）` : ''}`;
		yield figure === null || gave === null
			? `${name}　—　权重 ${weight}% 分给其他项目，还差 ${lacks} ${unitOf(component)}`
			: `${name}　${points(figure)}　${of} × 权重 ${weight}%　得 ${points(gave)}`;
	}
	if (weightOf(parts) < 100) yield `有成绩的项目占权重 ${weightOf(parts)}%`;
}

import { readAudit } from '#lib/platform/audit.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { canonical, sha256 } from '#lib/shared/canonical.ts';
import { EMPTY_HEAD, cycleOf, findFalseCorrections, parseBody, rootOf, verifyChain } from '../../domain/entry.ts';
import { standingKey } from '../../domain/score.ts';
import * as repository from '../repository.server.ts';
import { computeCycle } from './compute-cycle.server.ts';

export interface Verification {
	readonly officers: number;
	readonly entries: number;
	readonly cycles: readonly string[];
	readonly faults: readonly string[];
}

/**
 * Recomputes everything that counts from the entries: every chain against its head, every closed month against its
 * published root and board, every open tally against its entries. Finds any single UPDATE, DELETE or INSERT made past
 * the triggers, and a recomputed tail of a closed month.
 */
export async function verifyLedger(ctx: Ctx): Promise<Verification> {
	const heads = new Map(
		(await repository.selectHeads(ctx.db)).map(({ officerId, seq, hash }) => [officerId, { seq, hash }])
	);
	const closed = await repository.selectAllClosed(ctx.db);
	const owners = new Set([...heads.keys(), ...(await repository.selectChainOwners(ctx.db))]);
	const faults: string[] = [];
	const cycles = new Set([...closed.map(({ cycle }) => cycle), ...(await repository.selectCycles(ctx.db))]);
	let entries = 0;
	for (const officerId of owners) {
		const chain = await repository.selectChain(ctx.db, officerId);
		entries += chain.length;
		for (const row of chain) cycles.add(cycleOf(row.day));
		const broken = chain.flatMap(findColumnFault);
		const wrong = [...verifyChain(chain, heads.get(officerId) ?? EMPTY_HEAD), ...broken];
		if (broken.length === 0) wrong.push(...findFalseCorrections(chain.map(({ body }) => parseBody(body))));
		for (const { cycle, heads: published } of closed) {
			const [seq, hash] = published[officerId] ?? [0, EMPTY_HEAD.hash];
			const there = seq === 0 ? EMPTY_HEAD.hash : chain.find((row) => row.seq === seq)?.hash;
			if (there !== hash) wrong.push(`第 ${seq} 条与 ${cycle} 公布的链尾不符`);
			const late = chain.find((row) => row.seq > seq && cycleOf(row.day) <= cycle);
			if (late) wrong.push(`第 ${late.seq} 条记在已关闭的 ${cycle} 内`);
		}
		faults.push(...wrong.map((fault) => `人员 ${officerId}：${fault}`));
	}
	for (const row of closed) faults.push(...(await unlessUnreadable(row.cycle, () => findClosedFaults(ctx, row))));
	for (const cycle of [...cycles].sort()) {
		faults.push(...(await unlessUnreadable(cycle, () => findTallyFaults(ctx, cycle))));
	}
	faults.push(...findUnpublished(closed, await readAudit(ctx, 'ranking.closeCycle')));
	return { officers: owners.size, entries, cycles: [...cycles].sort(), faults };
}

type ClosedRow = Awaited<ReturnType<typeof repository.selectAllClosed>>[number];
type EntryRow = Awaited<ReturnType<typeof repository.selectChain>>[number];

/** Who owns the database can write anything: what cannot be read or counted is a fault like any other. */
async function unlessUnreadable(cycle: string, find: () => Promise<string[]>): Promise<string[]> {
	try {
		return await find();
	} catch (error) {
		if (error instanceof SyntaxError || error instanceof TypeError || error instanceof RangeError) {
			return [`${cycle}：账本无法重算（${error.message}）`];
		}
		throw error;
	}
}

/** Every closing stands in the audit log with its root: a closed month that was taken away or closed anew does not. */
function findUnpublished(closed: readonly ClosedRow[], log: Awaited<ReturnType<typeof readAudit>>): string[] {
	const roots = new Map(closed.map(({ cycle, root }) => [`cycle:${cycle}`, root]));
	const wrong = log.filter(({ subject, detail }) => roots.get(subject) !== detail['root']);
	return wrong.map(({ subject }) => `${subject.slice('cycle:'.length)}：审计记录里公布过的总摘要，现在不同或不见了`);
}

/** The columns repeat parts of the hashed body; they must agree with it. */
function findColumnFault(row: EntryRow): string[] {
	const columns = ['officerId', 'source', 'sourceId', 'day', 'unitId', 'seq'] as const;
	try {
		const body = parseBody(row.body);
		const wrong = columns.filter((column) => body[column] !== row[column]);
		return wrong.length === 0 ? [] : [`第 ${row.seq} 条的 ${wrong.join('、')} 与正文不符`];
	} catch {
		return [`第 ${row.seq} 条的正文无法读取`];
	}
}

async function findClosedFaults(ctx: Ctx, row: ClosedRow) {
	const { cycle, heads, root, board, boardDigest } = row;
	const faults: string[] = [];
	if (board.ruleVersion !== row.ruleVersion) faults.push(`${cycle}：登记的规则版本与榜单不符`);
	if (rootOf(heads) !== root) faults.push(`${cycle}：公布的总摘要与链尾清单不符`);
	if (sha256(canonical(board)) !== boardDigest) faults.push(`${cycle}：公布的榜单与摘要不符`);
	const again = canonical((await computeCycle(ctx, cycle)).board);
	if (again !== canonical(board)) faults.push(`${cycle}：按账本重算的榜单与公布的不同`);
	return faults;
}

async function findTallyFaults(ctx: Ctx, cycle: string): Promise<string[]> {
	const { board, rule } = await computeCycle(ctx, cycle);
	const wanted = new Map(board.standings.map((one) => [one.officerId, one]));
	const stored = await repository.selectTallies(ctx.db, cycle);
	const wrong = stored.filter(({ officerId, unitId, tally, standing }) => {
		const should = wanted.get(officerId);
		if (!should || should.unitId !== unitId || canonical(should.tally) !== canonical(tally)) return true;
		return standing !== standingKey(should.score, rule);
	});
	const missing = [...wanted.keys()].filter((id) => !stored.some(({ officerId }) => officerId === id));
	return [...wrong.map(({ officerId }) => officerId), ...missing].map((id) => `${cycle}：人员 ${id} 的累计与账本不符`);
}

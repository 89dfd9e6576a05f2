import { isDeepStrictEqual } from 'node:util';
import { readAudit } from '#lib/platform/audit.server.ts';
import { type Ctx, inSnapshot } from '#lib/platform/ctx.server.ts';
import { canonicalDigest } from '#lib/shared/canonical.ts';
import { type Board, makeBoard } from '../../domain/board.ts';
import { rootOf } from '../../domain/entry.ts';
import { type Rule, ruleOf } from '../../domain/rule.ts';
import { standingKey } from '../../domain/score.ts';
import { LedgerWalk, isOfContent } from '../ledger-walk.server.ts';
import * as repository from '../repository.server.ts';
import { currentRules } from './current-rules.server.ts';

export interface Verification {
	readonly officers: number;
	readonly entries: number;
	readonly cycles: readonly string[];
	readonly faults: readonly string[];
}

/**
 * Recomputes everything that counts from the entries: every chain against its head, every closed month against its
 * published root and board, every tally against its entries. Finds any single UPDATE, DELETE or INSERT made past
 * the triggers, and a recomputed tail of a closed month. As of one instant: officers go on answering meanwhile.
 */
export async function verifyLedger(ctx: Ctx): Promise<Verification> {
	const rules = await currentRules(ctx);
	return inSnapshot(ctx, (inner) => verifyAll(inner, rules));
}

async function verifyAll(ctx: Ctx, rules: readonly Rule[]): Promise<Verification> {
	const heads = await repository.selectHeads(ctx.db);
	const closed = await repository.selectClosedHeads(ctx.db);
	const walk = await LedgerWalk.through(ctx, {
		...{ rules, closed },
		heads: new Map(heads.map(({ officerId, seq, hash }) => [officerId, { seq, hash }]))
	});
	const faults = walk.faults();
	const known = [...closed.map(({ cycle }) => cycle), ...(await repository.selectCycles(ctx.db))];
	const cycles = [...new Set([...known, ...walk.folds.keys(), ...walk.uncountable.keys()])].sort();
	for (const cycle of cycles) faults.push(...(await unlessUnreadable(ctx, { cycle, walk, rules })));
	faults.push(...findUnpublished(closed, await readAudit(ctx, 'ranking.closeCycle')));
	return { officers: walk.officers(), entries: walk.entries, cycles, faults };
}

interface Asked {
	readonly cycle: string;
	readonly walk: LedgerWalk;
	readonly rules: readonly Rule[];
}

/** Who owns the database can write anything: what cannot be read or counted is a fault like any other. */
async function unlessUnreadable(ctx: Ctx, asked: Asked): Promise<string[]> {
	try {
		return await findCycleFaults(ctx, asked);
	} catch (error) {
		if (isOfContent(error)) return [`${asked.cycle}：账本无法重算（${error.message}）`];
		throw error;
	}
}

/** One month after the other: the boards of all of them need not lie in memory together. */
async function findCycleFaults(ctx: Ctx, { cycle, walk, rules }: Asked): Promise<string[]> {
	const why = walk.uncountable.get(cycle);
	if (why !== undefined) return [`${cycle}：账本无法重算（${why}）`];
	const rule = ruleOf(rules, cycle);
	const board = makeBoard(cycle, walk.folds.get(cycle)?.contenders() ?? [], rule);
	// Nobody asks for it again.
	walk.folds.delete(cycle);
	const closed = await repository.selectClosed(ctx.db, cycle);
	const stored = await repository.selectTallies(ctx.db, cycle);
	return [...(closed ? findClosedFaults(closed, board) : []), ...findTallyFaults(board, rule, stored)];
}

/** Every closing stands in the audit log with its root: a closed month that was taken away or closed anew does not. */
function findUnpublished(
	closed: readonly { readonly cycle: string; readonly root: string }[],
	log: Awaited<ReturnType<typeof readAudit>>
): string[] {
	const roots = new Map(closed.map(({ cycle, root }) => [`cycle:${cycle}`, root]));
	const wrong = log.filter(({ subject, detail }) => roots.get(subject) !== detail['root']);
	return wrong.map(({ subject }) => `${subject.slice('cycle:'.length)}：审计记录里公布过的总摘要，现在不同或不见了`);
}

/** As values first: canonical bytes are dear. They are asked where something differs, and refuse what is no count. */
const isSame = (counted: unknown, stored: unknown) =>
	isDeepStrictEqual(counted, stored) || canonicalDigest(counted) === canonicalDigest(stored);

type ClosedRow = NonNullable<Awaited<ReturnType<typeof repository.selectClosed>>>;

function findClosedFaults({ cycle, heads, root, board, ...row }: ClosedRow, again: Board): string[] {
	const faults: string[] = [];
	if (board.ruleVersion !== row.ruleVersion) faults.push(`${cycle}：登记的规则版本与榜单不符`);
	if (rootOf(heads) !== root) faults.push(`${cycle}：公布的总摘要与链尾清单不符`);
	if (canonicalDigest(board) !== row.boardDigest) faults.push(`${cycle}：公布的榜单与摘要不符`);
	if (!isSame(again, board)) faults.push(`${cycle}：按账本重算的榜单与公布的不同`);
	return faults;
}

function findTallyFaults(
	{ cycle, standings }: Board,
	rule: Rule,
	stored: Awaited<ReturnType<typeof repository.selectTallies>>
): string[] {
	const wanted = new Map(standings.map((one) => [one.officerId, one]));
	const wrong = stored.filter(({ officerId, unitId, tally, standing }) => {
		const should = wanted.get(officerId);
		if (!should || should.unitId !== unitId || !isSame(should.tally, tally)) return true;
		return standing !== standingKey(should.score, rule);
	});
	const there = new Set(stored.map(({ officerId }) => officerId));
	const missing = [...wanted.keys()].filter((id) => !there.has(id));
	return [...wrong.map(({ officerId }) => officerId), ...missing].map((id) => `${cycle}：人员 ${id} 的累计与账本不符`);
}

import { authorise } from '#lib/identity/server/use-cases/authorise.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { dayOf } from '#lib/shared/time.ts';
import { readKept, withLaw } from '../case-cache.server.ts';
import { toPaper } from '../case-on-paper.server.ts';
import { writeHandbook } from '../handbook-file.server.ts';
import { selectShown, selectStanding } from '../repository/reading.server.ts';

/** Longer books are a folder of files. */
const MOST_CASES = 20;

/** A whole case for paper, with its answers. */
export async function readCaseForPrint(ctx: Ctx, id: string) {
	authorise(ctx, 'cases.readCases');
	const standing = await selectStanding(ctx.db, id, null);
	const kept = standing && (await readKept(ctx, id, standing.version));
	return kept ? ok(toPaper(kept)) : refuse('no-such-case', '没有这个案例，或者它还没有发布。');
}

/** A Word handbook of the chosen cases, in the order chosen: cover, contents, cases, answers, list of the law. */
export async function makeHandbook(
	ctx: Ctx,
	wanted: readonly string[]
): Promise<Result<{ name: string; bytes: Uint8Array<ArrayBuffer> }>> {
	authorise(ctx, 'cases.readCases');
	const ids = [...new Set(wanted)];
	if (ids.length === 0) return refuse('nothing-chosen', '先勾选要编进手册的案例。');
	if (ids.length > MOST_CASES) return refuse('too-many', `一册至多 ${MOST_CASES} 个案例，现在选了 ${ids.length} 个。`);
	const rows = await selectShown(ctx.db, ids);
	if (rows.length === 0) return refuse('no-such-case', '选的案例都不在了，请刷新目录再选。');
	const kept = await Promise.all(rows.map((row) => withLaw(ctx, row)));
	const bytes = await writeHandbook(kept.map(toPaper), dayOf(ctx.now));
	return ok({ name: `以案释法手册-${dayOf(ctx.now)}.docx`, bytes });
}

import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import { readOpenUnits } from '#lib/identity/server/use-cases/directory.server.ts';
import { recordAudit } from '#lib/platform/audit.server.ts';
import { type Ctx, type SignedIn, inTransaction } from '#lib/platform/ctx.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { type DrawnFile, drawPanel } from '../../domain/review/draw-panel.ts';
import { findReviewers } from '../find-reviewers.server.ts';
import * as panels from '../repository/panels.server.ts';
import * as pieces from '../repository/pieces.server.ts';

/** `file/harbour-timber`, `review/…`: a file of the pool. */
export interface PoolChoice {
	readonly key: string;
	readonly unitId: string;
}
export interface PanelInput {
	readonly title: string;
	/** `2026-Q4` */
	readonly period: string;
	readonly count: number;
	/** The files that may be drawn, with the units that answer for them. */
	readonly pool: readonly PoolChoice[];
}

/** The files that a round can be drawn from, and the units that can answer for them. */
export async function readPool(ctx: Ctx) {
	authorisePerson(ctx, 'drafting.organisePanels');
	const [units, models, seeded, reviewers] = await Promise.all([
		readOpenUnits(ctx),
		pieces.selectShownHeads(ctx.db, 'file'),
		pieces.selectShownHeads(ctx.db, 'review'),
		findReviewers(ctx)
	]);
	return {
		reviewers: reviewers.length,
		units: units.filter(({ parentId }) => parentId !== null).map(({ id, name }) => ({ id, name })),
		files: [
			...models.map((one) => ({ ...one, kind: 'file' })),
			...seeded.map((one) => ({ ...one, kind: 'review' }))
		].map(({ kind, id, title, head }) => ({ key: `${kind}/${id}`, title, industry: head.industry }))
	};
}

/** Draws a round: the files by lot, two reviewers for each, none of the unit that answers for it. @returns the round's id */
export async function drawRound(ctx: Ctx, input: PanelInput): Promise<Result<string>> {
	const me = authorisePerson(ctx, 'drafting.organisePanels');
	const [units, reviewers, known] = await Promise.all([
		readOpenUnits(ctx),
		findReviewers(ctx),
		findPieces(ctx, input.pool)
	]);
	const paths = new Map(units.map(({ id, path }) => [id, path]));
	const pool = input.pool.filter(({ key, unitId }) => known.has(key) && paths.has(unitId));
	if (pool.length === 0) return refuse('empty-pool', '至少给一个案卷选定责任单位，才能抽取。', 'pool');
	if (input.count > pool.length) return refuse('too-many', `候选只有 ${pool.length} 个案卷。`, 'count');
	const named = pool.map(({ key, unitId }) => ({ key, unitPath: paths.get(unitId)! }));
	const draw = drawPanel(named, reviewers, { count: input.count, seed: ctx.seed });
	if (!draw.ok) {
		const title = known.get(draw.key)!.title;
		return refuse('no-reviewers', `《${title}》的责任单位以外，评查人不足两名。`, 'pool');
	}
	const id = newId(ctx.now);
	const unitOf = new Map(pool.map(({ key, unitId }) => [key, unitId]));
	const rows = draw.files.map((one, index) => rowsOf(me, one, { id, number: index + 1, unitOf, known }));
	const panel = { id, title: input.title, period: input.period, seed: ctx.seed, poolSize: pool.length };
	return inTransaction(me, async (inner) => {
		const isNew = await panels.insertPanel(inner.db, {
			panel: { ...panel, drawnBy: me.actor.personId, drawnAt: ctx.now },
			...{ files: rows.map(({ file }) => file), sheets: rows.flatMap(({ sheets }) => sheets) }
		});
		if (!isNew) return refuse('same-title', '这个季度已经有同名的评查，请换一个名称。', 'title');
		await recordAudit(inner, 'drafting.organisePanels', `panel:${id}`, { ...input, seed: ctx.seed, drawn: draw.files });
		return ok(id);
	});
}

type Known = ReadonlyMap<string, { readonly version: number; readonly title: string }>;

async function findPieces(ctx: Ctx, pool: readonly PoolChoice[]): Promise<Known> {
	const [models, seeded] = await Promise.all([
		pieces.selectShownHeads(ctx.db, 'file'),
		pieces.selectShownHeads(ctx.db, 'review')
	]);
	const all = [
		...models.map(({ id, version, title }) => [`file/${id}`, { version, title }] as const),
		...seeded.map(({ id, version, title }) => [`review/${id}`, { version, title }] as const)
	];
	return new Map(all.filter(([key]) => pool.some((one) => one.key === key)));
}

interface Place {
	readonly id: string;
	readonly number: number;
	readonly unitOf: ReadonlyMap<string, string>;
	readonly known: Known;
}

function rowsOf({ now }: SignedIn, { key, reviewers }: DrawnFile, { id, number, unitOf, known }: Place) {
	const [kind, pieceId] = key.split('/') as ['file' | 'review', string];
	const fileId = newId(now);
	const piece = { pieceKind: kind, pieceId, pieceVersion: known.get(key)!.version };
	return {
		file: { id: fileId, panelId: id, number, ...piece, unitId: unitOf.get(key)! },
		sheets: reviewers.map((reviewerId, at) => ({ fileId, place: at + 1, reviewerId, assignedAt: now }))
	};
}

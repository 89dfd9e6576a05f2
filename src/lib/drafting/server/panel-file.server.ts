import { readUnits } from '#lib/identity/server/use-cases/directory.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { dayOf } from '#lib/shared/time.ts';
import { type Standing, lastDayToObject, stageOf } from '../domain/review/panel-stage.ts';
import type { ItemStep } from '../domain/review/rectification.ts';
import { settleSheets } from '../domain/review/settle-sheets.ts';
import { gradeOf } from '../domain/review/score-sheet.ts';
import * as panels from './repository/panels.server.ts';

export type UnitRow = Awaited<ReturnType<typeof readUnits>>[number];

/** A drawn file with all that is known about it, and where it stands. */
export interface KnownFile {
	readonly file: panels.StoredPanelFile;
	readonly unit: UnitRow;
	readonly sheets: readonly panels.StoredSheet[];
	readonly objection: panels.StoredObjection | null;
	readonly items: readonly KnownItem[];
	readonly standing: Standing;
}
export interface KnownItem extends panels.StoredItem {
	readonly steps: readonly panels.StoredItemStep[];
	readonly last: ItemStep | null;
}

/** One file for a change of it, or to be read. */
export async function knowFile(ctx: Ctx, id: string): Promise<KnownFile | null> {
	const file = await panels.selectFile(ctx.db, id);
	if (!file) return null;
	const [known] = await knowFiles(ctx, [file]);
	return known!;
}

export async function knowFiles(ctx: Ctx, files: readonly panels.StoredPanelFile[]): Promise<KnownFile[]> {
	const [units, around] = await Promise.all([
		readUnits(ctx),
		panels.selectAround(
			ctx.db,
			files.map(({ id }) => id)
		)
	]);
	const unitOf = new Map(units.map((unit) => [unit.id, unit]));
	return files.map((file) => {
		const sheets = around.sheets.filter(({ fileId }) => fileId === file.id);
		const objection = around.objections.find(({ fileId }) => fileId === file.id) ?? null;
		const items = around.items.filter(({ fileId }) => fileId === file.id).map((item) => withSteps(item, around.steps));
		const standing: Standing = {
			sheets: { given: sheets.length, signed: sheets.filter(({ signedAt }) => signedAt !== null).length },
			...{ toldOn: file.settledAt && dayOf(file.settledAt), isClosed: file.closedAt !== null },
			objection: objection === null ? 'none' : objection.answeredAt === null ? 'open' : 'answered',
			items: items.map(({ last }) => last)
		};
		return { file, unit: unitOf.get(file.unitId)!, sheets, objection, items, standing };
	});
}

function withSteps(item: panels.StoredItem, all: readonly panels.StoredItemStep[]): KnownItem {
	const steps = all.filter(({ itemId }) => itemId === item.id);
	return { ...item, steps, last: steps.at(-1)?.step ?? null };
}

export const stageNow = ({ standing }: KnownFile, now: Date) => stageOf(standing, dayOf(now));
export const outcomeOf = ({ sheets }: Pick<KnownFile, 'sheets'>) => settleSheets(sheets.map(({ sheet }) => sheet));

/** What the file gets: what the sheets come to, or what an upheld objection changed. */
export function finalGrade(known: KnownFile) {
	const outcome = outcomeOf(known);
	if (known.standing.toldOn === null || outcome.state !== 'settled') return null;
	const changed = known.objection?.isUpheld ? known.objection.changedTotal : null;
	if (changed === null) return { ...outcome, isChanged: false };
	return { ...outcome, total: changed, grade: gradeOf(changed, outcome.failed.length === 0), isChanged: true };
}

export const objectUntil = ({ standing }: KnownFile) => standing.toldOn && lastDayToObject(standing.toldOn);

import { recordAudit } from '#lib/platform/audit.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { FIELDS } from '../../domain/import/fields.ts';
import { UnitFinder } from '../../domain/import/find-unit.ts';
import { TEMPLATE_NOTES } from '../../domain/import/template-notes.ts';
import { ROLES } from '../../domain/roles.ts';
import { authoriseImporter } from '../importer.server.ts';
import { answersFor } from '../judge-table.server.ts';
import { selectRegister } from '../repository/imported-people.server.ts';
import { selectOpenUnits } from '../open-units.server.ts';

const HEADS = Object.values(FIELDS);
const WIDTHS = [18, 12, 32, 18, 16, 14, 24];
const UNIT_COLUMN = Object.keys(FIELDS).indexOf('unit');

/**
 * Everybody at work whom the actor answers for, in the columns of an import: the same table brought back in changes nothing.
 * It leaves the platform, so it is written down who took it.
 */
export async function exportPeople(ctx: Ctx) {
	const me = authoriseImporter(ctx);
	const finder = await unitFinder(me);
	const people = (await selectRegister(me.db)).filter(({ unitPath }) => answersFor(me, unitPath));
	const rows = people.map((one) => [
		...[one.account, one.name, finder.wordsFor(one.unitId), one.certificateNumber ?? ''],
		...[one.certificateExpiresOn ?? '', one.joinedOn, one.roles.map((role) => ROLES[role]).join('、')]
	]);
	await recordAudit(me, 'identity.exportPeople', `unit:${me.actor.unitId}`, { people: rows.length });
	return { name: '人员', heads: HEADS, widths: WIDTHS, rows };
}

/** The empty table for an import: the columns, what goes into each, and the units that can be chosen. */
export async function peopleTemplate(ctx: Ctx) {
	const me = authoriseImporter(ctx);
	const finder = await unitFinder(me);
	const units = (await selectOpenUnits(me.db))
		.filter(({ path }) => answersFor(me, path))
		.map(({ id }) => [finder.wordsFor(id)]);
	const offers = { column: UNIT_COLUMN, sheet: '可选单位', rows: units.length };
	return [
		{ name: '人员', heads: HEADS, widths: WIDTHS, rows: [], offers },
		{ name: '填写说明', heads: ['列', '怎样填写'], widths: [18, 80], rows: TEMPLATE_NOTES },
		{ name: '可选单位', heads: ['单位名称'], widths: [40], rows: units }
	];
}

async function unitFinder(ctx: Ctx): Promise<UnitFinder> {
	const units = await selectOpenUnits(ctx.db);
	return new UnitFinder(
		units.map(({ id, parentId, name, path }) => ({ id, parentId, name, isInScope: answersFor(ctx, path) })),
		false
	);
}

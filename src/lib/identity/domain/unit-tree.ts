import { type Result, ok, refuse } from '#lib/shared/result.ts';
import type { Day } from '#lib/shared/time.ts';

export const UNIT_CHANGES = {
	added: '设立',
	renamed: '更名',
	moved: '改隶',
	closed: '撤销',
	reopened: '恢复'
} as const;
export type UnitChangeKind = keyof typeof UNIT_CHANGES;

/** A unit as the tree knows it. `path` is `/id/id/` from the root down to the unit itself. */
export interface TreeUnit {
	readonly id: string;
	readonly parentId: string | null;
	readonly name: string;
	readonly path: string;
	readonly closedOn: Day | null;
}

export const MOST_NAME = 40;
/** Levels of the tree; a province, a city, a county, a bureau, a brigade, a squad and one more. */
const MOST_LEVELS = 7;

export const isBelow = (unit: Pick<TreeUnit, 'path'>, other: Pick<TreeUnit, 'path'>): boolean =>
	unit.path !== other.path && unit.path.startsWith(other.path);

const levelsOf = (path: string) => path.split('/').length - 2;

function findNameFault(units: readonly TreeUnit[], name: string, at: Pick<TreeUnit, 'id' | 'parentId'>): string | null {
	if (name === '') return '写下单位名称。';
	if ([...name].length > MOST_NAME) return `名称最多 ${MOST_NAME} 个字。`;
	const same = units.find(
		(one) => one.name === name && one.parentId === at.parentId && one.id !== at.id && one.closedOn === null
	);
	return same ? `同一上级下已有“${name}”。` : null;
}

/** Judges a new unit below `parent`. */
export function judgeNewUnit(units: readonly TreeUnit[], parent: TreeUnit, name: string): Result<null> {
	if (parent.closedOn !== null) return refuse('closed', '上级单位已经撤销。', 'parentId');
	if (levelsOf(parent.path) >= MOST_LEVELS) return refuse('too-deep', `至多 ${MOST_LEVELS} 级。`, 'parentId');
	const fault = findNameFault(units, name, { id: '', parentId: parent.id });
	return fault ? refuse('name', fault, 'name') : ok(null);
}

/** Judges another name for a unit. */
export function judgeRename(units: readonly TreeUnit[], unit: TreeUnit, name: string): Result<null> {
	if (unit.closedOn !== null) return refuse('closed', '已撤销的单位保留撤销时的名称。', 'name');
	if (name === unit.name) return refuse('same', '名称没有变化。', 'name');
	const fault = findNameFault(units, name, unit);
	return fault ? refuse('name', fault, 'name') : ok(null);
}

/** Judges another place for a unit and everything below it. @returns its new path */
export function judgeUnitMove(units: readonly TreeUnit[], unit: TreeUnit, parent: TreeUnit): Result<string> {
	if (unit.parentId === null) return refuse('root', '最上级单位不能移动。', 'parentId');
	if (unit.closedOn !== null || parent.closedOn !== null)
		return refuse('closed', '已撤销的单位不能移动或接收。', 'parentId');
	if (parent.id === unit.parentId) return refuse('same', '已经隶属这个单位。', 'parentId');
	if (parent.id === unit.id || isBelow(parent, unit))
		return refuse('cycle', '单位不能隶属它自己或者它的下级。', 'parentId');
	const deepest = Math.max(...units.filter((one) => one.path.startsWith(unit.path)).map(({ path }) => levelsOf(path)));
	if (levelsOf(parent.path) + 1 + deepest - levelsOf(unit.path) > MOST_LEVELS)
		return refuse('too-deep', `移动以后超过 ${MOST_LEVELS} 级。`, 'parentId');
	const fault = findNameFault(units, unit.name, { id: unit.id, parentId: parent.id });
	return fault ? refuse('name', fault, 'parentId') : ok(`${parent.path}${unit.id}/`);
}

/** The path of a unit after the subtree at `from` was put to `to`. */
export const pathAfterMove = (path: string, from: string, to: string): string =>
	path.startsWith(from) ? to + path.slice(from.length) : path;

/** Judges the end of a unit. @param inIt active people of the unit itself, and people who are on their way to it */
export function judgeClosing(
	units: readonly TreeUnit[],
	unit: TreeUnit,
	inIt: { readonly active: number; readonly coming: number }
): Result<null> {
	if (unit.parentId === null) return refuse('root', '最上级单位不能撤销。');
	if (unit.closedOn !== null) return refuse('closed', '这个单位已经撤销。');
	const below = units.filter((one) => isBelow(one, unit) && one.closedOn === null);
	if (below.length > 0)
		return refuse('has-units', `还有 ${below.length} 个下级单位（${below[0]!.name}等），先撤销或者移走。`);
	if (inIt.active > 0) return refuse('has-people', `还有 ${inIt.active} 名在职人员，先调走或者停用。`);
	if (inIt.coming > 0) return refuse('has-coming', `有 ${inIt.coming} 人将调入这个单位，先撤销那些调动。`);
	return ok(null);
}

/** Judges opening a closed unit again. */
export function judgeReopening(units: readonly TreeUnit[], unit: TreeUnit): Result<null> {
	if (unit.closedOn === null) return refuse('open', '这个单位没有撤销。');
	const parent = units.find(({ id }) => id === unit.parentId);
	if (parent && parent.closedOn !== null) return refuse('closed', '上级单位已经撤销，先恢复上级。');
	const fault = findNameFault(units, unit.name, unit);
	return fault ? refuse('name', `${fault}先给其中一个更名。`) : ok(null);
}

import * as v from 'valibot';
import { isDay } from '#lib/shared/time.ts';
import { ORDINARY_ROLES } from './domain/duties.ts';
import { LEAVE_KINDS, type LeaveKind } from './domain/leave.ts';
import { ROLES, type Role, UNIT_KINDS, type UnitKind } from './domain/roles.ts';

const MOST_REASON = 200;

const words = (most: number, empty?: string) => {
	const plain = v.pipe(
		v.optional(v.string(), ''),
		v.trim(),
		v.maxLength(most, `最多 ${most} 个字。`),
		v.regex(/^[^\p{Cc}\p{Cf}]*$/u, '有不能识别的字符。')
	);
	return empty === undefined ? plain : v.pipe(plain, v.minLength(1, empty));
};
const reason = words(MOST_REASON);
const id = (message: string) => v.pipe(v.optional(v.string(), ''), v.uuid(message));
const day = (message: string) => v.pipe(v.optional(v.string(), ''), v.check(isDay, message));
/** '' = none. */
const dayOrNone = v.pipe(
	v.optional(v.string(), ''),
	v.check((text) => text === '' || isDay(text), '日期写作 2026-11-20。'),
	v.transform((text) => (text === '' ? null : text))
);
const keyOf = <Key extends string>(table: Readonly<Record<Key, unknown>>, message: string) =>
	v.pipe(v.optional(v.string(), ''), v.picklist(Object.keys(table) as Key[], message));

// —— units ——

export const addUnitForm = v.object({
	parentId: id('选一个上级单位。'),
	name: words(40, '写下单位名称。'),
	kind: keyOf<UnitKind>(UNIT_KINDS, '选一种单位。'),
	reason
});
export const renameForm = v.object({ name: words(40, '写下新名称。'), reason });
export const moveUnitForm = v.object({ parentId: id('选一个上级单位。'), reason });
export const reasonForm = v.object({ reason });
/** A button without fields. */
export const nothingForm = v.object({});

// —— people ——

const sheet = {
	name: v.pipe(words(40, '写下姓名。'), v.regex(/^[\p{L}\p{M}·.\s]+$/u, '姓名只用文字、间隔号和空格。')),
	account: words(32, '写下账号。'),
	certificateNumber: words(40),
	certificateExpiresOn: dayOrNone,
	joinedOn: day('写下入册日。')
};
export const sheetForm = v.object({ ...sheet, seen: words(64) });

type RoleField = `role-${Role}`;
const roleFields = Object.fromEntries(
	ORDINARY_ROLES.map((role) => [`role-${role}`, v.optional(v.literal('yes'))])
) as Record<RoleField, v.OptionalSchema<v.LiteralSchema<'yes', undefined>, undefined>>;

/** A new person: ordinary roles only, each a box of its own. */
export const newPersonForm = v.pipe(
	v.object({ ...sheet, ...roleFields, id: id('请重新打开本页再提交。'), unitId: id('选一个单位。') }),
	v.transform(({ id, unitId, name, account, certificateNumber, certificateExpiresOn, joinedOn, ...fields }) => ({
		...{ id, unitId, sheet: { name, account, certificateNumber, certificateExpiresOn, joinedOn } },
		roles: ORDINARY_ROLES.filter((role) => fields[`role-${role}`] === 'yes')
	}))
);

export const transferForm = v.object({ unitId: id('选一个单位。'), movedOn: day('写下调动日。'), reason });
export const leaveForm = v.object({
	kind: keyOf<LeaveKind>(LEAVE_KINDS, '选一种。'),
	fromOn: day('写下第一天。'),
	untilOn: day('写下最后一天。')
});
/** A move or days away that are taken back. */
export const takeBackForm = v.object({ entry: id('请重新打开本页。') });

// —— roles ——

export const grantForm = v.object({
	role: keyOf<Role>(ROLES, '选一个角色。'),
	unitId: id('选角色适用的单位。'),
	fromOn: day('写下起始日。'),
	untilOn: dayOrNone,
	reason
});
export const endForm = v.object({ grantId: id('请重新打开本页。'), untilOn: dayOrNone, reason });
export const accountRequestForm = v.object({
	kind: keyOf({ deactivate: '', 'reset-password': '' }, '选一种申请。'),
	reason
});
export const decisionForm = v.object({
	id: id('请重新打开本页。'),
	decision: keyOf({ confirmed: '', rejected: '', withdrawn: '' }, '选一种处理。'),
	reason
});

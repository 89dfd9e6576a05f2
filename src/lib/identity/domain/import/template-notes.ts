import { ROLES } from '../roles.ts';
import { FIELDS } from './fields.ts';
import { refuseNewRoles } from './import-roles.ts';

const given = Object.entries(ROLES).flatMap(([role, label]) =>
	refuseNewRoles([role as keyof typeof ROLES]) === null ? [label] : []
);

/** What goes into each column, for the second sheet of the template. */
export const TEMPLATE_NOTES: readonly (readonly [label: string, note: string])[] = [
	[FIELDS.account, '登录用，2–32 位，以汉字或字母开头。可以不填：用姓名作账号；有同名的人须填。不要填身份证号。'],
	[FIELDS.name, '必填。'],
	[FIELDS.unit, '新增人员必填。写单位名称；有重名时写成“上级单位/单位”。'],
	[FIELDS.certificateNumber, '行政执法证编号，可以不填。'],
	[FIELDS.certificateExpiresOn, '写成 2027-06-30，可以不填。'],
	[FIELDS.joinedOn, '到本局的日期，写成 2026-11-01；不填为导入当天。'],
	[
		FIELDS.roles,
		`可写：${given.join('、')}；几个角色用顿号隔开；新增人员不填为${ROLES.officer}。其余角色须由第二人确认，不能导入。`
	],
	[
		'说明',
		'已有人员按账号对应：填了的项更新，空着的项不变，角色只增不减；单位不改，调动请在人员页办理。同一个文件再导入一次，不会改变任何内容。'
	]
];

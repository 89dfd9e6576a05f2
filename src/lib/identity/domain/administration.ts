import { type UseCase, mayRunSomewhere } from './permissions.ts';
import type { Actor } from './roles.ts';

/** What can be administered, in the order of the page 管理; whoever may run one of `useCases` for some unit sees the door. */
const AREAS = [
	{
		path: '/admin/people',
		title: '人员',
		says: '建档、证件、调动、离岗、角色、初始密码和停用。',
		useCases: ['identity.readRegister']
	},
	{
		path: '/admin/people/import',
		title: '人员导入',
		says: '用表格批量建档，先预览再确认，可撤销；导出人员表。',
		useCases: ['identity.importPeople']
	},
	{
		path: '/admin/units',
		title: '单位',
		says: '单位的设立、更名、改隶和撤销，每一步都有记录。',
		useCases: ['identity.manageUnits']
	},
	{
		path: '/admin/duties',
		title: '三员变更',
		says: '系统管理员、督导、审计员的变更，由第二个人确认。',
		useCases: ['identity.confirmDuties']
	},
	{
		path: '/admin/second-factors',
		title: '动态口令',
		says: '谁绑定了第二步；设备丢失的，在这里解除。',
		useCases: ['identity.readFactors']
	},
	{
		path: '/admin/links',
		title: '个人链接',
		says: '发给没有账号的人的链接：用途、期限、最近使用和收回。',
		useCases: ['identity.readLinks']
	},
	{
		path: '/admin/corrections',
		title: '更正请求',
		says: '本人要求更正的档案和记录。',
		useCases: ['own.readCorrections']
	},
	{
		path: '/admin/settings',
		title: '设置',
		says: '本单位自己定的事项、法定节假日和未核实的地方数值。',
		useCases: ['settings.readSettings']
	},
	{
		path: '/admin/audit',
		title: '审计日志',
		says: '谁在什么时候做了什么，改动前后各是什么；只读。',
		useCases: ['audit.readLog']
	},
	{
		path: '/admin/laws',
		title: '法律文本',
		says: '官方文本的导入和历次导入的结果。',
		useCases: ['law.importTexts']
	}
] as const satisfies readonly { path: string; title: string; says: string; useCases: readonly UseCase[] }[];

/** The doors that are open to somebody. */
export const areasFor = (actor: Actor | null) =>
	AREAS.filter(({ useCases }) => useCases.some((useCase) => mayRunSomewhere(actor, useCase)));

import type { Setting, ValueOf } from './setting.ts';

export const GROUPS = {
	bureau: '单位',
	identity: '人员与登录',
	audit: '审计',
	notices: '提醒',
	local: '地方参数'
} as const;
export type SettingGroup = keyof typeof GROUPS;

const days = (least: number, most: number) => ({ kind: 'integer', unit: '天', least, most }) as const;
const yuan = { kind: 'integer', unit: '元', least: 1, most: 10_000_000 } as const;
const flag = { kind: 'flag' } as const;

/** Changed by whoever administers the installation; one person is enough. */
const office = { changedBy: 'settings.changeSystem', needsSecond: false } as const;
/** Changed by whoever administers; counts when a second person has confirmed it. */
const guarded = { changedBy: 'settings.changeSystem', needsSecond: true } as const;
/** Figures of the place: changed by whoever reviews law, with source and day. */
const local = { group: 'local', changedBy: 'settings.confirmLocal', needsSecond: false } as const;

/** Everything that can be set, by key. Whatever reads one asks `readSetting(ctx, key)`. */
export const SETTINGS = {
	'bureau.name': {
		...{ group: 'bureau', ...office, type: { kind: 'text', most: 40 }, preset: '' },
		title: '单位名称',
		meaning: '页眉、打印件和导出里的名称。不填时用单位树最上面一级的名称。'
	},
	'bureau.short-name': {
		...{ group: 'bureau', ...office, type: { kind: 'text', most: 12 }, preset: '' },
		title: '单位简称',
		meaning: '窄屏和大屏上的简称。不填时用单位名称。'
	},
	'identity.separate-duties': {
		...{ group: 'identity', ...guarded, type: flag, preset: true },
		title: '三员分立',
		meaning: '开：系统管理员、督导、审计员不能是同一个人。关掉之后可以兼任，兼任的授予仍逐条进审计日志。'
	},
	'identity.second-factor': {
		...{ group: 'identity', ...guarded, preset: 'optional' },
		type: { kind: 'choice', options: { off: '不用', optional: '个人自愿', required: '系统管理员必须用' } },
		title: '动态口令',
		meaning: '登录时密码之外的第二步。必须用时，还没有绑定的系统管理员登录后先绑定。'
	},
	'identity.session-idle-days': {
		...{ group: 'identity', ...office, type: days(1, 30), preset: 7 },
		title: '不用多久要重新登录',
		meaning: '一次登录在这么多天里没有用过就失效；一直在用就一直有效，直到下面的上限。'
	},
	'identity.session-absolute-days': {
		...{ group: 'identity', ...office, type: days(1, 365), preset: 90 },
		title: '一次登录最长多久',
		meaning: '从登录那一刻起最多这么多天，用着也要重新登录。'
	},
	'identity.password-min-length': {
		...{ group: 'identity', ...office, preset: 10 },
		type: { kind: 'integer', unit: '位', least: 8, most: 64 },
		title: '密码最短长度',
		meaning: '只管以后设的密码。看长度，不要求字符种类。'
	},
	'identity.password-history': {
		...{ group: 'identity', ...office, preset: 3 },
		type: { kind: 'integer', unit: '个', least: 0, most: 24 },
		title: '不能重用的旧密码',
		meaning: '新密码不能和最近这么多个旧密码相同。0 = 不限制。'
	},
	'audit.retention-months': {
		...{ group: 'audit', ...guarded, preset: 60 },
		type: { kind: 'integer', unit: '个月', least: 6, most: 600 },
		title: '审计日志保留多久',
		meaning: '更早的条目在封存之后删去，封存的摘要一直留着，所以链条仍可核对。法律要求网络日志至少留存六个月。'
	},
	'notices.mail': {
		...{ group: 'notices', ...office, type: flag, preset: false },
		title: '发提醒邮件',
		meaning: '开：按各人的选择把提醒也发到邮箱。先要在服务器上配好发信地址。'
	},
	'local.hearing-fine-unit': {
		...{ ...local, type: yuan, preset: 30_000 },
		title: '听证数额：单位',
		meaning: '对单位的罚款达到这个数（含）时告知听证权利。裁量计算器按它；练习案例和文书任务按各自写明的数。',
		local: '训练默认值：2015年办法的兜底标准，经网页转述核到；该办法2026年2月1日起已被取代'
	},
	'local.hearing-fine-person': {
		...{ ...local, type: yuan, preset: 10_000 },
		title: '听证数额：个人',
		meaning: '对个人的罚款达到这个数（含）时告知听证权利。裁量计算器按它；练习案例和文书任务按各自写明的数。',
		local: '训练默认值：来源与单位的数额相同'
	}
} as const satisfies Record<string, Setting & { readonly group: SettingGroup }>;
export type SettingKey = keyof typeof SETTINGS;
export type SettingOf<Key extends SettingKey> = ValueOf<(typeof SETTINGS)[Key]['type']>;

/** Whether a text from an address or a form names a setting. */
export const isSettingKey = (text: string): text is SettingKey => Object.hasOwn(SETTINGS, text);
/** A setting without its literal types. */
export const settingOf = (key: SettingKey): Setting & { readonly group: SettingGroup } => SETTINGS[key];

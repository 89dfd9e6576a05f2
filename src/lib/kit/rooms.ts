/** Who is signed in, as the frame needs it. */
export interface Viewer {
	readonly name: string;
	readonly unitName: string;
	readonly isOfficer: boolean;
	/** Administers something: units and people, settings, law texts. */
	readonly mayAdminister: boolean;
	/** Writes or reviews material. */
	readonly mayWrite: boolean;
	/** Reads the log of what was done. */
	readonly mayAudit: boolean;
	/** May see how far apart the bureau is on one case. */
	readonly mayCompare: boolean;
	/** What the certificate asks of its holder, on the pages where it is to be seen. */
	readonly reminder: { readonly urgency: string; readonly text: string } | null;
}

/** The rooms a person can walk into from everywhere. `icon`: a drawing of styles/icons.css. */
export const ROOMS = [
	{
		path: '/',
		label: '今日',
		icon: 'today',
		who: 'signed-in',
		where: 'everywhere'
	},
	{
		path: '/',
		label: '首页',
		icon: 'front',
		who: 'visitor',
		where: 'everywhere'
	},
	{
		path: '/cases',
		label: '案例',
		icon: 'cases',
		who: 'everyone',
		where: 'everywhere'
	},
	{
		path: '/drills',
		label: '练兵',
		icon: 'drills',
		who: 'officer',
		where: 'everywhere'
	},
	{
		path: '/drafting',
		label: '文书',
		icon: 'drafting',
		who: 'signed-in',
		where: 'desk'
	},
	{
		path: '/discretion',
		label: '裁量',
		icon: 'discretion',
		who: 'everyone',
		where: 'desk'
	},
	{
		path: '/arena',
		label: '擂台',
		icon: 'arena',
		who: 'signed-in',
		where: 'everywhere'
	},
	{
		path: '/ranking',
		label: '榜单',
		icon: 'ranking',
		who: 'signed-in',
		// An officer's own standing leads there from 今日; the bar has five places.
		where: 'not-with-drills'
	},
	{
		path: '/laws',
		label: '法规',
		icon: 'laws',
		who: 'everyone',
		where: 'desk'
	},
	{
		path: '/studio',
		label: '教研',
		icon: 'studio',
		who: 'writer',
		where: 'desk'
	},
	{
		path: '/admin',
		label: '管理',
		icon: 'admin',
		who: 'administers',
		where: 'desk'
	},
	{
		path: '/admin/audit',
		label: '审计',
		icon: 'audit',
		who: 'auditor',
		where: 'desk'
	}
] as const;

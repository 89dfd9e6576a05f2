/** Who is signed in, as the frame needs it. */
export interface Viewer {
	readonly name: string;
	readonly unitName: string;
	readonly isOfficer: boolean;
	/** May bring official law texts in. */
	readonly mayImport: boolean;
	/** Writes or reviews material. */
	readonly mayWrite: boolean;
	/** May see how far apart the bureau is on one case. */
	readonly mayCompare: boolean;
}

/** The rooms a person can walk into from everywhere, with a 20 × 20 line drawing each (one stroke width). */
export const ROOMS = [
	{
		path: '/',
		label: '今日',
		icon: 'M3.5 4.5h13v12h-13zM3.5 8h13M7 2.5v3.5M13 2.5v3.5M11 11h3v3h-3z',
		who: 'signed-in',
		where: 'everywhere'
	},
	{
		path: '/',
		label: '首页',
		icon: 'M3.5 9 10 3.5 16.5 9M5.5 7.5v9h9v-9M8.5 16.5v-5h3v5',
		who: 'visitor',
		where: 'everywhere'
	},
	{
		path: '/cases',
		label: '案例',
		icon: 'M2.5 5.5v11h15v-9h-8l-2-2.5h-5zM10 10.5v3M8.5 12h3',
		who: 'everyone',
		where: 'everywhere'
	},
	{
		path: '/drills',
		label: '练兵',
		icon: 'M4 3.5h9v13H4zM6.5 7h4M6.5 10h4M10 16.5l6.5-9 1.5 1-6 8.5z',
		who: 'officer',
		where: 'everywhere'
	},
	{
		path: '/drafting',
		label: '文书',
		icon: 'M4 3h9l3 3v11H4zM7 8h6M7 11h6M7 14h3',
		who: 'signed-in',
		where: 'desk'
	},
	{
		path: '/discretion',
		label: '裁量',
		icon: 'M10 3.5v13M6.5 16.5h7M4 6h12M4 6l-2 5.5h4zM16 6l-2 5.5h4zM8.5 3.5h3',
		who: 'everyone',
		where: 'desk'
	},
	{
		path: '/ranking',
		label: '榜单',
		icon: 'M2.5 16.5h15M4 16.5V11h4v5.5M8 16.5v-11h4v11M12 16.5V9h4v7.5',
		who: 'signed-in',
		where: 'everywhere'
	},
	{
		path: '/laws',
		label: '法规',
		icon: 'M10 5C8 3.5 5 3.5 2.5 4v11.5c2.5-.5 5.5-.5 7.5 1 2-1.5 5-1.5 7.5-1V4C15 3.5 12 3.5 10 5zM10 5v11.5',
		who: 'everyone',
		where: 'desk'
	},
	{
		path: '/studio',
		label: '教研',
		icon: 'M3.5 16.5 5 12l8-8.5 3.5 3L8 15z',
		who: 'writer',
		where: 'desk'
	},
	{
		path: '/admin/laws',
		label: '文本导入',
		icon: 'M10 3v9M6.5 8.5 10 12l3.5-3.5M3.5 12.5v4h13v-4',
		who: 'importer',
		where: 'desk'
	}
] as const;

export const PERSON_ICON = 'M10 10a3.2 3.2 0 1 0 0-6.5 3.2 3.2 0 0 0 0 6.5zM3.5 17c.5-3.5 3-5 6.5-5s6 1.5 6.5 5z';
export const SEARCH_ICON = 'M8.5 14a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11zM12.5 12.5l4.5 4.5';

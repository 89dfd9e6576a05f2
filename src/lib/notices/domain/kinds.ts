import type { UseCase } from '#lib/identity/domain/permissions.ts';

/** Something that somebody has to do. Computed from the rooms when it is asked for; it goes when it is done. */
interface WaitKind {
	readonly label: string;
	/** What a person must be allowed to, to be asked for it. */
	readonly useCase: UseCase;
	/** Where it is done. */
	readonly path: string;
}

/** What waits, in the order of the list. */
export const WAITS = {
	hearing: { label: '七天内的庭审', useCase: 'arena.sit', path: '/arena' },
	ballot: { label: '评分表待提交、确认', useCase: 'arena.sit', path: '/arena' },
	mark: { label: '文书待阅', useCase: 'drafting.mark', path: '/drafting/marking' },
	'panel-sheet': { label: '案卷待评查', useCase: 'drafting.fillSheets', path: '/drafting/panels' },
	'panel-objection': { label: '单位异议待答复', useCase: 'drafting.organisePanels', path: '/drafting/panels' },
	'panel-item': { label: '本单位的问题待整改', useCase: 'drafting.answerForUnit', path: '/drafting/panels' },
	'text-review': { label: '稿件待审', useCase: 'studio.readManuscripts', path: '/studio' },
	'text-returned': { label: '本人的稿件待修改、答复', useCase: 'studio.writeManuscripts', path: '/studio' },
	comment: { label: '点评意见待审核', useCase: 'cases.moderateComments', path: '/studio/commentary' },
	action: { label: '点评会定下的事项待办', useCase: 'cases.readCommentary', path: '/commentary' },
	'law-review': { label: '引用的法有变动，待复核', useCase: 'law.decideChange', path: '/laws/changes' },
	correction: { label: '更正请求待办理', useCase: 'own.readCorrections', path: '/admin/corrections' },
	duty: { label: '三员变更待确认', useCase: 'identity.confirmDuties', path: '/admin/duties' },
	figures: { label: '填报的数字待核对', useCase: 'ranking.confirmFigures', path: '/ranking/assessment' },
	rule: { label: '月榜规则待确认', useCase: 'ranking.confirmRules', path: '/ranking/rules' },
	setting: { label: '设置的改动待确认', useCase: 'settings.confirmChange', path: '/admin/settings' },
	'award-sheet': { label: '评选的评审表待交', useCase: 'ranking.fillAwardSheets', path: '/ranking/awards' },
	'award-term': { label: '评选的下一步待办', useCase: 'ranking.runAwards', path: '/ranking/awards' },
	certificate: { label: '执法证到期', useCase: 'drills.practise', path: '/me' }
} as const satisfies Record<string, WaitKind>;
export type Wait = keyof typeof WAITS;

/** Something that happened and concerns somebody: it stays until it is read, and goes by itself after `NEWS_DAYS`. */
interface NewsKind {
	readonly label: string;
	readonly useCase: UseCase;
	/** Where it can be looked at. @param id of what it is about */
	readonly path: (id: string) => string;
}

export const NEWS = {
	marked: { label: '文书评定了', useCase: 'drafting.readMarks', path: (id) => `/drafting/submissions/${id}` },
	'objection-answered': {
		label: '异议有了答复',
		useCase: 'drafting.object',
		path: (id) => `/drafting/submissions/${id}`
	},
	'text-decided': {
		...{ label: '稿件审过了', useCase: 'studio.readManuscripts' },
		path: (id) => `/studio/manuscripts/${id}`
	},
	'comment-decided': { label: '点评意见审过了', useCase: 'cases.comment', path: (id) => `/commentary/${id}` },
	'hearing-result': { label: '庭审结果公布了', useCase: 'arena.sit', path: (id) => `/arena/${id}/result` },
	award: { label: '评选结果', useCase: 'ranking.readAwards', path: (id) => `/ranking/awards/${id}` },
	'figures-returned': {
		label: '填报的数字被退回',
		useCase: 'ranking.reportFigures',
		path: () => '/ranking/assessment'
	},
	'correction-answered': { label: '更正请求有了答复', useCase: 'own.askCorrection', path: () => '/me/corrections' },
	grant: { label: '角色有变动', useCase: 'identity.readOwnSessions', path: () => '/me' }
} as const satisfies Record<string, NewsKind>;
export type News = keyof typeof NEWS;

export const NEWS_DAYS = 30;
/** From how many days before its end on a certificate counts as ending. */
export const CERTIFICATE_DAYS = 60;
/** Hearings are told this many days ahead. */
export const HEARING_DAYS = 7;

export type NoticeKind = Wait | News;
export const LABELS: Readonly<Record<NoticeKind, string>> = Object.fromEntries(
	Object.entries({ ...WAITS, ...NEWS }).map(([kind, { label }]) => [kind, label])
) as Record<NoticeKind, string>;
export const isNoticeKind = (text: string): text is NoticeKind => Object.hasOwn(LABELS, text);

/** So many things of one kind wait. */
export interface Waiting {
	readonly kind: Wait;
	readonly count: number;
	/** The earliest day on which one of them is due; null = none has one. */
	readonly due: string | null;
}

/** One thing that happened. Kind and `about` name it for good: the same thing is not told twice. */
export interface Happened {
	readonly kind: News;
	/** Id of what it is about, and what happened to it where that can happen more than once: `<id>` or `<id>/2`. */
	readonly about: string;
	/** Milliseconds. */
	readonly at: number;
	readonly title: string;
}

/** What one room has to tell one person. */
export interface RoomNotices {
	readonly waiting: readonly Waiting[];
	readonly happened: readonly Happened[];
}
export const NOTHING: RoomNotices = { waiting: [], happened: [] };

export const pathOfNews = ({ kind, about }: Pick<Happened, 'kind' | 'about'>): string =>
	NEWS[kind].path(about.split('/')[0]!);

/** What a room's statement gives: a line for each kind that waits, and one for each thing that happened. */
export interface NoticeRow {
	readonly kind: NoticeKind;
	readonly count: number;
	readonly due: string | null;
	readonly about: string | null;
	readonly at: number | null;
	readonly title: string | null;
}

export function noticesOf(rows: readonly NoticeRow[]): RoomNotices {
	const waiting = rows.flatMap(({ kind, count, due }) => (isWait(kind) ? [{ kind, count, due }] : []));
	const happened = rows.flatMap(({ kind, about, at, title }) =>
		isWait(kind) || about === null ? [] : [{ kind, about, at: at ?? 0, title: title ?? '' }]
	);
	return { waiting, happened };
}

const isWait = (kind: NoticeKind): kind is Wait => Object.hasOwn(WAITS, kind);

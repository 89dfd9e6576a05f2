import {
	type Happened,
	LABELS,
	NEWS,
	type News,
	type NoticeKind,
	type RoomNotices,
	WAITS,
	type Wait,
	type Waiting,
	pathOfNews
} from './kinds.ts';

export interface WaitLine extends Waiting {
	readonly label: string;
	readonly path: (typeof WAITS)[Wait]['path'];
}
export interface NewsLine extends Happened {
	readonly label: string;
	readonly path: string;
	readonly isRead: boolean;
}

/** Everything that one person is told now. */
export interface Digest {
	readonly waiting: readonly WaitLine[];
	/** Newest first. */
	readonly news: readonly NewsLine[];
	/** What the bell shows: things that wait and news not read yet. */
	readonly count: number;
}

export const readKey = ({ kind, about }: Pick<Happened, 'kind' | 'about'>) => `${kind} ${about}`;

interface Choices {
	/** Kinds that this person does not want to be told. */
	readonly off: ReadonlySet<string>;
	/** What was read, as `readKey` names it. */
	readonly read: ReadonlySet<string>;
}

/** What all rooms have to tell, as one list without the kinds that were switched off. */
export function digestOf(rooms: readonly RoomNotices[], { off, read }: Choices): Digest {
	const told = rooms.flatMap(({ waiting }) => waiting).filter(({ kind, count }) => count > 0 && !off.has(kind));
	const order = Object.keys(WAITS);
	const waiting = told
		.map((one) => ({ ...one, label: WAITS[one.kind].label, path: WAITS[one.kind].path }))
		.sort((left, right) => order.indexOf(left.kind) - order.indexOf(right.kind));
	const news = rooms
		.flatMap(({ happened }) => happened)
		.filter(({ kind }) => !off.has(kind))
		.map((one) => ({ ...one, label: NEWS[one.kind].label, path: pathOfNews(one), isRead: read.has(readKey(one)) }))
		.sort((left, right) => right.at - left.at || (readKey(left) < readKey(right) ? -1 : 1));
	const unread = news.filter(({ isRead }) => !isRead).length;
	return { waiting, news, count: waiting.reduce((sum, one) => sum + one.count, 0) + unread };
}

/** The kinds that can ever reach somebody. @param mayRun whether the person may run a use-case */
export function kindsFor(
	mayRun: (useCase: (typeof WAITS)[Wait]['useCase'] | (typeof NEWS)[News]['useCase']) => boolean
) {
	const kept = Object.entries({ ...WAITS, ...NEWS }).filter(([, { useCase }]) => mayRun(useCase));
	return kept.map(([kind]) => ({ kind: kind as NoticeKind, label: LABELS[kind as NoticeKind], waits: kind in WAITS }));
}

import { authorise, authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import { readPeople } from '#lib/identity/server/use-cases/directory.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { AREAS } from '#lib/shared/piece.ts';
import { clockOf, dayOf } from '#lib/shared/time.ts';
import { isModerated } from '../../domain/commentary/meeting.ts';
import { COMMENT_STANDINGS, DECISIONS, standingOf } from '../../domain/commentary/moderation.ts';
import { excerptOf, sayPlace } from '../../domain/commentary/paragraphs.ts';
import { paragraphsByItem } from '../commentary-meeting.server.ts';
import * as comments from '../repository/commentary-comments.server.ts';
import * as meetings from '../repository/commentary-meetings.server.ts';

export type QueuedComment = Awaited<ReturnType<typeof readModerationQueue>>['meetings'][number]['comments'][number];

/** What trainers decide about: the comments of all meetings whose minutes do not stand yet, undecided ones first. */
export async function readModerationQueue(ctx: Ctx) {
	const { actor } = authorisePerson(ctx, 'cases.moderateComments');
	const all = await meetings.selectMeetings(ctx.db);
	const ids = all.map(({ id }) => id);
	const steps = await meetings.selectSteps(ctx.db, ids);
	const open = all.filter(({ id }) => isModerated(meetings.stateOf(steps, id)));
	const openIds = open.map(({ id }) => id);
	const [items, given] = await Promise.all([
		meetings.selectItems(ctx.db, openIds),
		comments.selectComments(ctx.db, openIds)
	]);
	const about = await describeComments(ctx, given, items);
	return {
		meetings: open.map(({ id, title, startsAt }) => ({
			...{ id, title, day: dayOf(startsAt), state: meetings.stateOf(steps, id) },
			comments: given
				.filter((one) => one.meetingId === id && standingOf(one) !== 'withdrawn')
				.map((one) => ({
					...about(one),
					isOwn: one.authorId === actor.personId,
					// Whatever says the same about the same case.
					targets: given
						.filter((other) => other.itemId === one.itemId && other.id !== one.id && canTake(other))
						.map((other) => ({ id: other.id, label: `${about(other).by}：${excerptOf(other.text, 20)}` }))
				}))
				.sort((left, right) => Number(left.standing !== 'pending') - Number(right.standing !== 'pending'))
		}))
	};
}

const canTake = (one: comments.CommentWithDecisions) => ['pending', 'accepted'].includes(standingOf(one));

/** Names, titles and the words of the paragraph for each comment. */
async function describeComments(
	ctx: Ctx,
	given: readonly comments.CommentWithDecisions[],
	items: readonly meetings.StoredItem[]
) {
	const people = await readPeople(ctx, [
		...new Set(given.flatMap(({ authorId, decisions }) => [authorId, ...decisions.map(({ by }) => by)]))
	]);
	const paragraphs = await paragraphsByItem(ctx.db, items);
	return (one: comments.CommentWithDecisions) => {
		const item = items.find(({ id }) => id === one.itemId)!;
		const author = people.get(one.authorId);
		const standing = standingOf(one);
		return {
			...{ id: one.id, text: one.text, area: AREAS[one.area], standing },
			...{ label: COMMENT_STANDINGS[standing], seen: one.decisions.length, day: dayOf(one.at), clock: clockOf(one.at) },
			...{ caseId: item.caseId, title: item.title, by: author?.name ?? '', unit: author?.unitName ?? '' },
			place: sayPlace(one.paragraph, paragraphs.get(one.itemId) ?? []),
			excerpt: paragraphs.get(one.itemId)?.find(({ index }) => index === one.paragraph)?.excerpt ?? null,
			decisions: one.decisions.map(({ decision, reason, by, at }) => ({
				...{ label: DECISIONS[decision], reason, by: people.get(by)?.name ?? '', on: dayOf(at) }
			}))
		};
	};
}

/** What the ledger's page calls comments: the case and the area. By id. */
export async function readCommentTitles(ctx: Ctx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
	authorise(ctx, 'cases.readCommentary');
	const rows = ids.length === 0 ? [] : await comments.selectCommentTitles(ctx.db, ids);
	return new Map(rows.map(({ id, title, area }) => [id, `${title} · ${AREAS[area]}`]));
}

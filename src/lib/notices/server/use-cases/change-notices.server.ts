import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { readKey } from '../../domain/digest.ts';
import type { NoticeKind } from '../../domain/kinds.ts';
import { forgetDigest } from '../kept-digests.server.ts';
import * as choices from '../repository/choices.server.ts';
import { readDigest } from './read-notices.server.ts';

/** Marks one thing as read and says where it can be looked at; what nobody told is not there. */
export async function openNotice(ctx: Ctx, kind: string, about: string): Promise<Result<string>> {
	const { db, actor, now } = authorisePerson(ctx, 'notices.readOwn');
	const { news } = await readDigest(ctx);
	const found = news.find((one) => readKey(one) === `${kind} ${about}`);
	if (!found) return refuse('no-such-notice', '没有这条通知，可能已经过期。');
	await choices.insertRead(db, [{ personId: actor.personId, kind, about, readAt: now }]);
	forgetDigest(actor.personId);
	return ok(found.path);
}

/** Marks everything that is told now as read. */
export async function readAll(ctx: Ctx): Promise<void> {
	const { db, actor, now } = authorisePerson(ctx, 'notices.readOwn');
	const { news } = await readDigest(ctx);
	const unread = news.filter(({ isRead }) => !isRead);
	await choices.insertRead(
		db,
		unread.map(({ kind, about }) => ({ personId: actor.personId, kind, about, readAt: now }))
	);
	forgetDigest(actor.personId);
}

export interface Choosing {
	/** Kinds that shall be told; of those offered, the others are switched off. */
	readonly on: readonly NoticeKind[];
	readonly offered: readonly NoticeKind[];
	readonly mailAddress: string;
	readonly wantsMail: boolean;
}

/** Keeps the switches and whether, and where to, a digest goes by mail. Kinds that were not offered stay as they were. */
export async function chooseNotices(ctx: Ctx, given: Choosing): Promise<Result<null>> {
	const { db, actor, now } = authorisePerson(ctx, 'notices.readOwn');
	if (given.wantsMail && given.mailAddress === '')
		return refuse('no-address', '要收邮件，先写邮箱地址。', 'mailAddress');
	const before = await choices.selectChoice(db, actor.personId);
	const kept = (before?.off ?? []).filter((kind) => !given.offered.includes(kind));
	const off = [...kept, ...given.offered.filter((kind) => !given.on.includes(kind))];
	const { wantsMail } = given;
	const mailAddress = given.mailAddress || null;
	await choices.saveChoice(db, { personId: actor.personId, off, mailAddress, wantsMail, changedAt: now });
	forgetDigest(actor.personId);
	return ok(null);
}

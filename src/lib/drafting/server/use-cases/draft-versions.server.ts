import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import { type Ctx, type SignedIn, inTransaction } from '#lib/platform/ctx.server.ts';
import { isId } from '#lib/shared/ids.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { clockOf, dayOf, formatShortDay } from '#lib/shared/time.ts';
import { type FieldDifference, compareEntries } from '../../domain/compare-entries.ts';
import type { VersionLine } from '../../domain/draft-view.ts';
import { VERSION_REASONS } from '../../domain/draft-version.ts';
import type { Entries } from '../../domain/entries.ts';
import * as drafts from '../repository/drafts.server.ts';
import { taskOf } from '../task-cache.server.ts';
import { NO_DRAFT } from './save-draft.server.ts';

/** The kept versions of an own draft, newest first. */
export async function listVersions(ctx: Ctx, id: string): Promise<Result<VersionLine[]>> {
	const me = authorisePerson(ctx, 'drafting.practise');
	if (!(await findDraft(me, id))) return NO_DRAFT;
	const rows = await drafts.selectVersions(me.db, id);
	return ok(
		rows.map(({ number, reason, madeAt }) => ({
			...{ number, reason: VERSION_REASONS[reason], at: `${formatShortDay(dayOf(madeAt))} ${clockOf(madeAt)}` }
		}))
	);
}

/** What differs, field by field, between a version and another one; without another: and the draft as it is now. */
export async function compareVersion(
	ctx: Ctx,
	id: string,
	{ from, to }: { from: number; to: number | null }
): Promise<Result<FieldDifference[]>> {
	const me = authorisePerson(ctx, 'drafting.practise');
	const row = await findDraft(me, id);
	if (!row) return NO_DRAFT;
	const [before, after] = await Promise.all([
		drafts.selectVersion(me.db, id, from),
		to === null ? row : drafts.selectVersion(me.db, id, to)
	]);
	if (!before || !after) return NO_VERSION;
	const { form } = await taskOf(me.db, row.taskId, row.taskVersion);
	return ok(compareEntries(form, before.entries, after.entries));
}

/** Keeps the draft as it is stored as a version of its own. */
export async function keepVersion(ctx: Ctx, id: string): Promise<Result<null>> {
	const me = authorisePerson(ctx, 'drafting.practise');
	return inTransaction(me, async ({ db, now, actor }) => {
		const row = isId(id) ? await drafts.lockDraft(db, id, actor.personId) : null;
		if (!row || row.submittedAt) return NO_DRAFT;
		await drafts.keepVersion(db, { id, reason: 'kept', now });
		return ok(null);
	});
}

/** Brings a version back; what stood there before is kept as a version first. @returns what the draft holds now */
export async function restoreVersion(ctx: Ctx, id: string, number: number): Promise<Result<Entries>> {
	const me = authorisePerson(ctx, 'drafting.practise');
	return inTransaction(me, async ({ db, now, actor }) => {
		const row = isId(id) ? await drafts.lockDraft(db, id, actor.personId) : null;
		if (!row || row.submittedAt) return NO_DRAFT;
		const version = await drafts.selectVersion(db, id, number);
		if (!version) return NO_VERSION;
		await drafts.keepVersion(db, { id, reason: 'restore', now });
		await drafts.writeEntries(db, { id, reason: 'auto', now }, { entries: version.entries, ageSeconds: 0 });
		return ok(version.entries);
	});
}

const NO_VERSION = refuse('no-such-version', '没有这个版本。');

const findDraft = ({ db, actor }: SignedIn, id: string) =>
	isId(id) ? drafts.selectDraft(db, id, actor.personId) : Promise.resolve(null);

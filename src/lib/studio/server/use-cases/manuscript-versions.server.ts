import { readPeople } from '#lib/identity/server/use-cases/directory.server.ts';
import { authorise, authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import { type Ctx, inTransaction } from '#lib/platform/ctx.server.ts';
import { isId } from '#lib/shared/ids.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { clockOf, dayOf } from '#lib/shared/time.ts';
import { type FieldDifference, compareFields } from '../../domain/compare-fields.ts';
import { type Fields, VERSION_REASONS, titleOf } from '../../domain/manuscript.ts';
import { kindOf } from '../kinds.server.ts';
import * as manuscripts from '../repository/manuscripts.server.ts';
import * as versions from '../repository/versions.server.ts';
import { NO_MANUSCRIPT } from './save-manuscript.server.ts';

export interface VersionLine {
	readonly number: number;
	readonly reason: string;
	readonly by: string;
	readonly day: string;
	readonly clock: string;
}

/** The kept versions of a manuscript, newest first. */
export async function listManuscriptVersions(ctx: Ctx, id: string): Promise<Result<VersionLine[]>> {
	authorise(ctx, 'studio.readManuscripts');
	const row = isId(id) ? await manuscripts.selectManuscript(ctx.db, id) : null;
	if (!row) return NO_MANUSCRIPT;
	const rows = await versions.selectVersions(ctx.db, id);
	const people = await readPeople(ctx, [...new Set(rows.map(({ madeBy }) => madeBy))]);
	return ok(
		rows.map(({ number, reason, madeBy, madeAt }) => ({
			...{ number, reason: VERSION_REASONS[reason], by: people.get(madeBy)?.name ?? '' },
			...{ day: dayOf(madeAt), clock: clockOf(madeAt) }
		}))
	);
}

/** The parts of one version. */
export async function readManuscriptVersion(ctx: Ctx, id: string, number: number): Promise<Result<Fields>> {
	authorise(ctx, 'studio.readManuscripts');
	const version = isId(id) ? await versions.selectVersion(ctx.db, id, number) : null;
	return version ? ok(version.fields) : NO_VERSION;
}

/** What differs, part by part, between a version and another one; without another: and the manuscript as it is now. */
export async function compareManuscriptVersions(
	ctx: Ctx,
	id: string,
	{ from, to }: { readonly from: number; readonly to: number | null }
): Promise<Result<FieldDifference[]>> {
	authorise(ctx, 'studio.readManuscripts');
	const row = isId(id) ? await manuscripts.selectManuscript(ctx.db, id) : null;
	if (!row) return NO_MANUSCRIPT;
	const [before, after] = await Promise.all([
		versions.selectVersion(ctx.db, id, from),
		to === null ? row : versions.selectVersion(ctx.db, id, to)
	]);
	if (!before || !after) return NO_VERSION;
	return ok(compareFields(kindOf(row.kind).fields, before.fields, after.fields));
}

/** Keeps the draft as it is stored as a version of its own. @returns its number */
export async function keepManuscriptVersion(ctx: Ctx, id: string): Promise<Result<number>> {
	const me = authorisePerson(ctx, 'studio.writeManuscripts');
	return inTransaction(me, async ({ db, now, actor }) => {
		const row = isId(id) ? await manuscripts.lockManuscript(db, id) : null;
		if (!row) return NO_MANUSCRIPT;
		return ok(await versions.keepVersion(db, id, { reason: 'kept', by: actor.personId, now }));
	});
}

/** Brings a version back; what stood there before is kept as a version first. @returns what the manuscript holds now */
export async function restoreManuscriptVersion(ctx: Ctx, id: string, number: number): Promise<Result<Fields>> {
	const me = authorisePerson(ctx, 'studio.writeManuscripts');
	return inTransaction(me, async ({ db, now, actor }) => {
		const row = isId(id) ? await manuscripts.lockManuscript(db, id) : null;
		if (!row) return NO_MANUSCRIPT;
		if (row.state !== 'draft')
			return refuse('stands-still', '这篇稿件不在草稿状态，不能恢复旧版本；要改先“退回修改”。');
		const version = await versions.selectVersion(db, id, number);
		if (!version) return NO_VERSION;
		const by = actor.personId;
		await versions.keepVersion(db, id, { reason: 'restore', by, now });
		const { fields } = version;
		await manuscripts.writeManuscript(db, id, { fields, title: titleOf(fields), by, now });
		await versions.keepVersion(db, id, { reason: 'auto', by, now });
		return ok(fields);
	});
}

const NO_VERSION = refuse('no-such-version', '没有这个版本。');

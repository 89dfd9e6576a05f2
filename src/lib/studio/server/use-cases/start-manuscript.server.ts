import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import { recordAudit } from '#lib/platform/audit.server.ts';
import { type Ctx, type SignedIn, inTransaction } from '#lib/platform/ctx.server.ts';
import { isId, newId } from '#lib/shared/ids.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import type { Beginning } from '../../domain/beginning.ts';
import { type Fields, type Kind, titleOf } from '../../domain/manuscript.ts';
import { changesBetween } from '../../domain/save-fields.ts';
import { kindOf } from '../kinds.server.ts';
import { templatesOf } from '../templates.server.ts';
import * as manuscripts from '../repository/manuscripts.server.ts';
import { keepVersion } from '../repository/versions.server.ts';

export interface NewManuscript {
	readonly kind: Kind;
	readonly from: Beginning;
	/** Made by the page that asks, so that a double click begins one; else a new one. */
	readonly id?: string;
}

/** Begins a manuscript; of a piece that somebody changes already, finds that change. @returns its id */
export async function startManuscript(ctx: Ctx, { kind, from, id }: NewManuscript): Promise<Result<{ id: string }>> {
	const me = authorisePerson(ctx, 'studio.writeManuscripts');
	const begun = await beginningOf(me, kind, from);
	if (!begun.ok) return begun;
	const { fields, pieceId, basedOn, proposal } = begun.value;
	const { now, actor } = me;
	const wanted = id !== undefined && isId(id) ? id : newId(now);
	return inTransaction(me, async (inner) => {
		const by = actor.personId;
		const isNew = await manuscripts.insertManuscript(inner.db, {
			...{
				id: wanted,
				kind,
				fields,
				title: titleOf(fields),
				state: 'draft',
				stateSince: now,
				pieceId,
				basedOn,
				proposal
			},
			...{ createdBy: by, createdAt: now, savedBy: by, savedAt: now }
		});
		if (!isNew) return found(inner, { ...begun.value, kind, wanted });
		await manuscripts.addAuthor(inner.db, wanted, { by, now });
		const version = await keepVersion(inner.db, wanted, { reason: 'start', by, now });
		const step = { act: 'start' as const, state: 'draft' as const, personId: by, reason: '', version, at: now };
		await manuscripts.appendStep(inner.db, wanted, step);
		await recordAudit(inner, 'studio.startManuscript', `manuscript:${wanted}`, { kind, pieceId, basedOn, proposal });
		return ok({ id: wanted });
	});
}

interface Sought extends Begun {
	readonly kind: Kind;
	readonly wanted: string;
}

/** The one that was begun by the first click, or by a colleague; words that were given are not dropped for it. */
async function found(
	ctx: SignedIn,
	{ kind, pieceId, wanted, fields, isGiven }: Sought
): Promise<Result<{ id: string }>> {
	const { db, actor } = ctx;
	const own = await manuscripts.selectManuscript(db, wanted);
	if (own?.createdBy === actor.personId) return ok({ id: own.id });
	const open = pieceId === null ? null : await manuscripts.selectOpen(db, kind, pieceId);
	if (open === null) return refuse('not-begun', '没有建成稿件，请再试一次。');
	if (isGiven && changesBetween(open.fields, fields).length > 0) {
		return refuse('under-way', `“${open.title}”已有一篇稿件在写或在审，先在教研台把那一篇走完；填写的都还在。`);
	}
	return ok({ id: open.id });
}

interface Begun {
	readonly fields: Fields;
	readonly pieceId: string | null;
	readonly basedOn: number | null;
	readonly proposal: number | null;
	/** Its words came from the one who asks, not from a piece. */
	readonly isGiven: boolean;
}

async function beginningOf(ctx: Ctx, kind: Kind, from: Beginning): Promise<Result<Begun>> {
	const fresh = { pieceId: null, basedOn: null, proposal: null, isGiven: false };
	if (from === 'blank') return ok({ ...fresh, fields: {} });
	if ('template' in from) {
		const template = templatesOf(kind).find(({ id }) => id === from.template);
		return template ? ok({ ...fresh, fields: template.fields }) : refuse('no-such-template', '没有这个模板。');
	}
	if ('fields' in from && from.fields) {
		const shown = from.pieceId === undefined ? null : await kindOf(kind).open(ctx, from.pieceId);
		const based = { pieceId: from.pieceId ?? null, basedOn: shown?.ok ? shown.value.version : null };
		return ok({ ...fresh, ...based, fields: known(kind, from.fields), isGiven: true });
	}
	return 'proposal' in from ? proposed(ctx, kind, from.proposal) : fromPiece(ctx, kind, from.pieceId!);
}

async function fromPiece(ctx: Ctx, kind: Kind, pieceId: string): Promise<Result<Begun>> {
	const { open, toFields } = kindOf(kind);
	const shown = await open(ctx, pieceId);
	if (!shown.ok) return shown;
	const fields = toFields(shown.value.source);
	if (!fields.ok) return fields;
	// What was changed last time is not what is changed now.
	const { note: _, ...rest } = fields.value;
	return ok({ fields: rest, pieceId, basedOn: shown.value.version, proposal: null, isGiven: false });
}

async function proposed(
	ctx: Ctx,
	kind: Kind,
	{ pieceId, version }: { readonly pieceId: string; readonly version: number }
): Promise<Result<Begun>> {
	const { open, toFields } = kindOf(kind);
	const [shown, file] = await Promise.all([open(ctx, pieceId), open(ctx, pieceId, version)]);
	if (!file.ok) return file;
	const fields = toFields(file.value.source);
	if (!fields.ok) return fields;
	const basedOn = shown.ok ? shown.value.version : null;
	return ok({ fields: fields.value, pieceId, basedOn, proposal: version, isGiven: false });
}

/** Only what the kind has a part for. */
function known(kind: Kind, fields: Fields): Fields {
	const names = new Set(kindOf(kind).fields.map(({ name }) => name));
	return Object.fromEntries(Object.entries(fields).filter(([name, text]) => names.has(name) && text !== ''));
}

import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import { recordAudit } from '#lib/platform/audit.server.ts';
import { type Ctx, type SignedIn, inTransaction } from '#lib/platform/ctx.server.ts';
import { isId, newId } from '#lib/shared/ids.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import type { Beginning } from '../../domain/beginning.ts';
import { type Fields, type Kind, titleOf } from '../../domain/manuscript.ts';
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
		if (!isNew) return found(inner, { kind, pieceId, wanted });
		await manuscripts.addAuthor(inner.db, wanted, { by, now });
		const version = await keepVersion(inner.db, wanted, { reason: 'start', by, now });
		const step = { act: 'start' as const, state: 'draft' as const, personId: by, reason: '', version, at: now };
		await manuscripts.appendStep(inner.db, wanted, step);
		await recordAudit(inner, 'studio.startManuscript', `manuscript:${wanted}`, { kind, pieceId, basedOn, proposal });
		return ok({ id: wanted });
	});
}

interface Sought {
	readonly kind: Kind;
	readonly pieceId: string | null;
	readonly wanted: string;
}

/** The one that was begun by the first click, or by a colleague. */
async function found({ db, actor }: SignedIn, { kind, pieceId, wanted }: Sought): Promise<Result<{ id: string }>> {
	const own = await manuscripts.selectManuscript(db, wanted);
	if (own?.createdBy === actor.personId) return ok({ id: own.id });
	const open = pieceId === null ? null : await manuscripts.selectOpen(db, kind, pieceId);
	return open === null ? refuse('not-begun', '没有建成稿件，请再试一次。') : ok({ id: open });
}

interface Begun {
	readonly fields: Fields;
	readonly pieceId: string | null;
	readonly basedOn: number | null;
	readonly proposal: number | null;
}

async function beginningOf(ctx: Ctx, kind: Kind, from: Beginning): Promise<Result<Begun>> {
	const fresh = { pieceId: null, basedOn: null, proposal: null };
	if (from === 'blank') return ok({ fields: {}, ...fresh });
	if ('template' in from) {
		const template = templatesOf(kind).find(({ id }) => id === from.template);
		return template ? ok({ fields: template.fields, ...fresh }) : refuse('no-such-template', '没有这个模板。');
	}
	if ('fields' in from) return ok({ fields: known(kind, from.fields), ...fresh });
	const pieceId = 'pieceId' in from ? from.pieceId : from.proposal.pieceId;
	const { open, toFields } = kindOf(kind);
	const [shown, proposed] = await Promise.all([
		open(ctx, pieceId),
		'proposal' in from ? open(ctx, pieceId, from.proposal.version) : null
	]);
	const opened = proposed ?? shown;
	if (!opened.ok) return opened;
	const fields = toFields(opened.value.source);
	if (!fields.ok) return fields;
	// What was changed last time is not what is changed now.
	const { note: _, ...rest } = fields.value;
	const proposal = proposed?.ok ? proposed.value.version : null;
	return ok({
		fields: proposed ? fields.value : rest,
		pieceId,
		basedOn: shown.ok ? shown.value.version : null,
		proposal
	});
}

/** Only what the kind has a part for. */
function known(kind: Kind, fields: Fields): Fields {
	const names = new Set(kindOf(kind).fields.map(({ name }) => name));
	return Object.fromEntries(Object.entries(fields).filter(([name, text]) => names.has(name) && text !== ''));
}

import { mayRun } from '#lib/identity/domain/permissions.ts';
import type { Actor } from '#lib/identity/domain/roles.ts';
import { readPeople } from '#lib/identity/server/use-cases/directory.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { dayOf } from '#lib/shared/time.ts';
import { type PlacedWarning, findWarnings } from '../domain/answer-warnings.ts';
import { countComments } from '../domain/comments.ts';
import type { Byline, FieldFault } from '../domain/manuscript.ts';
import { findHints } from '../domain/template.ts';
import type { Person, Standing } from '../domain/workflow.ts';
import { kindOf } from './kinds.server.ts';
import type { PieceKind, ReadPiece } from './piece-kind.server.ts';
import * as comments from './repository/comments.server.ts';
import * as confirmations from './repository/confirmations.server.ts';
import * as manuscripts from './repository/manuscripts.server.ts';

/** A manuscript with all that decides what may become of it. */
export interface Judged {
	readonly row: manuscripts.StoredManuscript;
	readonly kind: PieceKind;
	readonly steps: readonly manuscripts.StoredStep[];
	readonly authors: readonly string[];
	readonly comments: readonly comments.StoredComment[];
	readonly names: ReadonlyMap<string, string>;
	readonly byline: Byline;
	readonly warnings: readonly PlacedWarning[];
}

/** Everything about a manuscript that is there, but for what its room says of the text. */
export async function gather(ctx: Ctx, row: manuscripts.StoredManuscript): Promise<Judged> {
	const [steps, authors, remarks, answers] = await Promise.all([
		manuscripts.selectSteps(ctx.db, row.id),
		manuscripts.selectAuthors(ctx.db, row.id),
		comments.selectComments(ctx.db, row.id),
		confirmations.selectConfirmations(ctx.db, row.id)
	]);
	const ids = [
		...[...authors, row.savedBy, ...steps.map(({ personId }) => personId)],
		...remarks.flatMap(({ writtenBy, resolvedBy }) => [writtenBy, ...(resolvedBy ? [resolvedBy] : [])])
	];
	const people = await readPeople(ctx, [...new Set(ids)]);
	const names = new Map([...people].map(([id, { name }]) => [id, name]));
	const byline = bylineOf({ steps, authors, names });
	const kind = kindOf(row.kind);
	const warnings = findWarnings(kind.fields, row.fields, answers);
	return { row, kind, steps, authors, comments: remarks, names, byline, warnings };
}

type Signed = Pick<Judged, 'steps' | 'authors' | 'names'>;

/** The steps since the text was handed in last: what was passed before that, was passed of another text. */
const sinceSubmit = (steps: Judged['steps']) => steps.slice(steps.findLastIndex(({ act }) => act === 'submit') + 1);

function passed({ steps, names }: Signed, act: 'approve-internal' | 'approve-legal') {
	const step = sinceSubmit(steps).find((one) => one.act === act);
	return step && { id: step.personId, name: names.get(step.personId) ?? '', on: dayOf(step.at) };
}

/** Author and reviewers as the file names them. */
export function bylineOf(signed: Signed): Byline {
	const { authors, names } = signed;
	const author = authors.map((id) => names.get(id) ?? '').join('、');
	const [internal, legal] = [passed(signed, 'approve-internal'), passed(signed, 'approve-legal')];
	return {
		author,
		...(internal ? { internalReview: { by: internal.name, on: internal.on } } : {}),
		...(legal ? { legalReview: { by: legal.name, on: legal.on } } : {})
	};
}

/** What the room says of the text, with what the studio itself asks for. */
export async function readText(ctx: Ctx, { row, kind, byline }: Judged): Promise<ReadPiece> {
	const missing = kind.fields
		.filter(({ name, required }) => required && !row.fields[name]?.trim())
		.map(({ name, label }): FieldFault => ({ field: name, line: null, message: `“${label}”还没有填。` }));
	const changes = kind.fields.find(({ name }) => name === 'note');
	if (row.basedOn !== null && changes && !row.fields['note']?.trim()) {
		missing.push({ field: 'note', line: null, message: '写明这一版改了什么，读者会看到。' });
	}
	const read = await kind.read(ctx, row.fields, byline);
	const own = new Set(missing.map(({ field }) => field));
	const faults = [
		...missing,
		...findHints(row.fields),
		...(read.ok ? [] : read.faults.filter(({ field }) => !own.has(field)))
	];
	if (read.ok && row.pieceId !== null && read.pieceId !== row.pieceId) {
		faults.push({ field: 'id', line: null, message: `编号不能改：这是 ${row.pieceId} 的新一版。` });
	}
	const { preview, remarks } = read;
	return faults.length > 0 ? { ok: false, faults, preview, remarks } : read;
}

/** @param text null where only the person and the state matter */
export function standingOf(judged: Judged, text: ReadPiece | null): Standing {
	const { row, kind, authors, comments: remarks } = judged;
	const internal = passed(judged, 'approve-internal');
	return {
		...{ state: row.state, authors, ...countComments(remarks, authors) },
		internalReviewer: internal ? { id: internal.id, name: internal.name } : null,
		faults: text && !text.ok ? text.faults.length : 0,
		warnings: judged.warnings.filter(({ confirmed }) => !confirmed).length,
		needsNote: row.basedOn !== null && !kind.fields.some(({ name }) => name === 'note')
	};
}

export const personOf = (actor: Actor): Person => ({
	id: actor.personId,
	mayWrite: mayRun(actor, 'studio.writeManuscripts'),
	mayReviewInternally: mayRun(actor, 'studio.reviewInternally'),
	mayReviewLegally: mayRun(actor, 'studio.reviewLegally'),
	mayWithdraw: mayRun(actor, 'studio.withdrawPieces')
});

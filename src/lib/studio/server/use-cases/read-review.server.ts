import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import type { Ctx, SignedIn } from '#lib/platform/ctx.server.ts';
import { isId, newId } from '#lib/shared/ids.ts';
import { ok } from '#lib/shared/result.ts';
import { clockOf, dayOf } from '#lib/shared/time.ts';
import { type CommentShown, findAnchor } from '../../domain/comments.ts';
import { type Against, type FieldDifference, compareFields } from '../../domain/compare-fields.ts';
import { gatesOf } from '../../domain/gates.ts';
import { type Fields, KINDS, type PreviewBlock } from '../../domain/manuscript.ts';
import { ACTS, type ActShown, OPEN_STATES, STATES, actsOf, judgeStep } from '../../domain/workflow.ts';
import type { ReadPiece } from '../piece-kind.server.ts';
import * as manuscripts from '../repository/manuscripts.server.ts';
import * as versions from '../repository/versions.server.ts';
import { type Judged, gather, personOf, readText, standingOf } from '../standing.server.ts';
import { NO_MANUSCRIPT } from './save-manuscript.server.ts';

/** A manuscript for those who review it: the text as its reader sees it, remarks at their paragraphs, gates, log, what may be done. */
export async function readReview(ctx: Ctx, id: string, wanted: Against | null) {
	const me = authorisePerson(ctx, 'studio.readManuscripts');
	const row = isId(id) ? await manuscripts.selectManuscript(me.db, id) : null;
	if (!row) return NO_MANUSCRIPT;
	const judged = await gather(me, row);
	const text = await readText(me, judged);
	const { kind, names, authors, byline, steps } = judged;
	const { state, title, pieceId, basedOn, publishedAs } = row;
	const person = personOf(me.actor);
	return ok({
		...{ id, kind: row.kind, kindLabel: KINDS[row.kind], title, state, stateLabel: STATES[state] },
		...{ pieceId, basedOn, publishedAs, author: byline.author, isOpen: OPEN_STATES.includes(state) },
		mayEdit: person.mayWrite && state === 'draft',
		/** What ended is taken up again by a manuscript of its own. */
		mayChange: person.mayWrite && (state === 'published' || state === 'withdrawn'),
		isAuthor: authors.includes(person.id),
		address: state === 'published' && pieceId ? kind.address(pieceId) : null,
		labels: Object.fromEntries(kind.fields.map(({ name, label }) => [name, label])),
		blocks: text.preview.length > 0 ? text.preview : plainBlocks(judged),
		faults: text.ok ? [] : text.faults,
		remarks: text.remarks,
		warnings: judged.warnings.map(({ field, kind: what, found, why, key, confirmed }) => {
			return {
				field,
				kind: what,
				found,
				why,
				key,
				confirmed: confirmed && { ...confirmed, by: names.get(confirmed.by) ?? '' }
			};
		}),
		comments: commentViews(judged, text.preview, me.actor.personId),
		gates: gatesOf(steps, (one) => names.get(one) ?? ''),
		acts: actViews(judged, text, me),
		log: steps.map((step) => logLine(step, names)),
		seen: steps.at(-1)?.number ?? 0,
		diff: await readDiff(me, judged, wanted),
		freshId: newId(me.now)
	});
}
export type ReviewView = Extract<Awaited<ReturnType<typeof readReview>>, { ok: true }>['value'];

/** What may be read before a text can be shown as its readers see it. */
function plainBlocks({ row, kind }: Judged): PreviewBlock[] {
	return kind.fields.flatMap(({ name, label }) => {
		const text = row.fields[name] ?? '';
		if (text.trim() === '') return [];
		const lines = text.split(/\n{2,}/).map((paragraph) => ({ text: paragraph, note: '', mark: null }));
		return [{ kind: 'lines' as const, field: name, title: label, text, lines }];
	});
}

function commentViews(
	{ comments, names, authors }: Judged,
	blocks: readonly PreviewBlock[],
	me: string
): CommentShown[] {
	const said = (one: (typeof comments)[number]) => ({
		...{ id: one.id, text: one.text, by: names.get(one.writtenBy) ?? '', isAuthor: authors.includes(one.writtenBy) },
		...{ day: dayOf(one.writtenAt), clock: clockOf(one.writtenAt) }
	});
	return comments
		.filter(({ parentId }) => parentId === null)
		.map((one) => ({
			...said(one),
			...{ field: one.field, quote: one.quote, anchor: findAnchor(one, blocks) },
			answers: comments.filter(({ parentId }) => parentId === one.id).map(said),
			resolved: one.resolvedAt && { by: names.get(one.resolvedBy ?? '') ?? '', day: dayOf(one.resolvedAt) },
			mayResolve: one.resolvedAt === null && (one.writtenBy === me || !authors.includes(me))
		}));
}

/** The steps this person could take, each with what stands in its way now. */
function actViews(judged: Judged, text: ReadPiece, { actor }: SignedIn): ActShown[] {
	const standing = standingOf(judged, text);
	const person = personOf(actor);
	return actsOf(standing, person).map((act) => {
		const decided = judgeStep({ act, reason: '理由另外填写' }, standing, person);
		const needsReason: boolean = ACTS[act].needsReason || (act === 'submit' && standing.needsNote);
		return { act, label: ACTS[act].label, needsReason, obstacle: decided.ok ? null : decided.refusal.message };
	});
}

function logLine(step: manuscripts.StoredStep, names: Judged['names']) {
	const { number, act, state, personId, reason, version, at } = step;
	return {
		...{ number, label: ACTS[act].label, state: STATES[state], by: names.get(personId) ?? '', reason, version },
		...{ day: dayOf(at), clock: clockOf(at) }
	};
}

interface Compared {
	readonly against: Against;
	readonly offers: readonly Against[];
	readonly differences: readonly FieldDifference[];
}

/** What changed since the published version, or since the text was handed in the time before. */
async function readDiff(ctx: SignedIn, { row, kind, steps }: Judged, wanted: Against | null): Promise<Compared | null> {
	const handedIn = steps.filter(({ act }) => act === 'submit');
	const before = handedIn.at(row.state === 'draft' ? -1 : -2);
	const offers: Against[] = [
		...(before ? (['submitted'] as const) : []),
		...(row.basedOn !== null && row.pieceId ? (['published'] as const) : [])
	];
	const against = wanted && offers.includes(wanted) ? wanted : offers[0];
	if (!against) return null;
	let fields: Fields | null;
	if (against === 'submitted') fields = (await versions.selectVersion(ctx.db, row.id, before!.version))?.fields ?? null;
	else {
		const opened = await kind.open(ctx, row.pieceId!, row.basedOn!);
		const read = opened.ok ? kind.toFields(opened.value.source) : opened;
		fields = read.ok ? read.value : null;
	}
	return fields && { against, offers, differences: compareFields(kind.fields, fields, row.fields) };
}

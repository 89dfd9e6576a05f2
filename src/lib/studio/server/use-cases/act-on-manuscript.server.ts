import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import { readOfficers } from '#lib/identity/server/use-cases/directory.server.ts';
import { recordAudit } from '#lib/platform/audit.server.ts';
import { type Ctx, type SignedIn, inTransaction } from '#lib/platform/ctx.server.ts';
import { pieceFact } from '#lib/ranking/domain/entry.ts';
import { recordEntry } from '#lib/ranking/server/use-cases/record-entry.server.ts';
import { isId } from '#lib/shared/ids.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { clockOf, dayOf, formatShortDay } from '#lib/shared/time.ts';
import { withByline } from '../../domain/source-text.ts';
import { ACTS, type Act, STATES, type State, judgeStep } from '../../domain/workflow.ts';
import type { ReadPiece } from '../piece-kind.server.ts';
import * as manuscripts from '../repository/manuscripts.server.ts';
import { keepVersion } from '../repository/versions.server.ts';
import { type Judged, bylineOf, gather, personOf, readText, standingOf } from '../standing.server.ts';
import { NO_MANUSCRIPT } from './save-manuscript.server.ts';

export interface Step {
	readonly act: Act;
	readonly reason: string;
	/** Number of the last step that the page showed: whoever was overtaken is told, and decides anew. */
	readonly seen?: number;
}

/** Takes a step of the workflow; the same step twice is one, and of two people at once the second is told. @returns the new state */
export async function actOnManuscript(ctx: Ctx, id: string, step: Step): Promise<Result<{ state: State }>> {
	const me = authorisePerson(ctx, 'studio.readManuscripts');
	return inTransaction(me, async (inner) => {
		const row = isId(id) ? await manuscripts.lockManuscript(inner.db, id) : null;
		if (!row) return NO_MANUSCRIPT;
		const judged = await gather(inner, row);
		const last = judged.steps.at(-1)!;
		if (last.act === step.act && last.personId === inner.actor.personId) return ok({ state: row.state });
		if (step.seen !== undefined && step.seen !== last.number) return overtaken(judged, last);
		const { needsNoFaults } = ACTS[step.act];
		const text = needsNoFaults ? await readText(inner, judged) : null;
		const decided = judgeStep(step, standingOf(judged, text), personOf(inner.actor));
		if (!decided.ok) return decided;
		return take(inner, { judged, step, state: decided.value, text });
	});
}

function overtaken({ names, row }: Judged, { act, personId, at }: manuscripts.StoredStep) {
	const when = `${formatShortDay(dayOf(at))} ${clockOf(at)}`;
	const what = `${names.get(personId) ?? ''} ${when} 已经“${ACTS[act].label}”`;
	return refuse('overtaken', `打开本页以后稿件有了变动：${what}，现在是“${STATES[row.state]}”。看过再定。`);
}

interface Taken {
	readonly judged: Judged;
	readonly step: Step;
	readonly state: State;
	readonly text: ReadPiece | null;
}

async function take(ctx: SignedIn, { judged, step, state, text }: Taken): Promise<Result<{ state: State }>> {
	const { row } = judged;
	const { now, actor, db } = ctx;
	const version = await keepVersion(db, row.id, { reason: 'step', by: actor.personId, now });
	const entry = { act: step.act, state, personId: actor.personId, reason: step.reason.trim(), version, at: now };
	const published =
		step.act === 'approve-legal' && text?.ok ? await publish(ctx, judged, { entry, pieceId: text.pieceId }) : null;
	if (published && !published.ok) return published;
	if (step.act === 'withdraw') await judged.kind.withdraw(ctx, row.pieceId!);
	await manuscripts.appendStep(db, row.id, entry, published?.ok ? published.value : null);
	const detail = { act: step.act, from: row.state, to: state, version, reason: entry.reason };
	const became = published?.ok ? { piece: `${row.kind}:${published.value.pieceId}`, as: published.value.version } : {};
	await recordAudit(ctx, 'studio.actOnManuscript', `manuscript:${row.id}`, { ...detail, ...became });
	return ok({ state });
}

interface Publication {
	readonly entry: manuscripts.NewStep;
	readonly pieceId: string;
}

/** Makes the text, signed by all three, a version of its piece; the manuscript that stood for it until now is superseded. */
async function publish(
	ctx: SignedIn,
	judged: Judged,
	{ entry, pieceId }: Publication
): Promise<Result<{ pieceId: string; version: number }>> {
	const { row, kind, steps } = judged;
	const names = new Map([...judged.names, [ctx.actor.personId, ctx.actor.name]]);
	const signed = { ...judged, names, steps: [...steps, { ...entry, manuscriptId: row.id, number: steps.length + 1 }] };
	const text = withByline(kind.toSource(row.fields), bylineOf(signed));
	const done = await kind.publish(ctx, text, row.basedOn);
	if (!done.ok) return done;
	for (const { id } of await manuscripts.lockPublished(ctx.db, row.kind, pieceId, row.id)) {
		const reason = `第 ${done.value.version} 版发布`;
		await manuscripts.appendStep(ctx.db, id, { ...entry, act: 'supersede', state: 'superseded', reason, version: 0 });
	}
	if (row.kind === 'case' && done.value.version === 1) await creditAuthor(ctx, judged.authors[0], pieceId);
	return ok({ pieceId, version: done.value.version });
}

/** A new case is an entry for whoever began it, if that is an officer; who mends a comma in it is no author of a case. */
async function creditAuthor(ctx: SignedIn, authorId: string | undefined, pieceId: string): Promise<void> {
	const officer = (await readOfficers(ctx)).find(({ id }) => id === authorId);
	if (!officer) return;
	await recordEntry(ctx, {
		...{ officerId: officer.id, unitId: officer.unitId, source: 'case-published', sourceId: pieceId },
		...{ day: dayOf(ctx.now), complete: true, facts: [pieceFact(`case:${pieceId}@1`, 100)] }
	});
}

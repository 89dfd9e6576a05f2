import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import { idsSetAside } from '#lib/law/domain/basis.ts';
import { readChangedBasis } from '#lib/law/server/use-cases/changed-basis.server.ts';
import { findCitingIds } from '#lib/law/server/use-cases/shared-articles.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { seeded, shuffle } from '#lib/shared/random.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { dayOf } from '#lib/shared/time.ts';
import { DAILY_SIZE, type DrillKind, type SetKind } from '../../domain/kinds.ts';
import { type Candidate, type Pick, pickDaily } from '../../domain/pick.ts';
import * as bankRepository from '../repository/bank.server.ts';
import * as setsRepository from '../repository/sets.server.ts';
import { closeExpiredOf } from './close-expired.server.ts';

/** Starts today's set, or finds the one already drawn today. @returns the set's id */
export async function startDaily(ctx: Ctx): Promise<Result<string>> {
	const { actor } = authorisePerson(ctx, 'drills.practise');
	const day = dayOf(ctx.now);
	const existing = await setsRepository.selectDaily(ctx.db, actor.personId, day);
	if (existing) return ok(existing.id);
	await closeExpiredOf(ctx, actor.personId);
	const candidates = await readDrawable(ctx, actor.personId);
	if (candidates.length === 0) return refuse('empty-bank', '题库还没有可用的题目，请联系教员。');
	return ok(await draw(ctx, 'daily', pickDaily(candidates, { today: day, size: DAILY_SIZE, seed: ctx.seed })));
}

/** Starts a practice set of one kind; weak and unseen questions first. It does not count for the month. */
export async function startKind(ctx: Ctx, kind: DrillKind): Promise<Result<string>> {
	const { actor } = authorisePerson(ctx, 'drills.practise');
	const candidates = await readDrawable(ctx, actor.personId, kind);
	if (candidates.length === 0) return refuse('empty-bank', '这一类现在没有可用的题目。');
	return ok(await draw(ctx, 'kind', pickPractice(candidates, ctx.seed, 'weak')));
}

/** Starts a practice set of the questions that rest on one article, those not right first. It does not count for the month. */
export async function startArticle(ctx: Ctx, law: string, article: string): Promise<Result<string>> {
	const { actor } = authorisePerson(ctx, 'drills.practise');
	const [drawable, citing] = await Promise.all([
		readDrawable(ctx, actor.personId),
		findCitingIds(ctx, 'item', law, article)
	]);
	const candidates = drawable.filter(({ id }) => citing.includes(id));
	if (candidates.length === 0) return refuse('nothing-cites', '这一条现在没有能练的题：题库里没有，或者依据正在复核。');
	return ok(await draw(ctx, 'kind', pickPractice(candidates, ctx.seed, 'weak')));
}

/** Starts a set of questions last answered wrongly, weakest first. It does not count for the month. */
export async function startMistakes(ctx: Ctx, kind: DrillKind | null): Promise<Result<string>> {
	const { actor } = authorisePerson(ctx, 'drills.practise');
	const all = await readDrawable(ctx, actor.personId, kind ?? undefined);
	const wrong = all.filter(({ memory }) => memory !== null && memory.lastMark < 100);
	if (wrong.length === 0) return refuse('no-mistakes', '没有能重练的错题；依据已变动的题，复核完以前不出。');
	return ok(await draw(ctx, 'mistakes', pickPractice(wrong, ctx.seed, 'mistake')));
}

/** Starts a set of the items that go with a piece of another room, in its order. It does not count for the month. */
export async function startLinked(ctx: Ctx, itemIds: readonly string[]): Promise<Result<string>> {
	const { actor } = authorisePerson(ctx, 'drills.practise');
	const drawable = new Map((await readDrawable(ctx, actor.personId)).map((one) => [one.id, one]));
	const linked = [...new Set(itemIds)].flatMap((id) => drawable.get(id) ?? []);
	if (linked.length === 0) return refuse('nothing-linked', '配套的题现在不能练：题库里没有，或者依据正在复核。');
	const picks = linked.slice(0, DAILY_SIZE).map(({ id, version }): Pick => ({ id, version, why: 'linked' }));
	return ok(await draw(ctx, 'linked', picks));
}

/** What may be drawn: items whose law has changed are left out until legal review has released them. */
async function readDrawable(ctx: Ctx, officerId: string, kind?: DrillKind) {
	const [candidates, changed] = await Promise.all([
		bankRepository.selectCandidates(ctx.db, officerId, kind),
		readChangedBasis(ctx, 'item')
	]);
	const aside = new Set(idsSetAside(changed));
	return candidates.filter(({ id }) => !aside.has(id));
}

function pickPractice(candidates: readonly Candidate[], seed: number, why: 'weak' | 'mistake'): Pick[] {
	const rank = ({ memory, prompt }: Candidate) => (prompt ? -1 : memory ? memory.lastMark : 50);
	return shuffle(candidates, seeded(seed))
		.sort((left, right) => rank(left) - rank(right))
		.slice(0, DAILY_SIZE)
		.map(({ id, version, memory, prompt }) => {
			if (prompt) return { id, version, why: 'prompt', from: prompt.source };
			return { id, version, why: memory ? (memory.lastMark < 100 ? why : 'fill') : 'new' };
		});
}

function draw(ctx: Ctx, kind: SetKind, picks: Pick[]): Promise<string> {
	const officerId = ctx.actor!.personId;
	const { now, seed } = ctx;
	return setsRepository.insertSet(ctx.db, {
		id: newId(now),
		officerId,
		kind,
		day: dayOf(now),
		picks,
		seed,
		startedAt: now
	});
}

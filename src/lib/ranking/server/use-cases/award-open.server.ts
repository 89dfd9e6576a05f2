import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import { recordAudit } from '#lib/platform/audit.server.ts';
import { type Ctx, inTransaction } from '#lib/platform/ctx.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { dayOf } from '#lib/shared/time.ts';
import { dayAfter, kindOfCycle } from '../../domain/awards/award-cycle.ts';
import { placesFor } from '../../domain/awards/honour.ts';
import { propose } from '../../domain/awards/proposal.ts';
import type { Step } from '../../domain/awards/step.ts';
import { type Asked, readChecks } from '../award-checks.server.ts';
import { readContest } from '../award-contest.server.ts';
import { honourBook } from '../honours.server.ts';
import * as awards from '../repository/awards.server.ts';

/** Opens the selection of a cycle with the proposal that its closed boards give; a second click finds the first one. @returns its id */
export async function openAward(ctx: Ctx, honourId: string, cycle: string): Promise<Result<string>> {
	const me = authorisePerson(ctx, 'ranking.runAwards');
	const honour = honourBook().honours.find(({ id, offered }) => id === honourId && offered);
	const kind = kindOfCycle(cycle);
	if (!honour || !kind || !honour.cycles.includes(kind))
		return refuse('no-such-honour', '没有这项荣誉，或者不按这个周期评。', 'choice');
	const there = await awards.findRun(ctx.db, honourId, cycle);
	if (there) return ok(there.id);
	const today = dayOf(ctx.now);
	if (dayAfter(cycle) > today) return refuse('not-over', '这一期还没有结束。', 'choice');
	const detail = await proposalOf(ctx, { honour, cycle });
	if (!detail) {
		const why =
			honour.kind === 'case'
				? '这一季的评分表还在收，收完以后才能启动。'
				: '这一期的榜单还没有封账，封账以后才能启动。';
		return refuse('not-closed', why, 'choice');
	}
	if (honour.kind !== 'person' && detail.officers === 0) {
		return refuse('nothing-stands', '这一期没有参评的单位或者评过分的案例。', 'choice');
	}
	const id = newId(ctx.now);
	return inTransaction(me, async (inner) => {
		const { db, now, actor } = inner;
		const by = { openedBy: actor.personId, openedAt: now };
		if (!(await awards.insertRun(db, { id, honourId, cycle, honour, ...by }))) {
			return ok((await awards.findRun(db, honourId, cycle))!.id);
		}
		const step: Step = { act: 'open', detail, number: 1, personId: actor.personId, on: today };
		await awards.insertStep(db, id, step, now);
		await recordAudit(inner, 'ranking.award.open', `award:${id}`, { honourId, cycle, boards: detail.boards });
		return ok(id);
	});
}

/** Null while the boards are not closed. */
async function proposalOf(ctx: Ctx, asked: Asked): Promise<Step<'open'>['detail'] | null> {
	const read = await readContest(ctx, asked.honour, asked.cycle);
	if (!read) return null;
	const checksOf = await readChecks(ctx, asked, { officerIds: read.figures.map(({ officerId }) => officerId) });
	const places = placesFor(asked.honour, read.contestants);
	const proposal = propose(read.figures, checksOf, places * asked.honour.candidates);
	return { ...proposal, places, officers: read.contestants, boards: read.digests };
}

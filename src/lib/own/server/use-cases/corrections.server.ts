import { type UseCase, mayRun } from '#lib/identity/domain/permissions.ts';
import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import { readPeople, readUnits } from '#lib/identity/server/use-cases/directory.server.ts';
import { recordReading } from '#lib/platform/audit-readings.server.ts';
import { recordAudit } from '#lib/platform/audit.server.ts';
import { type Ctx, type SignedIn, inTransaction } from '#lib/platform/ctx.server.ts';
import { isId, newId } from '#lib/shared/ids.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { clockOf, dayOf, daysBetween } from '#lib/shared/time.ts';
import {
	ABOUT,
	type About,
	type AnswerKind,
	CORRECTION_STEPS,
	type Given,
	MOST_OPEN,
	judgeCorrection,
	standingOf
} from '../../domain/correction.ts';
import * as repository from '../repository.server.ts';

const NO_REQUEST = refuse('no-such-request', '没有这项更正请求。');
const instant = (at: Date) => `${dayOf(at)} ${clockOf(at)}`;

/** A request as both sides see it: what was asked, and what became of it with the reason. */
function view({ id, about, place, wrong, right, requestedAt, steps }: repository.StoredRequest) {
	const last = steps.at(-1);
	return {
		...{ id, about: ABOUT[about], place, wrong, right, requestedAt: instant(requestedAt) },
		...{ standing: standingOf(steps), isOpen: last === undefined },
		answer: last && { label: CORRECTION_STEPS[last.step], reason: last.reason, at: instant(last.at) }
	};
}

/** The actor's own requests, and a new id for the next one. */
export async function readOwnCorrections(ctx: Ctx) {
	const { db, actor } = authorisePerson(ctx, 'own.askCorrection');
	return { requests: (await repository.selectOwn(db, actor.personId)).map(view), newId: newId(ctx.now) };
}

/** What a person writes: where it stands, what is wrong, what it should say. `id` is the page's, so that sent twice is once. */
export interface Correction {
	readonly id: string;
	readonly about: About;
	readonly place: string;
	readonly wrong: string;
	readonly right: string;
}

/** Asks that something recorded about the actor be set right. */
export async function askCorrection(ctx: Ctx, given: Correction): Promise<Result<null>> {
	const me = authorisePerson(ctx, 'own.askCorrection');
	if (!isId(given.id)) return refuse('no-id', '请重新打开本页再提交。');
	return inTransaction(me, async (inner) => {
		const { db, now, actor } = inner;
		const { personId, unitId } = actor;
		const own = await repository.selectOwn(db, personId);
		if (own.some(({ id }) => id === given.id)) return ok(null);
		if (own.filter(({ steps }) => steps.length === 0).length >= MOST_OPEN)
			return refuse('too-many', `已有 ${MOST_OPEN} 项请求待办理，等有答复再提。`);
		if (!(await repository.insertRequest(db, { ...given, personId, unitId, requestedAt: now }))) return NO_REQUEST;
		await recordAudit(inner, 'own.askCorrection', `correction:${given.id}`, { about: given.about });
		return ok(null);
	});
}

/** Takes an own request back before it is answered. */
export async function withdrawCorrection(ctx: Ctx, id: string): Promise<Result<null>> {
	const me = authorisePerson(ctx, 'own.askCorrection');
	return takeStep(me, id, ({ personId }) => {
		return personId === me.actor.personId ? ok({ step: 'withdrawn', reason: '' }) : NO_REQUEST;
	});
}

/** The units about whose people the actor answers, by what it is about: the register is for administrators, the work for supervisors. */
async function readDuties(ctx: Ctx): Promise<repository.Duty[]> {
	const units = await readUnits(ctx);
	const of = (useCase: UseCase) => units.filter(({ path }) => mayRun(ctx.actor, useCase, { unitPath: path }));
	return [
		{ about: 'account', unitIds: of('own.answerAboutAccount').map(({ id }) => id) },
		{ about: 'record', unitIds: of('own.answerAboutRecord').map(({ id }) => id) }
	];
}

const MOST_SHOWN = 100;

/** The requests that the actor answers, oldest first, and those answered last. */
export async function readCorrectionQueue(ctx: Ctx) {
	const me = authorisePerson(ctx, 'own.readCorrections');
	const { db, actor } = me;
	await recordReading(me, 'own.readCorrections', 'correction:queue');
	const duties = await readDuties(ctx);
	const [open, ended] = await Promise.all([
		repository.selectQueue(db, duties, { ended: false, limit: MOST_SHOWN }),
		repository.selectQueue(db, duties, { ended: true, limit: MOST_SHOWN / 5 })
	]);
	const all = [...open, ...ended];
	const people = await readPeople(ctx, [
		...new Set(all.flatMap(({ personId, steps }) => [personId, ...steps.map(({ by }) => by)]))
	]);
	const nameOf = (id: string | undefined) => (id === undefined ? '' : (people.get(id)?.name ?? '（已离任）'));
	const today = dayOf(ctx.now);
	const show = (one: repository.StoredRequest) => ({
		...{ ...view(one), name: nameOf(one.personId), unitName: people.get(one.personId)?.unitName ?? '' },
		...{ isOwn: one.personId === actor.personId, waitingDays: daysBetween(dayOf(one.requestedAt), today) },
		answeredBy: nameOf(one.steps.at(-1)?.by)
	});
	return { open: open.map(show), ended: ended.map(show) };
}

/** How many requests wait for the actor's answer; zero for whoever answers none. */
export async function countOpenCorrections(ctx: Ctx): Promise<number> {
	const { db } = authorisePerson(ctx, 'own.readCorrections');
	return repository.countOpen(db, await readDuties(ctx));
}

/** Answers a request with a reason, once. It changes no record: that is done where the record is kept. */
export async function answerCorrection(
	ctx: Ctx,
	id: string,
	given: { readonly answer: AnswerKind; readonly reason: string }
): Promise<Result<null>> {
	const me = authorisePerson(ctx, 'own.readCorrections');
	const duties = await readDuties(ctx);
	return takeStep(me, id, ({ about, unitId }) => {
		const isMine = duties.some((duty) => duty.about === about && duty.unitIds.includes(unitId));
		return isMine ? ok({ step: given.answer, reason: given.reason.trim() }) : NO_REQUEST;
	});
}

type Chosen = Pick<Given, 'step' | 'reason'>;

/** One step of a request: behind its lock, judged, written with its audit entry. @param choose may refuse whoever has no part in it */
async function takeStep(
	me: SignedIn,
	id: string,
	choose: (request: repository.StoredRequest) => Result<Chosen>
): Promise<Result<null>> {
	if (!isId(id)) return NO_REQUEST;
	return inTransaction(me, async (inner) => {
		const { db, now, actor } = inner;
		const request = await repository.lockRequest(db, id);
		if (!request) return NO_REQUEST;
		const chosen = choose(request);
		if (!chosen.ok) return chosen;
		const judged = judgeCorrection(request, { ...chosen.value, by: actor.personId });
		if (!judged.ok) return isRepeated(request, chosen.value, actor.personId) ? ok(null) : judged;
		const { step, reason } = chosen.value;
		await repository.insertStep(db, { requestId: id, number: judged.value, step, reason, by: actor.personId, at: now });
		await recordAudit(inner, `own.${step === 'withdrawn' ? 'withdraw' : 'answer'}Correction`, `correction:${id}`, {
			step
		});
		return ok(null);
	});
}

/** The same step of the same person again: a second click finds it done. */
function isRepeated({ steps }: repository.StoredRequest, { step, reason }: Chosen, by: string): boolean {
	const last = steps.at(-1);
	return last?.step === step && last.reason === reason && last.by === by;
}

import { recordAudit } from '#lib/platform/audit.server.ts';
import { type Ctx, type SignedIn, inTransaction } from '#lib/platform/ctx.server.ts';
import { isId, newId } from '#lib/shared/ids.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { dayOf } from '#lib/shared/time.ts';
import { isSeparated, secondPersons } from '../../domain/duties.ts';
import { type Decision, expiryOf, judgeDecision } from '../../domain/duty-request.ts';
import { findEndFault } from '../../domain/grant.ts';
import { knowPerson } from '../known-person.server.ts';
import { writeDeactivation, writeFirstPassword } from '../account-changes.server.ts';
import { changeIdentity } from '../recent-sessions.server.ts';
import {
	countOtherRootAdministrators,
	lockDuties,
	selectDutyHolders,
	selectGrant
} from '../repository/grants.server.ts';
import * as repository from '../repository/duty-requests.server.ts';
import { lockPerson, selectRegistered } from '../repository/people.server.ts';
import {
	type Ending,
	type WantedGrant,
	judgeGrant,
	knowGrant,
	knowGrantee,
	writeEnd,
	writeGrant
} from '../role-changes.server.ts';
import { authorisePerson } from './authorise.server.ts';

type Wanted = Pick<repository.StoredRequest, 'kind' | 'personId' | 'unitId' | 'reason'> &
	Partial<Pick<repository.StoredRequest, 'role' | 'grantId' | 'fromOn' | 'untilOn'>>;

/** Writes a request down; it changes nothing until a second person confirms it. @returns its id */
async function ask(me: SignedIn, wanted: Wanted): Promise<Result<string>> {
	const reason = wanted.reason.trim();
	if (reason === '') return refuse('no-reason', '写明理由，确认的人要看。', 'reason');
	const id = newId(me.now);
	return inTransaction(me, async (inner): Promise<Result<string>> => {
		const { db, now, actor } = inner;
		await repository.expireRequests(db, wanted.personId, now);
		const by = { requestedBy: actor.personId, requestedAt: now, expiresAt: expiryOf(now) };
		if (!(await repository.insertRequest(db, { ...wanted, reason, id, ...by })))
			return refuse('waiting', '关于这个人已有一项申请待确认，先等它有结果。');
		await recordAudit(inner, 'identity.requestDuty', `person:${wanted.personId}`, { request: id, ...wanted });
		return ok(id);
	});
}

/** Asks that somebody be made administrator, supervisor or auditor. */
export async function requestGrant(ctx: Ctx, personId: string, wanted: WantedGrant): Promise<Result<string>> {
	const found = await knowGrantee(ctx, personId, wanted.unitId);
	if (!found.ok) return found;
	if (!isSeparated(wanted.role)) return refuse('ordinary', '这个角色直接授予，不用申请。', 'role');
	const judged = await inTransaction(found.value.me, (inner) => judgeGrant(inner, personId, wanted));
	return judged.ok ? ask(found.value.me, { kind: 'grant', personId, ...wanted }) : judged;
}

/** Asks that a separated duty end, at once or on a day. */
export async function requestEnd(ctx: Ctx, personId: string, grantId: string, ending: Ending): Promise<Result<string>> {
	const found = await knowGrant(ctx, personId, grantId);
	if (!found.ok) return found;
	const { me, grant } = found.value;
	const fault = findEndFault(grant, ending.untilOn, dayOf(ctx.now));
	if (fault) return { ok: false, refusal: fault };
	const { role, unitId } = grant;
	return ask(me, { kind: 'end', personId, role, unitId, grantId, ...ending });
}

/** Asks that the account of somebody with a separated duty be closed, or get a new first password. */
export async function requestAccount(
	ctx: Ctx,
	personId: string,
	given: { readonly kind: 'deactivate' | 'reset-password'; readonly reason: string }
): Promise<Result<string>> {
	const { me, known } = await knowPerson(ctx, 'identity.managePeople', personId);
	if (me.actor.personId === personId) return refuse('oneself', '本人的账号由另一名管理员办理。');
	if (known.person.deactivatedAt !== null) return refuse('deactivated', '这个账号已经停用。');
	return ask(me, { ...given, personId, unitId: known.person.unitId });
}

/** Whether the actor is the second person of a request, by what everybody holds now. */
async function isSecondPerson({ db, now, actor }: SignedIn, request: repository.StoredRequest, unitPath: string) {
	const second = secondPersons(await selectDutyHolders(db, unitPath, dayOf(now)), request);
	return second?.personIds.includes(actor.personId) ?? false;
}

export interface Decided {
	readonly decision: Decision;
	readonly reason: string;
}

/** A first password that was made on the way: shown once. */
interface Carried {
	readonly slip: { readonly name: string; readonly account: string; readonly password: string } | null;
}
const DONE = ok<Carried>({ slip: null });

/** Confirms, rejects or takes back a request, once. */
export async function decideDuty(ctx: Ctx, id: string, given: Decided): Promise<Result<Carried>> {
	const found = ctx.actor && isId(id) ? await repository.selectRequest(ctx.db, id) : null;
	const me = authorisePerson(ctx, 'identity.confirmDuties', { unitPath: found?.unitPath ?? '-' });
	return changeIdentity(me, async (inner): Promise<Result<Carried>> => {
		await lockDuties(inner.db);
		const request = (await repository.lockRequest(inner.db, id))!;
		const { actor, now } = inner;
		const deciding = {
			...{ by: actor.personId, ...given },
			isSecondPerson: await isSecondPerson(inner, request, found!.unitPath)
		};
		const judged = judgeDecision(request, deciding, now);
		if (!judged.ok) return judged;
		const done = given.decision === 'confirmed' ? await carryOut(inner, request) : DONE;
		if (!done.ok) return done;
		const decided = { verdict: given.decision, decidedBy: actor.personId, decidedAt: now };
		await repository.saveDecision(inner.db, id, { ...decided, decisionReason: given.reason.trim() || null });
		const detail = { request: id, verdict: given.decision, kind: request.kind, role: request.role };
		await recordAudit(inner, 'identity.confirmDuties', `person:${request.personId}`, detail);
		return done;
	});
}

/** Does what was asked for, if that is possible still. */
async function carryOut(inner: SignedIn, request: repository.StoredRequest): Promise<Result<Carried>> {
	const { kind, personId, reason } = request;
	await lockPerson(inner.db, personId);
	const { name, account, deactivatedAt } = (await selectRegistered(inner.db, personId))!.person;
	if (deactivatedAt !== null) return refuse('deactivated', '这个账号已经停用，申请不能再确认。');
	switch (kind) {
		case 'grant':
			return carryOutGrant(inner, request);
		case 'end':
			return carryOutEnd(inner, request);
		case 'deactivate': {
			const last = await refuseLastAdministrator(inner, personId);
			if (!last.ok) return last;
			await writeDeactivation(inner, personId, reason);
			return DONE;
		}
		case 'reset-password':
			return ok({
				slip: { name, account, password: await writeFirstPassword(inner, personId, { request: request.id }) }
			});
	}
}

async function carryOutGrant(inner: SignedIn, request: repository.StoredRequest): Promise<Result<Carried>> {
	const { personId, unitId, untilOn, reason, requestedBy } = request;
	const today = dayOf(inner.now);
	// A first day that passed while the request waited is today.
	const fromOn = request.fromOn !== null && request.fromOn > today ? request.fromOn : today;
	const wanted = { role: request.role!, unitId, fromOn, untilOn, reason };
	const judged = await judgeGrant(inner, personId, wanted);
	if (!judged.ok) return judged;
	await writeGrant(inner, personId, wanted, requestedBy);
	return DONE;
}

async function carryOutEnd(inner: SignedIn, request: repository.StoredRequest): Promise<Result<Carried>> {
	const { grant, unitPath } = (await selectGrant(inner.db, request.grantId!))!;
	const today = dayOf(inner.now);
	const untilOn = request.untilOn !== null && request.untilOn >= today ? request.untilOn : null;
	const fault = findEndFault(grant, untilOn, today);
	if (fault) return { ok: false, refusal: fault };
	const isRoot = unitPath.split('/').length === 3;
	if (grant.role === 'administrator' && isRoot) {
		const last = await refuseLastAdministrator(inner, grant.personId);
		if (!last.ok) return last;
	}
	await writeEnd(inner, grant, { untilOn, reason: request.reason });
	return DONE;
}

/** A bureau is never without somebody who administers all of it and will go on doing so. */
async function refuseLastAdministrator({ db, now }: Ctx, personId: string): Promise<Result<null>> {
	const today = dayOf(now);
	const isOne = (await selectDutyHolders(db, await repository.rootPath(db), today)).some((one) => {
		return one.personId === personId && one.role === 'administrator';
	});
	if (!isOne || (await countOtherRootAdministrators(db, personId, today)) > 0) return ok(null);
	return refuse('last-administrator', '他是最后一名管理全局的系统管理员，先授予另一名。');
}

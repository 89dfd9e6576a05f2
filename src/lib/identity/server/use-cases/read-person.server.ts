import { recordReading } from '#lib/platform/audit-readings.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { type Day, clockOf, dayOf } from '#lib/shared/time.ts';
import { certificateStateOn } from '../../domain/certificate.ts';
import { isSeparated } from '../../domain/duties.ts';
import { REQUEST_VERDICTS, describeRequest } from '../../domain/duty-request.ts';
import { GRANT_STATES, describePeriod, grantStateOn } from '../../domain/grant.ts';
import { LEAVE_KINDS } from '../../domain/leave.ts';
import { mayRun } from '../../domain/permissions.ts';
import { type Actor, ROLES } from '../../domain/roles.ts';
import { knowPerson } from '../known-person.server.ts';
import { selectRequestsAbout } from '../repository/duty-requests.server.ts';
import { selectAllGrants } from '../repository/grants.server.ts';
import * as history from '../repository/person-history.server.ts';
import { digestOfSheet, sheetOf } from './register-people.server.ts';

const instant = (at: Date) => `${dayOf(at)} ${clockOf(at)}`;

/** Everything that the register knows of a person; nothing of what they answered, wrote or were marked for. */
export async function readPerson(ctx: Ctx, id: string) {
	const { me, known } = await knowPerson(ctx, 'identity.readRegister', id);
	if (me.actor.personId !== id) await recordReading(me, 'identity.readRegister', `person:${id}`);
	const [grants, requests, moves, leaves, standings] = await Promise.all([
		selectAllGrants(me.db, id),
		selectRequestsAbout(me.db, id),
		history.selectMoves(me.db, id),
		history.selectLeaves(me.db, id),
		history.selectStandings(me.db, id)
	]);
	const today = dayOf(ctx.now);
	const sheet = sheetOf(known.person);
	const shownGrants = grants.map((one) => showGrant(one, today, me.actor));
	const open = shownGrants.filter(({ state }) => state !== 'ended');
	return {
		...{ sheet, seen: digestOfSheet(sheet), id, unitId: known.person.unitId, unitName: known.unitName },
		...{ isOneself: me.actor.personId === id, sessions: known.sessions },
		certificate: certificateStateOn(sheet.certificateExpiresOn, today),
		isDeactivated: known.person.deactivatedAt !== null,
		mustChangePassword: known.person.mustChangePassword,
		holdsDuty: open.some((one) => one.isSeparated),
		grants: { open, ended: shownGrants.filter(({ state }) => state === 'ended') },
		requests: requests.map((one) => showRequest(one, ctx.now)),
		moves: moves.map(({ move, fromName, toName, byName }) => ({
			...{ id: move.id, fromName, toName, movedOn: move.movedOn, reason: move.reason },
			...{ by: byName, isWaiting: move.appliedAt === null, recordedOn: dayOf(move.recordedAt) }
		})),
		leaves: leaves.map(({ id: leaveId, kind, fromOn, untilOn }) => ({
			...{ id: leaveId, label: LEAVE_KINDS[kind], fromOn, untilOn },
			isNow: fromOn <= today && today <= untilOn
		})),
		standings: standings.map(({ standing, byName }) => ({
			...{ id: standing.id, isEnd: standing.kind === 'deactivated', reason: standing.reason },
			...{ by: byName, at: instant(standing.at) }
		}))
	};
}
type StoredGrant = Awaited<ReturnType<typeof selectAllGrants>>[number];

/** A role that somebody holds or held; its end is for whoever administers its unit, and never one's own to decide. */
function showGrant({ grant, unitName, unitPath }: StoredGrant, today: Day, actor: Actor) {
	const state = grantStateOn(grant, today);
	return {
		...{ id: grant.id, label: ROLES[grant.role], unitName, isSeparated: isSeparated(grant.role) },
		...{ state, stateLabel: GRANT_STATES[state], period: describePeriod(grant), endReason: grant.endReason },
		mayEnd: actor.personId !== grant.personId && mayRun(actor, 'identity.grantRoles', { unitPath })
	};
}
type StoredRequest = Awaited<ReturnType<typeof selectRequestsAbout>>[number];

/** A request as its pages show it. */
export function showRequest(stored: StoredRequest, now: Date) {
	const { request, name, account, unitName, requestedByName, decidedByName } = stored;
	const isExpired = request.verdict === null && request.expiresAt <= now;
	const verdict = isExpired ? 'expired' : request.verdict;
	return {
		...{ id: request.id, personId: request.personId, name, account, unitName },
		...{ what: describeRequest(request), reason: request.reason, requestedBy: requestedByName },
		...{ requestedAt: instant(request.requestedAt), expiresAt: instant(request.expiresAt) },
		period: request.kind === 'grant' ? `${request.fromOn} ${request.untilOn ? `至 ${request.untilOn}` : '起'}` : null,
		lastDay: request.kind === 'end' ? request.untilOn : null,
		isOpen: verdict === null,
		standing: verdict === null ? '待第二人确认' : REQUEST_VERDICTS[verdict],
		decided: request.decidedAt && decidedByName ? `${decidedByName}，${instant(request.decidedAt)}` : null,
		decisionReason: request.decisionReason
	};
}

import type { Actor } from '#lib/identity/domain/roles.ts';
import { endGrant, grantRole } from '#lib/identity/server/use-cases/grant-roles.server.ts';
import * as units from '#lib/identity/server/use-cases/manage-units.server.ts';
import { cancelTransfer, transferPerson } from '#lib/identity/server/use-cases/move-people.server.ts';
import * as standing from '#lib/identity/server/use-cases/person-standing.server.ts';
import { readPerson } from '#lib/identity/server/use-cases/read-person.server.ts';
import * as register from '#lib/identity/server/use-cases/read-register.server.ts';
import { cancelLeave, recordLeave } from '#lib/identity/server/use-cases/record-leave.server.ts';
import { editPerson, registerPerson } from '#lib/identity/server/use-cases/register-people.server.ts';
import * as duties from '#lib/identity/server/use-cases/separated-duties.server.ts';
import { readPeopleFilter } from '#lib/identity/domain/people-filter.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { accessRows } from './sign-in-rows.ts';
import { administratorRows as tableRows } from './people-import-rows.ts';
import { correctionRows } from './own-rows.ts';
import { settingRows } from './settings-rows.ts';

type Rows = Record<string, (ctx: Ctx) => unknown>;
const NONE = '01980000-0000-7000-8000-000000000000';
const SHEET = { name: '', account: '', certificateNumber: '', certificateExpiresOn: null, joinedOn: '2026-11-20' };
const EVER = { fromOn: '2026-11-20', untilOn: null, reason: '' };
const BACK = { fromOn: '2026-11-20', untilOn: '2026-11-19' };

/**
 * The register of units and people, for administrators of the unit in question; what they ask for is refused by rule or changes
 * nothing, so that one bureau serves all of them. @param about whom
 */
export const administrationRows = ({ personId, unitId }: Pick<Actor, 'personId' | 'unitId'>): Rows => ({
	readUnitTree: (ctx) => register.readUnitTree(ctx),
	readUnitChoices: (ctx) => register.readUnitChoices(ctx),
	readUnit: (ctx) => register.readUnit(ctx, unitId),
	listPeople: (ctx) =>
		register.listPeople(
			ctx,
			readPeopleFilter(() => null)
		),
	addSubunit: (ctx) => units.addSubunit(ctx, unitId, { name: '', kind: 'town', reason: '' }),
	renameUnit: (ctx) => units.renameUnit(ctx, unitId, '', ''),
	moveUnit: (ctx) => units.moveUnit(ctx, unitId, unitId, ''),
	closeUnit: (ctx) => units.closeUnit(ctx, unitId, ''),
	reopenUnit: (ctx) => units.reopenUnit(ctx, unitId, ''),
	readPerson: (ctx) => readPerson(ctx, personId),
	registerPerson: (ctx) => registerPerson(ctx, { id: NONE, sheet: SHEET, unitId, roles: [] }),
	editPerson: (ctx) => editPerson(ctx, personId, { sheet: SHEET, seen: '' }),
	transferPerson: (ctx) => transferPerson(ctx, personId, { unitId, movedOn: '2026-11-20', reason: '' }),
	cancelTransfer: (ctx) => cancelTransfer(ctx, personId, NONE),
	recordLeave: (ctx) => recordLeave(ctx, personId, { kind: 'leave', ...BACK }),
	cancelLeave: (ctx) => cancelLeave(ctx, personId, NONE),
	deactivatePerson: (ctx) => standing.deactivatePerson(ctx, personId, ''),
	reactivatePerson: (ctx) => standing.reactivatePerson(ctx, personId, ''),
	resetPassword: (ctx) => standing.resetPassword(ctx, personId),
	endSessionsOf: (ctx) => standing.endSessionsOf(ctx, personId),
	grantRole: (ctx) => grantRole(ctx, personId, { role: 'administrator', unitId, ...EVER }),
	endGrant: (ctx) => endGrant(ctx, personId, NONE, { untilOn: null, reason: '' }),
	requestGrant: (ctx) => duties.requestGrant(ctx, personId, { role: 'officer', unitId, ...EVER }),
	requestEnd: (ctx) => duties.requestEnd(ctx, personId, NONE, { untilOn: null, reason: '' }),
	requestAccount: (ctx) => duties.requestAccount(ctx, personId, { kind: 'deactivate', reason: '' })
});

/** Everything that administrators may, and officers, trainers and auditors may not. @param open of nothing that was imported */
export const administratorRows = (open: () => string, about: Pick<Actor, 'personId' | 'unitId'>): Rows => ({
	...{ ...tableRows(open), ...correctionRows, ...accessRows, ...settingRows },
	...administrationRows(about)
});

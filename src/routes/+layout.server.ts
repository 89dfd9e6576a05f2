import { mayRun } from '#lib/identity/domain/permissions.ts';
import { ROLES } from '#lib/identity/domain/roles.ts';
import { readBureauName } from '#lib/identity/server/use-cases/directory.server.ts';
import { dayOf } from '#lib/shared/time.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals: { ctx } }) => {
	const { actor } = ctx;
	const roles = new Set(actor?.grants.map(({ role }) => role));
	const viewer = actor && {
		...{ name: actor.name, account: actor.account, unitName: actor.unitName },
		...{ mustChangePassword: actor.mustChangePassword, isOfficer: roles.has('officer') },
		mayWrite: mayRun(actor, 'studio.readManuscripts'),
		mayImport: mayRun(actor, 'law.importTexts'),
		mayCompare: mayRun(actor, 'discretion.readConsistency'),
		roleLabels: [...roles].map((role) => ROLES[role])
	};
	return { viewer, today: dayOf(ctx.now), bureau: await readBureauName(ctx) };
};

import { areasFor } from '#lib/identity/domain/administration.ts';
import { remindOfCertificate } from '#lib/identity/domain/certificate.ts';
import { mayRun } from '#lib/identity/domain/permissions.ts';
import { ROLES } from '#lib/identity/domain/roles.ts';
import { readBureauName } from '#lib/identity/server/use-cases/directory.server.ts';
import { readDigest } from '#lib/notices/server/use-cases/read-notices.server.ts';
import { dayOf } from '#lib/shared/time.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals: { ctx } }) => {
	const { actor } = ctx;
	const roles = new Set(actor?.grants.map(({ role }) => role));
	const [bureau, digest] = await Promise.all([readBureauName(ctx), actor && readDigest(ctx)]);
	const viewer = actor && {
		...{ name: actor.name, account: actor.account, unitName: actor.unitName },
		...{ mustChangePassword: actor.mustChangePassword, isOfficer: roles.has('officer') },
		bell: digest?.count ?? 0,
		mayWrite: mayRun(actor, 'studio.readManuscripts'),
		mayAdminister: areasFor(actor).length > 0,
		mayAudit: mayRun(actor, 'audit.readLog'),
		reminder: remindOfCertificate(actor.certificateExpiresOn, dayOf(ctx.now)),
		mayCompare: mayRun(actor, 'discretion.readConsistency'),
		roleLabels: [...roles].map((role) => ROLES[role])
	};
	return { viewer, today: dayOf(ctx.now), bureau };
};

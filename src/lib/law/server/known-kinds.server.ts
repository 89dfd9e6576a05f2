import { mayRun } from '#lib/identity/domain/permissions.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { CITING_KINDS, type CitingKind } from '../domain/citing.ts';

/** Titles of questions are for officers and for who reviews changes; visitors see cases only. */
export function knownKinds({ actor }: Ctx): CitingKind[] {
	if (!actor) return ['case'];
	const knowsItems = mayRun(actor, 'drills.readOwnRecord') || mayRun(actor, 'law.readChanges');
	return (Object.keys(CITING_KINDS) as CitingKind[]).filter((kind) => kind !== 'item' || knowsItems);
}

import { mayRun } from '#lib/identity/domain/permissions.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { CITING_KINDS, type CitingKind } from '../domain/citing.ts';

/**
 * Titles of questions are for officers and for who reviews changes; visitors see public cases only. What a case to practise on
 * cites is its answer, so only who reviews changes sees that it does.
 */
export function knownKinds({ actor }: Ctx): CitingKind[] {
	if (!actor) return ['public-case'];
	const reviews = mayRun(actor, 'law.readChanges');
	const hidden = new Set<CitingKind>(reviews ? [] : ['practice', 'drafting', 'bundle']);
	if (!reviews && !mayRun(actor, 'drills.readOwnRecord')) hidden.add('item');
	return (Object.keys(CITING_KINDS) as CitingKind[]).filter((kind) => !hidden.has(kind));
}

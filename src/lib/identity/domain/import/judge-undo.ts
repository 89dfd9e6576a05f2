import { type Result, ok, refuse } from '#lib/shared/result.ts';
import type { PersonValues } from './judgement.ts';

/** What an import did to somebody. */
export interface ImportedChange {
	readonly personId: string;
	readonly before: PersonValues | null;
	readonly after: PersonValues;
	readonly grants: readonly string[];
}

/** What is kept of that person now. */
export interface PresentPerson extends PersonValues {
	readonly id: string;
	readonly isActive: boolean;
	readonly hasOwnPassword: boolean;
	readonly grants: readonly string[];
}

const SHOWN = 3;
const FIELDS = ['account', 'name', 'unit', 'certificateNumber', 'certificateExpiresOn', 'joinedOn'] as const;

/**
 * Whether an import can still be taken back as a whole. New people must be as they were made and unused (`used`: somebody's records
 * name them), changed ones must still be as the import left them. @returns whom to set back, and to what
 */
export function judgeUndo(
	changes: readonly ImportedChange[],
	present: readonly PresentPerson[],
	used: ReadonlySet<string>
): Result<(PersonValues & { readonly id: string })[]> {
	const byId = new Map(present.map((one) => [one.id, one]));
	const namesOf = (list: readonly ImportedChange[]) => {
		const names = list.slice(0, SHOWN).map(({ after }) => after.name);
		return `${names.join('、')}${list.length > SHOWN ? ` 等 ${list.length} 人` : ''}`;
	};
	const added = changes.filter(({ before }) => before === null);
	const inUse = added.filter(({ personId }) => used.has(personId) || byId.get(personId)?.hasOwnPassword);
	if (inUse.length > 0) return refuse('in-use', `不能撤销：${namesOf(inUse)}已经登录或已有记录。可在人员页停用账号。`);
	const changed = changes.filter((change) => !isAsLeft(change, byId.get(change.personId)));
	if (changed.length > 0) return refuse('changed-since', `不能撤销：导入以后，${namesOf(changed)}的资料或角色又改过。`);
	return ok(changes.flatMap(({ personId, before }) => (before === null ? [] : [{ id: personId, ...before }])));
}

function isAsLeft({ before, after, grants }: ImportedChange, now: PresentPerson | undefined): boolean {
	if (!now || !now.isActive || FIELDS.some((field) => now[field] !== after[field])) return false;
	const held = new Set(now.grants);
	// A new person holds just what the import gave.
	return grants.every((id) => held.has(id)) && (before !== null || held.size === grants.length);
}

import type { ReadRow } from './read-rows.ts';

/** What two rows of one table must not share. */
export interface Claims {
	/** Why a row cannot stand beside the others; null when it can. */
	faultOf(row: ReadRow): string | null;
}

/**
 * Finds rows that speak of the same account or certificate, or of the same name where no account is given. Of equal rows the first
 * counts; where they differ none does, because nobody knows which is right.
 */
export function claimsOf(rows: readonly ReadRow[]): Claims {
	const groups = new Map<string, ReadRow[]>();
	for (const row of rows) {
		for (const key of keysOf(row)) {
			const group = groups.get(key);
			if (group) group.push(row);
			else groups.set(key, [row]);
		}
	}
	return {
		faultOf(row) {
			for (const key of keysOf(row)) {
				const fault = faultIn(groups.get(key)!, row, key);
				if (fault !== null) return fault;
			}
			return null;
		}
	};
}

function keysOf({ person: { account, certificateNumber, name } }: ReadRow): string[] {
	const keys = [];
	if (account !== null) keys.push(`账号 ${account}`);
	else if (name !== null) keys.push(`没有账号的“${name}”`);
	if (certificateNumber !== null) keys.push(`执法证号 ${certificateNumber}`);
	return keys;
}

const SHOWN = 5;

function faultIn(group: readonly ReadRow[], row: ReadRow, key: string): string | null {
	if (group.length === 1) return null;
	const first = group[0]!;
	const text = JSON.stringify(row.person);
	if (group.every(({ person }) => JSON.stringify(person) === text)) {
		return first === row ? null : `与第 ${first.number} 行完全相同`;
	}
	const others = group.filter((one) => one !== row).map(({ number }) => number);
	const more = others.length > SHOWN ? ' 等' : '';
	return `${key}在第 ${others.slice(0, SHOWN).join('、')}${more} 行又出现，内容不同，无法判断以哪一行为准`;
}

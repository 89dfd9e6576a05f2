import type { Cell, Table } from '#lib/shared/table.ts';
import type { Day } from '#lib/shared/time.ts';
import type { Role } from '../roles.ts';
import { FIELDS, FIELD_KEYS, type Field, type Mapping } from './fields.ts';
import { isIdCard, ID_CARD } from './id-card.ts';
import {
	type Read,
	cleanText,
	readAccount,
	readCertificate,
	readDay,
	readName,
	readRoles,
	readText
} from './read-cell.ts';

/** What one row says of one person; null = nothing is said, and nothing of that is changed. */
export interface PersonRow {
	readonly account: string | null;
	readonly name: string | null;
	/** In words: a name, or a path of names. */
	readonly unit: string | null;
	readonly certificateNumber: string | null;
	readonly certificateExpiresOn: Day | null;
	readonly joinedOn: Day | null;
	readonly roles: readonly Role[] | null;
}

export interface ReadRow {
	/** As the spreadsheet numbers it. */
	readonly number: number;
	readonly person: PersonRow;
	/** Why it cannot be taken, a sentence for each cell; empty = it can. */
	readonly faults: readonly string[];
}

/** Characters that a field may have; names, accounts and numbers have narrower rules of their own. */
const MOST = 120;

/** The rows below the heads, cell by cell; rows in which no mapped column says anything are left out. */
export function readRows(table: Table, mapping: Mapping): ReadRow[] {
	const below = table.rows.filter(({ number }) => mapping.headRow === null || number > mapping.headRow);
	const rows: ReadRow[] = [];
	for (const { number, cells } of below) {
		const cellOf = (field: Field): Cell => cells[mapping.columns[field] ?? -1] ?? '';
		if (FIELD_KEYS.every((field) => isBlank(cellOf(field)))) continue;
		rows.push(readRow(number, cellOf, table.epoch));
	}
	return rows;
}

const isBlank = (cell: Cell) => typeof cell === 'string' && cleanText(cell) === '';

function readRow(number: number, cellOf: (field: Field) => Cell, epoch: Table['epoch']): ReadRow {
	const faults: string[] = [];
	const read = <T>(field: Field, reader: (text: string) => Read<T>): T | null => {
		const found = readCell(cellOf(field), reader);
		if (found === null || 'value' in found) return found?.value ?? null;
		faults.push(`${FIELDS[field]}：${found.fault}`);
		return null;
	};
	const person = {
		account: read('account', readAccount),
		name: read('name', readName),
		unit: read('unit', (text) => ({ value: text })),
		certificateNumber: read('certificateNumber', readCertificate),
		certificateExpiresOn: read('certificateExpiresOn', (text) => readDay(text, epoch)),
		joinedOn: read('joinedOn', (text) => readDay(text, epoch)),
		roles: read('roles', readRoles)
	};
	return { number, person, faults };
}

/** Null for an empty cell. */
function readCell<T>(cell: Cell, reader: (text: string) => Read<T>): Read<T> | null {
	if (typeof cell !== 'string') return cell;
	const text = cleanText(cell);
	if (text === '') return null;
	if (isIdCard(text)) return ID_CARD;
	const checked = readText(text, MOST);
	return 'fault' in checked ? checked : reader(checked.value);
}

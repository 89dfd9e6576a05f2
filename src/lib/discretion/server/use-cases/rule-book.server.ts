import type { LawResolver } from '#lib/law/domain/law-index.ts';
import type { Benchmark } from '../../domain/benchmark.ts';
import type { RuleBook } from '../../domain/decision.ts';
import type { Frame } from '../../domain/frame.ts';
import type { Jurisdiction } from '../../domain/jurisdiction.ts';
import type { TableKind } from '../../domain/table-file.ts';
import { readProvisionFiles } from './provision-files.server.ts';
import { readTableFiles } from './table-files.server.ts';

/** Citations of shipped files are checked by `content check`; here they are taken as they are. */
const TRUSTING: LawResolver = { has: () => true, resolve: (cited, on) => ({ ...cited, version: on }) };

/** Rows that a decision may need beside its candidates: the daily fine is found through the law. */
const isDaily = (row: string) => row.includes('daily_multiple_of_original_fine');
const idOf = (row: string) => /^ {2}- id: (\S+)/.exec(row)?.[1] ?? '';

/**
 * The rule book of a place, straight from the files: for commands that need no database. Null = no such place.
 * @param rules ids of the provisions that are needed; null = all
 */
export function readRuleBook(root: string, place: string, rules: ReadonlySet<string> | null): RuleBook | null {
	const wants = (row: string) => rules === null || rules.has(idOf(row)) || isDaily(row);
	const { provisions, faults: inRows } = readProvisionFiles(root, TRUSTING, wants);
	const { tables, faults: inTables } = readTableFiles(root, TRUSTING, null);
	const [fault] = [...inRows, ...inTables];
	if (fault) throw new Error(`${fault.file}:${fault.line}:${fault.field}: ${fault.message}`);
	const find = <T>(kind: TableKind, name: string) =>
		tables.find(({ id }) => id === `${kind}/${name}`)?.body as T | undefined;
	const jurisdiction = find<Jurisdiction>('jurisdiction', place);
	const frame = find<Frame>('frame', 'frame');
	const benchmark = jurisdiction && find<Benchmark>('benchmark', jurisdiction.benchmark);
	if (!jurisdiction || !benchmark || !frame) return null;
	return { provisions: new Map(provisions.map(({ id, body }) => [id, body])), benchmark, jurisdiction, frame };
}

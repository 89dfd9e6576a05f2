import type { LawResolver } from '#lib/law/domain/law-index.ts';
import type { Benchmark } from '../../domain/benchmark.ts';
import type { RuleBook } from '../../domain/decision.ts';
import type { Frame } from '../../domain/frame.ts';
import type { Jurisdiction } from '../../domain/jurisdiction.ts';
import type { CaseBook } from '../../domain/generate/case-book.ts';
import type { Phrases } from '../../domain/generate/phrases.ts';
import type { TableFile } from '../../domain/table-file.ts';
import type { TrapCatalogue } from '../../domain/trap.ts';
import type { ContentFault } from '#lib/platform/content-files.server.ts';
import { readProvisionFiles } from './provision-files.server.ts';
import { readRuleTables, readWordTables } from './table-files.server.ts';

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
	const { provisions, faults } = readProvisionFiles(root, TRUSTING, wants);
	const tables = soundTables(readRuleTables(root, TRUSTING, null), faults);
	const jurisdiction = find<Jurisdiction>(tables, `jurisdiction/${place}`);
	const frame = find<Frame>(tables, 'frame/frame');
	const benchmark = jurisdiction && find<Benchmark>(tables, `benchmark/${jurisdiction.benchmark}`);
	if (!jurisdiction || !benchmark || !frame) return null;
	return { provisions: new Map(provisions.map(({ id, body }) => [id, body])), benchmark, jurisdiction, frame };
}

/** A rule book with the words that practice cases are made of. Null = no such place. */
export function readCaseBook(root: string, place: string): CaseBook | null {
	const book = readRuleBook(root, place, null);
	const tables = soundTables(readWordTables(root, TRUSTING, null), []);
	const catalogue = find<TrapCatalogue>(tables, 'traps/traps');
	const phrases = find<Phrases>(tables, 'phrases/phrases');
	return book && catalogue && phrases ? { ...book, traps: catalogue.traps, phrases } : null;
}

function soundTables(read: ReturnType<typeof readRuleTables>, before: readonly ContentFault[]): readonly TableFile[] {
	const [fault] = [...before, ...read.faults];
	if (fault) throw new Error(`${fault.file}:${fault.line}:${fault.field}: ${fault.message}`);
	return read.tables;
}

const find = <T>(tables: readonly TableFile[], id: string) =>
	tables.find((one) => one.id === id)?.body as T | undefined;

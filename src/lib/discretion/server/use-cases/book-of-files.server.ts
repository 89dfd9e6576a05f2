import type { Benchmark } from '../../domain/benchmark.ts';
import type { RuleBook } from '../../domain/decision.ts';
import type { Frame } from '../../domain/frame.ts';
import type { Jurisdiction } from '../../domain/jurisdiction.ts';
import type { ProvisionFile } from '../../domain/provision.ts';
import type { TableFile } from '../../domain/table-file.ts';

interface Files {
	readonly provisions: readonly ProvisionFile[];
	readonly tables: readonly TableFile[];
}

/** The rule book of a place from files that were read and checked; null = no such place. */
export function bookOf({ provisions, tables }: Files, place: string): RuleBook | null {
	const find = <T>(id: string) => tables.find((one) => one.id === id)?.body as T | undefined;
	const jurisdiction = find<Jurisdiction>(`jurisdiction/${place}`);
	const frame = find<Frame>('frame/frame');
	const benchmark = jurisdiction && find<Benchmark>(`benchmark/${jurisdiction.benchmark}`);
	if (!jurisdiction || !benchmark || !frame) return null;
	return { provisions: new Map(provisions.map(({ id, body }) => [id, body])), benchmark, jurisdiction, frame };
}

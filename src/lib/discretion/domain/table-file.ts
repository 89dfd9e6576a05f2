import type { ResolvedCitation } from '#lib/law/domain/cited-article.ts';
import type { Provenance } from '#lib/shared/piece.ts';
import type { Day } from '#lib/shared/time.ts';
import type { Benchmark } from './benchmark.ts';
import type { Frame } from './frame.ts';
import type { Jurisdiction } from './jurisdiction.ts';
import type { Phrases } from './generate/phrases.ts';
import type { TrapCatalogue } from './trap.ts';

/** What a file of `content/discretion` other than the provisions is. */
export const TABLE_KINDS = {
	frame: '全国通用数据',
	benchmark: '裁量基准',
	jurisdiction: '地区',
	traps: '常见失误',
	phrases: '出题用语'
} as const;
export type TableKind = keyof typeof TABLE_KINDS;

export type Table =
	| ({ readonly kind: 'frame' } & Frame)
	| ({ readonly kind: 'benchmark' } & Benchmark)
	| ({ readonly kind: 'jurisdiction' } & Jurisdiction)
	| ({ readonly kind: 'traps' } & TrapCatalogue)
	| ({ readonly kind: 'phrases' } & Phrases);

/** One such file, validated. `id` names the kind too: `jurisdiction/default`. */
export interface TableFile {
	readonly id: string;
	readonly digest: string;
	readonly title: string;
	readonly asOf: Day;
	readonly body: Table & Provenance & { readonly asOf: Day };
	readonly citations: readonly ResolvedCitation[];
}

/** Everything of this room that has versions. */
export const PIECE_KINDS = { provision: '罚则', ...TABLE_KINDS } as const;
export type PieceKind = keyof typeof PIECE_KINDS;

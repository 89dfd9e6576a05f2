import { layOutCase } from '../domain/paper-case.ts';
import { judgementOf } from './after-reading.server.ts';
import type { KeptCase } from './case-cache.server.ts';
import { timelineOf, toStudy } from './use-cases/read-case.server.ts';

/** A whole case as print and handbook set it. */
export const toPaper = (kept: KeptCase) => ({
	study: toStudy(kept.row),
	timeline: timelineOf(kept.row, true).entries,
	judgement: judgementOf(kept),
	...layOutCase({ id: kept.row.id, blocks: kept.row.body.blocks, notes: kept.notes })
});
export type CaseOnPaper = ReturnType<typeof toPaper>;

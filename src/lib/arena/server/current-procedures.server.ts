import { projectRoot } from '#lib/platform/project-root.server.ts';
import type { Procedure } from '../domain/hearing/procedure.ts';
import { readProcedureFiles } from './use-cases/procedure-files.server.ts';

/** Files change with a start only, so a process reads them once. */
let procedures: readonly Procedure[] | null = null;

/** The procedures a hearing may be scheduled by; a hearing keeps the one it was scheduled by. */
export function currentProcedures(): readonly Procedure[] {
	if (procedures === null) {
		const read = readProcedureFiles(projectRoot());
		if (read.faults.length > 0) throw new Error('content/arena/procedures holds a faulty procedure');
		procedures = read.procedures;
	}
	return procedures;
}

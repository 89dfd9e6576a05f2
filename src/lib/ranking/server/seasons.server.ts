import { projectRoot } from '#lib/platform/project-root.server.ts';
import type { Season } from '../domain/season.ts';
import { readSeasonFiles } from './use-cases/season-files.server.ts';

/** Files change with a start only, so a process reads them once, on the first request that needs them. */
let seasons: readonly Season[] | null = null;

/** The seasons of the bureau. */
export function allSeasons(): readonly Season[] {
	seasons ??= readSeasonFiles(projectRoot()).seasons;
	return seasons;
}

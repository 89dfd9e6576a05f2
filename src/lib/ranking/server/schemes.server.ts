import { projectRoot } from '#lib/platform/project-root.server.ts';
import type { Scheme } from '../domain/assessment/scheme.ts';
import { readAssessmentFiles } from './use-cases/assessment-files.server.ts';

/** Files change with a start only, so a process reads them once, on the first request that needs them. */
let schemes: readonly Scheme[] | null = null;

/** All versions of the assessment, oldest first. */
export function assessmentSchemes(): readonly Scheme[] {
	schemes ??= readAssessmentFiles(projectRoot()).schemes;
	return schemes;
}

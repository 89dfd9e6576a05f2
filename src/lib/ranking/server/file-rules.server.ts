import { projectRoot } from '#lib/platform/project-root.server.ts';
import type { Rule } from '../domain/rule.ts';
import { readRuleFiles } from './use-cases/rule-files.server.ts';

/** Files change with a start only, so a process reads them once. */
let rules: readonly Rule[] | null = null;

/** The versions of the monthly rule that the files bring, by number. */
export function fileRules(): readonly Rule[] {
	rules ??= readSound();
	return rules;
}

/** The start has checked the files; whoever comes here past it must not rank by half a rule. */
function readSound(): readonly Rule[] {
	const read = readRuleFiles(projectRoot());
	if (read.faults.length > 0 || read.rules.length === 0) throw new Error('content/ranking/rules holds no sound rules');
	return read.rules;
}

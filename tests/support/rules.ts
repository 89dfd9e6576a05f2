import { projectRoot } from '#lib/platform/project-root.server.ts';
import { readRuleFiles } from '#lib/ranking/server/use-cases/rule-files.server.ts';
import { type Rule, ruleOf } from '#lib/ranking/domain/rule.ts';

/** The rules as shipped: boards of months that are closed hang on the first one, so tests hold it too. */
export const RULES: readonly Rule[] = readRuleFiles(projectRoot()).rules;
export const FIRST_RULE = ruleOf(RULES, '2026-11');
export const SECOND_RULE = ruleOf(RULES, '2026-12');

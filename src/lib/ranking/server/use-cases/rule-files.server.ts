import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type ContentFault, type SourceFile, parseYaml, readFolder } from '#lib/platform/content-files.server.ts';
import type { Rule } from '../../domain/rule.ts';
import { ruleSchema } from '../rule-schema.server.ts';

const FOLDER = 'content/ranking/rules';

/** Reads `content/ranking/rules`, by version. A house without the folder has no boards. */
export function readRuleFiles(root: string): { rules: Rule[]; faults: ContentFault[] } {
	if (!existsSync(join(root, FOLDER))) return { rules: [], faults: [] };
	const read = readFolder(root, FOLDER, '.yaml').map(readRule);
	const sound = read.flatMap(({ rule, at }) => (rule ? [{ rule, at: at }] : []));
	sound.sort((left, right) => left.rule.version - right.rule.version);
	// Whoever has a gap because a file cannot be read is told about that file only.
	const isWhole = sound.length === read.length;
	const order = sound.flatMap(({ rule, at }, index) => {
		const before = sound[index - 1]?.rule;
		if (isWhole && rule.version !== index + 1) return [at('version', `应为第 ${index + 1} 版：版本从 1 起连续`)];
		if (before && before.effectiveFrom >= rule.effectiveFrom) return [at('effectiveFrom', '应晚于上一版')];
		return [];
	});
	return { rules: sound.map(({ rule }) => rule), faults: [...read.flatMap(({ faults }) => faults), ...order] };
}

function readRule({ path, name, text }: SourceFile) {
	const parsed = parseYaml(path, text, ruleSchema);
	if (!parsed.ok) return { rule: null, at: null, faults: parsed.faults };
	const { value, at } = parsed;
	const faults = name === String(value.version) ? [] : [at('version', `版本应与文件名一致：${name}`)];
	return { rule: value satisfies Rule, at, faults };
}

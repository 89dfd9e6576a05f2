import { type Values, parsePath, valueAt } from './path.ts';
import type { TextCheck, TextFinding } from './text-check.ts';
import { textsOf } from './value.ts';

/**
 * Fields in which none of the words stands that the task asks for. A field that is empty is left to the rule that
 * requires it: one gap, one finding.
 */
export function findMissingWords(checks: readonly TextCheck[], fields: Values): TextFinding[] {
	return checks.flatMap(({ path, anyOf, requirement, why }) => {
		const parsed = parsePath(path);
		const value = parsed && valueAt(parsed.steps, fields);
		if (value === undefined || value === null) return [];
		const text = textsOf(value).join('\n');
		if (anyOf.some((word) => text.includes(word))) return [];
		return [{ fault: 'missing', path, found: '', at: null, message: `没有写明${requirement}`, why }];
	});
}

import type { Severity } from '../domain/rule.ts';

/** One word for each gravity, where the sentence of `SEVERITIES` is too long. */
export const SEVERITY_NAMES: Readonly<Record<Severity, string>> = { fatal: '致命', major: '严重', minor: '瑕疵' };

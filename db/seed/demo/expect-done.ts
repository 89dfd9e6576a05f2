import type { Result } from '#lib/shared/result.ts';

/** The demo asks for nothing that may be refused. */
export function expectDone<T>(result: Result<T>): T {
	if (!result.ok) throw new Error(`the demo was refused: ${result.refusal.message}`);
	return result.value;
}

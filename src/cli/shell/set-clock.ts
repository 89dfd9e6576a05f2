import type { Environment } from '#lib/shared/environment.ts';

/** A clock that can be set must never touch real records. */
export function refuseSetClock({ LEITAI_CLOCK }: Pick<Environment, 'LEITAI_CLOCK'>, isDemo: boolean): void {
	if (LEITAI_CLOCK !== '' && !isDemo) throw new Error('LEITAI_CLOCK 只能用于演示数据或测试。');
}

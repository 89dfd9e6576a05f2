import type { Polarity } from './case.ts';

interface Judged {
	readonly polarity: Polarity;
	readonly well: readonly unknown[];
	readonly defects: readonly unknown[];
}

interface FieldFault {
	readonly field: 'well' | 'defects';
	readonly message: string;
}

/** Whether what was done well and badly fits the kind of case. */
export function findJudgementFaults({ polarity, well, defects }: Judged): FieldFault[] {
	const faults: FieldFault[] = [];
	if (polarity !== 'negative' && well.length === 0) {
		faults.push({ field: 'well', message: '至少写一条做得好的；只有反面案例可以没有' });
	}
	if (polarity !== 'positive' && defects.length === 0) {
		faults.push({ field: 'defects', message: '至少写一处问题；只有正面案例没有' });
	}
	if (polarity === 'positive' && defects.length > 0) {
		faults.push({ field: 'defects', message: '正面案例不列问题；有得有失的，polarity 写 mixed' });
	}
	return faults;
}

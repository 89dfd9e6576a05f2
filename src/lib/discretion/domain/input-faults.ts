import type { Benchmark } from './benchmark.ts';
import type { DecisionInput } from './decision-input.ts';
import type { Provision } from './provision.ts';

interface Fault {
	/** Path inside the input, `violations.0.candidates.1`. */
	readonly field: string;
	readonly message: string;
}

/** Names in an input that mean nothing: rules, factors, one id for two violations, one party twice. */
export function findInputFaults(
	{ violations }: DecisionInput,
	provisions: ReadonlyMap<string, Provision>,
	benchmark: Pick<Benchmark, 'factors'>
): Fault[] {
	const faults: Fault[] = [];
	const known = new Set(benchmark.factors.map(({ id }) => id));
	violations.forEach(({ id, candidates, parties }, index) => {
		const at = `violations.${index}`;
		if (violations.findIndex((one) => one.id === id) !== index) {
			faults.push({ field: `${at}.id`, message: `编号 ${id} 重复：每个违法行为一个编号` });
		}
		candidates.forEach((rule, number) => {
			const field = `${at}.candidates.${number}`;
			if (!provisions.has(rule)) faults.push({ field, message: `没有这条罚则：${rule}` });
			if (candidates.indexOf(rule) !== number) faults.push({ field, message: `罚则 ${rule} 重复` });
		});
		parties.forEach(({ party, label, factors }, number) => {
			const field = `${at}.parties.${number}`;
			if (parties.findIndex((one) => one.party === party && one.label === label) !== number) {
				faults.push({ field, message: `当事人“${party}”重复：用 label 区分` });
			}
			factors.forEach((factor, place) => {
				if (known.has(factor.id)) return;
				const message = `没有这个裁量因子：${factor.id}，可用：${[...known].join('、')}`;
				faults.push({ field: `${field}.factors.${place}.id`, message });
			});
		});
	});
	return faults;
}

import type { DualPenalty, Provision, StageRule } from './provision.ts';
import { STAGES, type Stage } from './stages.ts';
import { type Subject, subjectsIn } from './subjects.ts';

interface Fault {
	/** Path inside the provision, `stages.first.fines.0`. */
	readonly field: string;
	readonly message: string;
}
type Checked = Pick<
	Provision,
	'subjects' | 'stages' | 'dualPenalty' | 'hearing' | 'valid' | 'verified' | 'scorable' | 'orderToCorrect'
>;

/** What a row of the penalty table says that cannot be true together; the schema has checked each value alone. */
export function findProvisionFaults(row: Checked): Fault[] {
	const faults: Fault[] = [];
	const stages = Object.entries(row.stages) as [Stage, StageRule][];
	if (stages.length === 0) faults.push({ field: 'stages', message: '至少有一个阶段' });
	if (row.scorable && !row.verified) faults.push({ field: 'scorable', message: '未核实的罚则不得计分' });
	if (row.valid.to !== null && row.valid.to < row.valid.from) {
		faults.push({ field: 'valid', message: '适用期间的止日早于起日' });
	}
	const first = row.stages.first;
	if (row.orderToCorrect === 'required-first' && first && first.fines.length > 0) {
		faults.push({ field: 'stages.first.fines', message: '先责令改正的，首次不能有罚款' });
	}
	for (const [stage, { fines }] of stages) {
		fines.forEach(({ subject }, index) => {
			const stranger = subjectsIn(subject)?.find((one) => !row.subjects.includes(one));
			if (stranger) {
				faults.push({ field: `stages.${stage}.fines.${index}.subject`, message: `“${stranger}”不在处罚对象之列` });
			}
		});
	}
	for (const field of ['dualPenalty', 'hearing'] as const) {
		for (const stage of Object.keys(row[field]) as Stage[]) {
			if (!row.stages[stage]) faults.push({ field: `${field}.${stage}`, message: `没有“${STAGES[stage]}”这一阶段` });
		}
	}
	for (const [stage, dual] of Object.entries(row.dualPenalty) as [Stage, DualPenalty][]) {
		if (row.stages[stage] && !agrees(dual, row.stages[stage].fines)) {
			faults.push({ field: `dualPenalty.${stage}`, message: '双罚的对象、数额与该阶段的罚款不一致' });
		}
	}
	return faults;
}

/** Whether a stage fines the same person with the same figures, and a unit exactly when the dual penalty says so. */
function agrees(dual: DualPenalty, fines: StageRule['fines']): boolean {
	const same = fines.some(
		(fine) =>
			fine.subject === dual.person &&
			fine.kind === dual.kind &&
			'min' in fine &&
			fine.min === dual.min &&
			fine.max === dual.max
	);
	const UNITS: readonly Subject[] = ['单位', '机构', '施工单位'];
	const finesUnit = fines.some(({ subject }) => subjectsIn(subject)?.some((one) => UNITS.includes(one)));
	return same && finesUnit === dual.unitAlsoFined;
}

import type { Jurisdiction } from './jurisdiction.ts';
import type { Provision } from './provision.ts';
import { LIST_CONDITIONS } from './jurisdiction.ts';

interface Fault {
	readonly field: string;
	readonly message: string;
}
type Checked = Pick<Jurisdiction, 'noPenalty' | 'ranges' | 'overrides' | 'accidentSubranges'>;

/** What a jurisdiction says about provisions that are not there, or about fines that they do not have. */
export function findPlaceFaults(place: Checked, provisions: readonly Provision[]): Fault[] {
	const byId = new Map(provisions.map((row) => [row.id, row]));
	const faults: Fault[] = [];
	const known = (field: string, id: string) => {
		if (!byId.has(id)) faults.push({ field: `${field}.provision`, message: `没有这条罚则：${id}` });
		return byId.get(id);
	};
	const { conditions, rows } = place.noPenalty;
	const missing = LIST_CONDITIONS.filter((id) => !conditions.some((one) => one.id === id));
	if (missing.length > 0) faults.push({ field: 'noPenalty.conditions', message: `缺少条件：${missing.join('、')}` });
	rows.forEach(({ provision }, index) => known(`noPenalty.rows.${index}`, provision));
	place.accidentSubranges.rows.forEach(({ provision }, index) => known(`accidentSubranges.rows.${index}`, provision));
	for (const list of ['ranges', 'overrides'] as const) {
		place[list].forEach(({ provision, stage, subject }, index) => {
			const row = known(`${list}.${index}`, provision);
			const isFined = row?.stages[stage]?.fines.some((fine) => fine.subject === subject);
			if (row && !isFined) faults.push({ field: `${list}.${index}`, message: '这条罚则在该阶段不对该对象罚款' });
		});
	}
	place.overrides.forEach(({ light, normal, heavy }, index) => {
		if (light[1] !== normal[0] || normal[1] !== heavy[0]) {
			faults.push({ field: `overrides.${index}`, message: '三档要首尾相接' });
		}
	});
	return faults;
}

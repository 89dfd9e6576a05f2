import { FIELDS } from './fields.ts';
import { type NewUnit, UnitFinder } from './find-unit.ts';
import { judgeKnown } from './judge-known.ts';
import { judgeNew } from './judge-new.ts';
import {
	type Act,
	type Bench,
	type Choices,
	type JudgedRow,
	type Judgement,
	type Known,
	type KnownPerson,
	rowOf
} from './judgement.ts';
import type { ReadRow } from './read-rows.ts';
import { claimsOf } from './repeated-rows.ts';

/** What happens with each row, and why. Nothing is decided for a person that a person should decide: those rows are doubtful. */
export function judgeRows(rows: readonly ReadRow[], known: Known, choices: Choices): Judgement {
	const bench = makeBench(rows, known, choices);
	const judged = rows.map((row) => judgeRow(row, bench));
	const counts = { new: 0, changed: 0, unchanged: 0, doubtful: 0, refused: 0 };
	for (const { verdict } of judged) counts[verdict]++;
	const used = new Set(judged.flatMap(({ act }) => unitsOf(act)));
	return { rows: judged, newUnits: neededUnits(bench.units.made, used), counts };
}

function makeBench(rows: readonly ReadRow[], known: Known, choices: Choices): Bench {
	const byName = new Map<string, KnownPerson[]>();
	for (const one of known.people) {
		const list = byName.get(one.name);
		if (list) list.push(one);
		else byName.set(one.name, [one]);
	}
	const certified = known.people.filter(({ certificateNumber, isActive }) => certificateNumber !== null && isActive);
	return {
		...{ known, choices, byName, taken: new Map() },
		units: new UnitFinder(known.units, choices.makesUnits),
		claims: claimsOf(rows),
		byAccount: new Map(known.people.map((one) => [one.account, one])),
		byCertificate: new Map(certified.map((one) => [one.certificateNumber!, one]))
	};
}

function judgeRow(row: ReadRow, bench: Bench): JudgedRow {
	const { person } = row;
	const reasons = [...row.faults];
	const refused = (...more: string[]) => rowOf(row, { verdict: 'refused', reasons: [...reasons, ...more] });
	const unit = person.unit === null ? null : bench.units.find(person.unit);
	if (unit && 'fault' in unit) reasons.push(`${FIELDS.unit}：${unit.fault}`);
	if (person.name === null && !row.faults.some((fault) => fault.startsWith(FIELDS.name))) reasons.push('没有姓名');
	if (reasons.length > 0) return refused();
	const repeated = bench.claims.faultOf(row);
	if (repeated !== null) return refused(repeated);
	const unitKey = unit && 'value' in unit ? unit.value : null;
	return judgeKnown({ row, unit: unitKey, bench }) ?? judgeNew(row, unitKey, bench);
}

const unitsOf = (act: Act) => (act.kind === 'add' ? [act.values.unit] : act.kind === 'change' ? [act.after.unit] : []);

/** Units that a row goes into, and those above them; upper ones first. */
function neededUnits(made: readonly NewUnit[], used: ReadonlySet<string>): NewUnit[] {
	const needed = new Set(used);
	for (const { key, parent } of [...made].reverse()) if (needed.has(key)) needed.add(parent);
	return made.filter(({ key }) => needed.has(key));
}

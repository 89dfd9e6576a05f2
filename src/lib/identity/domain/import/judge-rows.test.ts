import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textOfCell, type Table } from '#lib/shared/table.ts';
import { FIELDS, recogniseColumns } from './fields.ts';
import { UnitFinder } from './find-unit.ts';
import { judgeRows } from './judge-rows.ts';
import { countOutcomes } from './judgement.ts';
import type { Act, Choices, Known, KnownPerson } from './judgement.ts';
import { readRows } from './read-rows.ts';
import { ROLES } from '../roles.ts';

const UNITS = [
	{ id: 'root', parentId: null, name: '青岚区应急管理局', isInScope: true },
	{ id: 'brigade', parentId: 'root', name: '执法大队', isInScope: true },
	{ id: 'one', parentId: 'brigade', name: '一中队', isInScope: true },
	{ id: 'town', parentId: 'root', name: '白渡镇', isInScope: true },
	{ id: 'other', parentId: 'town', name: '一中队', isInScope: true }
];
const TODAY = '2026-11-20';
const knownOf = (people: readonly KnownPerson[] = []): Known => ({
	people,
	units: UNITS,
	today: TODAY,
	importerId: 'me'
});
const CHOICES: Choices = { makesUnits: true, decisions: {} };

const HEADS = Object.values(FIELDS);
const tableOf = (rows: readonly (readonly string[])[]): Table => ({
	rows: [HEADS, ...rows].map((cells, at) => ({ number: at + 1, cells })),
	...{ epoch: null, remarks: [] }
});
const judge = (table: Table, known: Known, choices = CHOICES) =>
	judgeRows(readRows(table, recogniseColumns(table)!), known, choices);

/** Who is known after an import. */
function after(known: Known, acts: readonly Act[]): Known {
	const people = new Map(known.people.map((one) => [one.id, one]));
	for (const act of acts) {
		if (act.kind === 'none') continue;
		const id = act.kind === 'add' ? `id:${act.values.account}` : act.personId;
		const { unit: unitId, ...values } = act.kind === 'add' ? act.values : act.after;
		const roles = [...(people.get(id)?.roles ?? []), ...act.roles];
		people.set(id, { id, unitId, isActive: true, isInScope: true, ...values, roles });
	}
	return { ...known, people: [...people.values()] };
}

// Few of each, so that they meet: namesakes, taken accounts, certificates that wander.
const account = fc.constantFrom('', 'zhang.san', 'li.si', 'Li.Si', 'wang', '张三', '1234', 'x y', '11010519491231002X');
const name = fc.constantFrom('', '张三', '李四', '王 五', '李四1');
const unit = fc.constantFrom('', '执法大队', '一中队', '白渡镇/一中队', '青岚区应急管理局', '没有这个');
const certificate = fc.constantFrom('', '鲁A1', '鲁A2', '鲁A3', '?');
const day = fc.constantFrom('', '2027-06-30', '2027/6/30', '明天', '2024-01-01');
const roles = fc.constantFrom('', '教员', '执法人员、评委', '系统管理员', '局长');
const row = fc.tuple(account, name, unit, certificate, day, day, roles).map((cells): string[] => [...cells]);
const known = fc
	.uniqueArray(
		fc.record({
			account: fc.constantFrom('zhang.san', 'li.si', 'wang', '张三', 'me.too'),
			name: fc.constantFrom('张三', '李四')
		}),
		{
			selector: (one) => one.account,
			maxLength: 4
		}
	)
	.map((list) =>
		knownOf(
			list.map((one, at) => ({
				...{ id: `id:${one.account}`, ...one, unitId: 'brigade', certificateNumber: at === 0 ? '鲁A1' : null },
				...{
					certificateExpiresOn: null,
					joinedOn: '2020-01-01',
					isActive: at !== 3,
					isInScope: true,
					roles: ['officer'] as const
				}
			}))
		)
	);

describe('judging a table', () => {
	test('gives every row one verdict, and a reason to each that is not taken', () => {
		fc.assert(
			fc.property(fc.array(row, { maxLength: 12 }), known, (rows, who) => {
				const { rows: judged, counts } = judge(tableOf(rows), who);
				expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(judged.length);
				for (const { verdict, reasons, act, ways, differences } of judged) {
					if (verdict === 'refused' || verdict === 'doubtful') expect(reasons.join()).toMatch(/\p{Script=Han}/u);
					expect(act.kind).toBe(
						{ new: 'add', changed: 'change', unchanged: 'none', doubtful: 'none', refused: 'none' }[verdict]
					);
					expect(ways.length > 0).toBe(verdict === 'doubtful');
					expect(differences.length > 0).toBe(verdict === 'changed');
				}
			})
		);
	});

	test('never takes one account for two, one person twice, or a duty that needs a second person', () => {
		fc.assert(
			fc.property(fc.array(row, { maxLength: 12 }), known, (rows, who) => {
				const { acts } = { acts: judge(tableOf(rows), who).rows.map(({ act }) => act) };
				const accounts = acts.flatMap((act) => (act.kind === 'add' ? [act.values.account] : []));
				expect(new Set([...accounts, ...who.people.map((one) => one.account)]).size).toBe(
					accounts.length + who.people.length
				);
				const changed = acts.flatMap((act) => (act.kind === 'change' ? [act.personId] : []));
				expect(new Set(changed).size).toBe(changed.length);
				const given = acts.flatMap((act) => (act.kind === 'none' ? [] : act.roles));
				expect(given).not.toContain('administrator');
			})
		);
	});

	test('finds nothing to do when the same table comes again', () => {
		fc.assert(
			fc.property(fc.array(row, { maxLength: 12 }), known, (rows, who) => {
				const table = tableOf(rows);
				const first = judge(table, who);
				// Units that were made are known from then on.
				const made = first.newUnits.map(({ key, parent, name }) => ({
					id: key,
					parentId: parent,
					name,
					isInScope: true
				}));
				const acts = first.rows.map(({ act }) => act);
				const then = after({ ...who, units: [...UNITS, ...made] }, acts);
				const second = judge(table, then);
				expect(second.rows.filter(({ act }) => act.kind !== 'none')).toEqual([]);
				expect(second.newUnits).toEqual([]);
			})
		);
	});

	test('says of an export that nothing changes', () => {
		fc.assert(
			fc.property(known, fc.constantFrom(...UNITS.map(({ id }) => id)), (who, unitId) => {
				const people = who.people.filter(({ isActive }) => isActive).map((one) => ({ ...one, unitId }));
				const finder = new UnitFinder(UNITS, false);
				const rows = people.map((one) => [
					...[one.account, one.name, finder.wordsFor(one.unitId), one.certificateNumber ?? ''],
					...[one.certificateExpiresOn ?? '', one.joinedOn, one.roles.map((role) => ROLES[role]).join('、')]
				]);
				const { counts } = judge(tableOf(rows), knownOf(people));
				expect(counts.unchanged).toBe(people.length);
			})
		);
	});
});

describe('a decided row', () => {
	const people = knownOf([
		{
			...{
				id: 'id:zhang',
				account: 'zhang',
				name: '张三',
				unitId: 'brigade',
				certificateNumber: '鲁A1',
				certificateExpiresOn: null
			},
			...{ joinedOn: '2020-01-01', isActive: true, isInScope: true, roles: ['officer'] }
		}
	]);
	const table = tableOf([['zhang.san', '张三', '白渡镇', '鲁A9', '', '', '']]);
	const decided = (decision: 'new' | 'skip' | `same:${string}`) =>
		judge(table, people, { ...CHOICES, decisions: { 2: decision } }).rows[0]!;

	test('is what was decided, and stays among the doubtful ones', () => {
		expect(decided('skip').act).toEqual({ kind: 'none' });
		expect(decided('new').act).toMatchObject({ kind: 'add', values: { account: 'zhang.san', unit: 'town' } });
		expect(decided('same:id:zhang').act).toMatchObject({
			kind: 'change',
			personId: 'id:zhang',
			after: { account: 'zhang', unit: 'brigade', certificateNumber: '鲁A9' }
		});
		expect(decided('new').verdict).toBe('doubtful');
		const counts = countOutcomes([
			decided('new'),
			decided('same:id:zhang'),
			decided('skip'),
			decided('same:id:nobody')
		]);
		expect(counts).toEqual({ new: 1, changed: 1, unchanged: 0, doubtful: 1, refused: 1 });
	});

	test('never transfers anybody, and says so', () => {
		const moved = judge(tableOf([['zhang', '张三', '白渡镇', '', '', '', '']]), people).rows[0]!;
		expect(moved).toMatchObject({ verdict: 'unchanged', act: { kind: 'none' } });
		expect(moved.reasons.join()).toMatch(/执法大队.*白渡镇.*调动请在人员页办理/);
	});

	test('cannot be decided for somebody who was never meant', () => {
		expect(decided('same:id:somebody')).toMatchObject({ decision: null, act: { kind: 'none' } });
	});
});

test('rows are read by number, column and epoch', () => {
	const table: Table = {
		rows: [{ number: 7, cells: ['张三', '46568', { fault: '是公式' }] }],
		epoch: 1900,
		remarks: []
	};
	const mapping = { headRow: null, columns: { name: 0, certificateExpiresOn: 1, account: 2 } };
	expect(readRows(table, mapping)).toMatchObject([
		{ number: 7, person: { name: '张三', certificateExpiresOn: '2027-06-30', account: null }, faults: ['账号：是公式'] }
	]);
	expect(readRows(table, { ...mapping, headRow: 7 })).toEqual([]);
	expect(textOfCell(table.rows[0]!.cells[2])).toBe('');
});

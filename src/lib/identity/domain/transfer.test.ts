import { expect, test } from 'vitest';
import type { Role } from './roles.ts';
import { type TransferPlan, grantsThatMove, judgeTransfer } from './transfer.ts';

const TODAY = '2026-11-20';
const plan = (given: Partial<TransferPlan>): TransferPlan => ({
	...{ fromUnitId: 'town', toUnitId: 'brigade', movedOn: TODAY, joinedOn: '2020-07-01' },
	...{ lastMovedOn: null, hasWaiting: false },
	...given
});

test.each<[Partial<TransferPlan>, boolean | string]>([
	[{}, true],
	[{ movedOn: '2026-11-21' }, false],
	[{ movedOn: '2026-10-06' }, true],
	[{ movedOn: '2026-10-05' }, 'too-early'],
	[{ movedOn: '2027-11-20' }, false],
	[{ movedOn: '2027-11-21' }, 'too-late'],
	[{ toUnitId: 'town' }, 'same-unit'],
	[{ hasWaiting: true }, 'waiting'],
	[{ lastMovedOn: '2026-11-20' }, 'before-last'],
	[{ lastMovedOn: '2026-11-19' }, true],
	[{ joinedOn: '2026-11-25', movedOn: '2026-11-24' }, 'before-joining']
])('%j: %s', (given, expected) => {
	const judged = judgeTransfer(plan(given), TODAY);
	expect(judged.ok ? judged.value.isDue : judged.refusal.code).toBe(expected);
});

test('ordinary roles of the unit that is left go along, others stay', () => {
	const grant = (role: Role, unitId: string) => ({ role, unitId });
	const held = [
		grant('officer', 'town'),
		grant('judge', 'bureau'),
		grant('supervisor', 'town'),
		grant('trainer', 'town')
	];
	expect(grantsThatMove(held, 'town')).toEqual([held[0], held[3]]);
});

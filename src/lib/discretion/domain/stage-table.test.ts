import { describe, expect, test } from 'vitest';
import type { Fine } from './fine.ts';
import { groupByFigures, type ProvisionView } from './provision-view.ts';
import { linesOf, penaltyReference, remarksOf, stageTable } from './stage-table.ts';

const range = (subject: string, min: number, max: number): Fine => ({
	subject,
	kind: 'range',
	min,
	max,
	mandatory: true
});

/** 102: the unit in the first stage, persons only when it is refused. */
const NOT_ELIMINATED = {
	stages: {
		refused: {
			...{ trigger: '拒不执行', order: null, fines: [range('直接责任人员', 5_000_000, 10_000_000)] },
			sanctions: [{ code: 'suspend_operation' as const, mandatory: true, target: '单位' }]
		},
		first: {
			...{ trigger: '查实', order: '责令限期消除', sanctions: [] },
			fines: [{ subject: '单位', kind: 'up_to' as const, min: 0 as const, max: 5_000_000, mandatory: false }]
		}
	},
	dualPenalty: {
		refused: { person: '直接责任人员', kind: 'range' as const, min: 5_000_000, max: 10_000_000, unitAlsoFined: false }
	},
	hearing: { first: 'conditional' as const, refused: true }
};

describe('stageTable', () => {
	const [first, refused, ...rest] = stageTable(NOT_ELIMINATED);

	test('stages come in the order of a case, not of the file', () => {
		expect([first?.stage, refused?.stage, rest]).toEqual(['first', 'refused', []]);
	});

	test('says figures, whether they must be imposed, and what else there is', () => {
		expect(first).toMatchObject({
			label: '首次查实',
			order: '责令限期消除',
			fines: [{ subject: '单位', branch: null, figures: ['5万元以下（没有下限）'], duty: '可以' }],
			sanctions: []
		});
		expect(refused?.fines[0]).toMatchObject({ figures: ['5万元以上10万元以下'], duty: '应当' });
		expect(refused?.sanctions).toEqual([{ label: '责令停产停业整顿', target: '单位', condition: null }]);
	});

	test('remarks name the dual penalty and the hearing', () => {
		expect(first?.remarks).toEqual(['附条件的处罚种类一旦适用，要告知听证权；数额以本地标准为准。']);
		expect(refused?.remarks[0]).toBe('罚款只对直接责任人员；单位承担的是其他处罚，没有新的罚款。');
		expect(refused?.remarks[1]).toContain('以本地标准为准');
	});

	test('a stage without a fine says so; a branch says when and how; a condition is told', () => {
		const [block] = stageTable({
			stages: { first: { trigger: '查实', order: null, fines: [], sanctions: [] } },
			...{ dualPenalty: {}, hearing: { first: false } }
		});
		expect(block?.remarks).toEqual(['这一阶段没有罚款。']);
		const [branched] = stageTable({
			stages: {
				first: {
					...{ trigger: '查实', order: null },
					fines: [
						{ ...range('单位', 100, 200), when: { text: '<', illegalIncomeBelow: 10_000_000 }, singleOrCombined: true }
					],
					sanctions: [{ code: 'revoke_licence', mandatory: false, target: '单位', condition: '情节严重' }]
				}
			},
			...{ dualPenalty: {}, hearing: {} }
		});
		expect(branched?.fines[0]?.branch).toBe('没有违法所得，或违法所得不足10万元（单处或者并处）');
		expect(branched?.sanctions[0]?.condition).toBe('情节严重');
	});
});

test('a sanction stands beside the fine of the same subject, else on the first line; none is lost', () => {
	const fine = (subject: string) => ({ subject, branch: null, figures: [], duty: '应当' as const });
	const sanction = (label: string, target: string) => ({ label, target, condition: null });
	const sanctions = [sanction('甲', '单位'), sanction('乙', '主要负责人'), sanction('丙', '个人')];
	const labels = (fines: string[]) =>
		linesOf({ fines: fines.map(fine), sanctions }).map((line) => line.sanctions.map(({ label }) => label));
	expect(labels(['单位', '主要负责人'])).toEqual([['甲', '丙'], ['乙']]);
	expect(labels(['单位', '单位'])).toEqual([['甲', '乙', '丙'], []]);
	expect(labels([])).toEqual([['甲', '乙', '丙']]);
});

test('a remark that holds for two stages is said once', () => {
	const stage = stageTable(NOT_ELIMINATED)[0]!;
	const remarks = remarksOf([
		{ ...stage, label: '首次', remarks: ['一', '二'] },
		{ ...stage, label: '逾期', remarks: ['二'] }
	]);
	expect(remarks).toEqual(['首次：一', '首次、逾期：二']);
});

test.each([
	[{ article: '97', paragraph: 1, item: 3 }, '第九十七条第一款第（三）项'],
	[{ article: '103', paragraph: 3, part: '后段' }, '第一百零三条第三款（后段）'],
	[{ article: '37', paragraph: 1, part: '1-6' }, '第三十七条第一款第1至6项'],
	[{ article: '134-1' }, '第一百三十四条之一']
])('%j: %s', (place, reference) => {
	expect(penaltyReference(place)).toBe(reference);
});

test('neighbours with the same figures share a table, others do not, and none is lost', () => {
	const stages = stageTable(NOT_ELIMINATED);
	const view = (id: string, change: Partial<ProvisionView> = {}): ProvisionView => ({
		...{ id, violation: id, reference: id, subjects: '单位', duties: [], stages, order: '', majorHazard: '' },
		...{ crimes: [], notes: null, isVerified: true, isScorable: true },
		...{ validity: { state: 'in-force', sentence: '' }, ...change }
	});
	const groups = groupByFigures([
		view('a'),
		view('b'),
		view('c', { stages: [] }),
		view('d'),
		view('e', { isVerified: false })
	]);
	expect(groups.map(({ rows }) => rows.map(({ id }) => id))).toEqual([['a', 'b'], ['c'], ['d'], ['e']]);
});

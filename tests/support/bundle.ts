import type { Argument, Bundle, BundleBody, Exhibit } from '#lib/arena/domain/bundle/bundle.ts';
import { sideOf } from '#lib/arena/domain/bundle/bundle.ts';
import { type Side, otherSide } from '#lib/arena/domain/bundle/side.ts';

/** Stands in every text that only the panel may read, so that a leak can be found. */
export const SECRET = '只给评委看';

const exhibit = (id: string, gatheredOn = '2026-03-01'): Exhibit => ({
	...{ id, side: sideOf(id), kind: 'document', form: 'document', weak: [], title: `材料${id}`, gatheredOn },
	...{ proves: '证明一件事', html: '<p>正文</p>', notes: { weight: SECRET } }
});

const ISSUES = ['who', 'hearing', 'sum'] as const;

/** One argument of a side; the issues come in turn. */
export const makeArgument = (by: Side, number: number, more: Partial<Argument> = {}): Argument => ({
	...{ id: `${by}-${number}`, by, stage: number % 2 === 0 ? 'proof' : 'debate', issue: ISSUES[number % 3]! },
	...{ line: `${by} 的第${number}句`, exhibits: [by === 'plaintiff' ? 'd1' : 'p1'], law: ['甲法1'], strength: 3 },
	replies: [
		{ text: `${number} 接住了并且说清楚后果`, worth: 100, why: SECRET },
		{ text: `${number} 接了一半后果没有讲清楚`, worth: 50, why: SECRET },
		{ text: `${number} 没有接住反而帮了对方呢`, worth: 0, why: SECRET }
	],
	met: { exhibits: [by === 'plaintiff' ? 'd2' : 'p2'], law: ['甲法2'], line: SECRET },
	...more
});

/** A bundle in which nothing is wrong; the texts are not meant to be read. */
export function makeBundleBody(more: Partial<BundleBody> = {}): BundleBody {
	const party = { address: '某路1号', head: '某人' };
	const citation = { law: 'work-safety-law', article: '97', version: '2021-06-10' };
	return {
		...{
			author: '甲',
			sources: ['一部法'],
			industry: '工贸',
			areas: ['facts', 'procedure', 'discretion'],
			difficulty: 3
		},
		...{ lead: '一句话', isReserved: false, cleanFile: null, suedOn: '2026-06-01' },
		act: { number: '决定1号', what: '罚款', decidedOn: '2026-04-01', servedOn: '2026-04-02' },
		parties: {
			plaintiff: { ...party, name: '甲厂', kind: 'unit' },
			defendant: { ...party, name: '乙局', kind: 'bureau' }
		},
		...{ claims: ['撤销决定'], storyHtml: '<p>事</p>', complaintHtml: '<p>诉</p>', answerHtml: '<p>辩</p>' },
		timeline: [
			{ on: '2026-03-01', text: '检查' },
			{ on: '2026-04-01', text: '决定' },
			{ on: '2026-06-01', text: '起诉' }
		],
		exhibits: ['d1', 'd2', 'd3', 'd4', 'd5', 'p1', 'p2', 'p3'].map((id) => exhibit(id)),
		lawPack: [
			{ key: '甲法1', citation, about: '一条' },
			{ key: '甲法2', citation: { ...citation, article: '98' }, about: '二条' }
		],
		issues: [
			{ id: 'who', sub: 'A1', question: '是谁', favours: 'plaintiff', note: SECRET, items: ['item-a'] },
			{ id: 'hearing', sub: 'B6', question: '听证没有', favours: 'defendant', note: SECRET, items: ['item-b'] },
			{ id: 'sum', sub: 'E1', question: '多少', favours: 'open', note: SECRET, items: ['item-b', 'item-c'] }
		],
		arguments: (['plaintiff', 'defendant'] as const).flatMap((by) =>
			[0, 1, 2, 3, 4, 5].map((number) => makeArgument(by, number))
		),
		defects: (['d1', 'd2', 'd3', 'd4', 'd5', 'p3'] as const).map((id, index) => ({
			...{
				id: `defect-${id}`,
				sub: (['A1', 'B6', 'C1', 'C4', 'E3', 'A2'] as const)[index]!,
				exhibit: id,
				what: SECRET
			},
			...{ consequence: 'weak', raisedBy: otherSide(sideOf(id)) }
		})),
		witnesses: ['one', 'two'].map((id) => ({
			...{ id, name: `证人${id}`, role: '工人', calledBy: 'plaintiff' as const },
			...{ knows: [`${SECRET} ${id}`], holdsBack: [`${SECRET} ${id}`], manner: `${SECRET} ${id}` }
		})),
		odds: { plaintiff: 50, why: SECRET },
		verdict: { kind: 'dismiss-claim', why: SECRET },
		teams: { good: SECRET, fair: SECRET, weak: SECRET },
		...more
	};
}

export const makeBundle = (more: Partial<BundleBody> = {}): Bundle => ({
	...{ ...makeBundleBody(more), id: 'a-bundle', title: '一个案卷', version: 1 }
});

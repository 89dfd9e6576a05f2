import { describe, expect, test } from 'vitest';
import { makeArgument, makeBundleBody } from '../../../../../tests/support/bundle.ts';
import type { BundleBody } from './bundle.ts';
import { findBundleFaults } from './bundle-faults.ts';

const sound = makeBundleBody();
const faultsOf = (more: Partial<BundleBody>) =>
	findBundleFaults({ ...sound, ...more }).map(({ field, message }) => `${field}：${message}`);
const at = <T>(list: readonly T[], index: number, more: Partial<T>): T[] =>
	list.map((one, place) => (place === index ? { ...one, ...more } : one));

test('the sample has no fault, so every fault below comes from what was changed', () => {
	expect(findBundleFaults(sound)).toEqual([]);
});

describe('what is refused', () => {
	const { exhibits, defects, issues, arguments: lines, witnesses, act, timeline, lawPack } = sound;
	test.each<[string, Partial<BundleBody>, string]>([
		['too few exhibits', { exhibits: exhibits.slice(0, 7) }, 'exhibits：至少要有 8 份证据，现有 7'],
		['a side without a case', { exhibits: exhibits.slice(0, 6) }, 'exhibits：至少要有 2 份原告证据，现有 1'],
		['too few defects', { defects: defects.slice(0, 4) }, 'defects：至少要有 5 处埋下的问题，现有 4'],
		['one witness', { witnesses: witnesses.slice(1) }, 'witnesses：至少要有 2 张证人卡，现有 1'],
		['a lost case', { odds: { plaintiff: 30, why: '' } }, 'odds.plaintiff：胜算在 35—65 之间，才是双方都能打的案子'],
		[
			'a hole in the numbers',
			{ exhibits: at(exhibits, 1, { id: 'd9' }) },
			'exhibits.1.id：证据要按顺序编号：这里应为 D2'
		],
		[
			'a photo without a drawing',
			{ exhibits: at(exhibits, 0, { kind: 'photo' }) },
			'exhibits.0.drawing：照片要有一幅画'
		],
		['data without a table', { exhibits: at(exhibits, 0, { kind: 'table' }) }, 'exhibits.0.table：数据要有表'],
		['an empty document', { exhibits: at(exhibits, 0, { html: '' }) }, 'exhibits.0.text：没有正文'],
		[
			'a row too short',
			{ exhibits: at(exhibits, 0, { table: { head: ['一', '二'], rows: [['一']] } }) },
			'exhibits.0.table：每一行的格数要和表头一样'
		],
		['served before decided', { act: { ...act, servedOn: '2026-03-31' } }, 'act.servedOn：送达不能早于决定'],
		['sued before served', { suedOn: '2026-04-02' }, 'suedOn：起诉要在送达之后'],
		['days out of order', { timeline: [...timeline].reverse() }, 'timeline.1.on：时间线要按先后排'],
		['no day of the decision', { timeline: timeline.slice(0, 1) }, 'timeline：时间线里没有作出决定的那一天'],
		[
			'an area that is not fought over',
			{ areas: ['facts', 'procedure', 'law'] },
			'areas：与焦点的领域不一致：自由裁量'
		],
		[
			'nothing for the defendant to win',
			{ issues: issues.map((one) => ({ ...one, favours: 'plaintiff' as const })) },
			'issues：至少各有一个焦点该由原告、被告拿下'
		],
		[
			'an issue that only one side argues',
			{ arguments: lines.map((one) => (one.by === 'defendant' ? { ...one, issue: 'who' } : one)) },
			'issues.1：这个焦点要双方都有话说'
		],
		['a defect nowhere', { defects: at(defects, 0, { exhibit: 'd9' }) }, 'defects.0.exhibit：没有这份证据：d9'],
		[
			'law that nobody uses',
			{ lawPack: [...lawPack, { ...lawPack[0]!, key: '闲置' }] },
			'lawPack.2：没有一条论点用到这一条：闲置'
		],
		[
			'an exhibit that nobody uses',
			{ defects: at(defects, 3, { exhibit: 'd3' }) },
			'exhibits.3：没有一条论点用到这份证据：d4'
		],
		['an argument twice', { arguments: [...lines, lines[0]!] }, 'arguments：论点编号重复：plaintiff-0'],
		[
			'an argument about nothing',
			{ arguments: at(lines, 0, { issue: 'nowhere' }) },
			'arguments.0.issue：没有这个焦点：nowhere'
		],
		['an unknown exhibit', { arguments: at(lines, 0, { exhibits: ['p9'] }) }, 'arguments.0.exhibits：没有这份证据：p9'],
		[
			'an answer from nowhere',
			{ arguments: at(lines, 0, { met: { exhibits: [], law: ['乙法'], line: '…' } }) },
			'arguments.0.met.law：没有这一条法：乙法'
		],
		[
			'an answer without law',
			{ arguments: at(lines, 0, { met: { exhibits: [], law: [], line: '…' } }) },
			'arguments.0.met.law：要写明用哪一条来答'
		],
		[
			'two best replies',
			{ arguments: at(lines, 0, { replies: lines[0]!.replies.map((one) => ({ ...one, worth: 100 as const })) }) },
			'arguments.0.replies：满分的回应要正好一个，现有 3 个'
		],
		[
			'two replies only',
			{ arguments: at(lines, 0, { replies: lines[0]!.replies.slice(0, 2) }) },
			'arguments.0.replies：回应写 3 到 5 个'
		],
		[
			'a reply known by its length',
			{
				arguments: at(lines, 0, {
					replies: [{ ...lines[0]!.replies[0]!, text: '很长很长'.repeat(20) }, ...lines[0]!.replies.slice(1)]
				})
			},
			'arguments.0.replies：回应的长短相差太多，看长短就能猜中'
		],
		[
			'a side that has nothing to say on the evidence',
			{ arguments: lines.map((one) => (one.by === 'plaintiff' ? { ...one, stage: 'debate' as const } : one)) },
			'arguments：原告在举证质证阶段至少要有 2 条论点'
		],
		['a side with four lines', { arguments: lines.slice(2) }, 'arguments：原告至少要有 5 条论点']
	])('%s', (_, more, expected) => {
		expect(faultsOf(more)).toContain(expected);
	});

	test('the best reply is not always the longest', () => {
		const longest = lines.map((one) => ({
			...one,
			replies: one.replies.map((reply) => (reply.worth === 100 ? { ...reply, text: `${reply.text}！` } : reply))
		}));
		expect(faultsOf({ arguments: longest })).toContain(
			'arguments：12 条里有 12 条，最好的回应就是最长的，看长短就能猜中'
		);
	});
});

describe('evidence from after the decision', () => {
	const late = (index: number) => at(sound.exhibits, index, { gatheredOn: '2026-04-02' });

	test('is refused of the bureau, unless it is what was seeded', () => {
		const unseeded = { exhibits: late(0), defects: sound.defects.slice(1) };
		expect(faultsOf(unseeded)).toContain('exhibits.0.on：被告的证据晚于决定：除非它就是埋下的问题');
		expect(faultsOf({ exhibits: late(0) })).toEqual([]);
	});

	test('is the plaintiff’s right', () => {
		expect(faultsOf({ exhibits: late(5) })).toEqual([]);
	});
});

test('an argument needs something to rest on', () => {
	const bare = [...sound.arguments, makeArgument('plaintiff', 9, { exhibits: [], law: [] })];
	expect(faultsOf({ arguments: bare })).toContain('arguments.12：论点要有证据或者法条');
});

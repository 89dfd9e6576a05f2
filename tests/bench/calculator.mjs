// The calculator beside an empty page of the same build: whole pages as a visitor opens them, and the plain JSON that every
// change of an answer fetches.
import { URLSearchParams } from 'node:url';
import { load, textOf } from './client.mjs';
import { medians, quantile, summarise, tell } from './figures.mjs';
import { ask, pageRequest } from './officers.mjs';

const EMPTY = '/bench/empty';
/** Cases as they are taught: one party, two parties, branches of income, several rules for one act, two acts. */
const CASES = [
	{
		rule: 'awsf-97-1-7-special-operators-uncertified',
		'u.m1': '1',
		'u.m1.e': '查询打印件',
		'u.m2': '1',
		'u.m2.e': '复查意见书'
	},
	{ rule: 'awsf-97-1-1-safety-org-staffing', stage: 'overdue', 'u.a1': '1', 'u.a1.e': '处罚决定书', ongoing: '1' },
	{
		rule: 'awsf-98-1-4-in-use-before-acceptance',
		'u.a2': '1',
		'u.a2.e': '采购合同',
		'u.a4': '1',
		'u.a4.e': '来函签收'
	},
	{ rule: 'awsf-103-1-contract-to-unqualified', income: '16万元' },
	{ rule: 'whp-80-1-2-facilities-missing-or-unmaintained', ended: '2026-03-10', 'u.m2': '1', 'u.m2.e': '复查意见书' },
	{ rule: 'awsf-101-1-3-dangerous-work-no-supervisor', '2.rule': 'awsf-97-1-3-training-or-informing' },
	{ rule: 'awsf-95-principal-accident', level: '一般', 'p.income': '36万元' },
	{ rule: 'xkz-20-expired', 'u.M1': '1', 'u.M1.e': '照片', 'u.M3': '1', 'u.M3.e': '笔录' }
].map((answers) => new URLSearchParams({ decided: '2026-11-20', ...answers }).toString());

/** @param {import('./answer.mjs').Stage} stage */
export async function measureCalculator({ server, officers, rounds, seconds }) {
	const queries = officers.map((_, at) => CASES[at % CASES.length] ?? '');
	const pages = queries.map((query) => pageRequest(server, `/discretion?${query}`, null));
	const data = queries.map((query) => pageRequest(server, `/discretion/answer?${query}`, null));
	const empty = officers.map(() => pageRequest(server, EMPTY, null));
	const sizes = [];
	for (const bytes of new Set(pages)) {
		const page = await ask(server, bytes);
		if (page.status !== 200 || !textOf(page).includes('id="result"'))
			throw new Error(`calculator: status ${page.status}`);
		sizes.push({ wire: page.bodyBytes, plain: textOf(page).length });
	}
	const fetched = await ask(server, data[0] ?? Buffer.alloc(0));
	if (fetched.status !== 200) throw new Error(`calculator data: status ${fetched.status}`);
	const bare = await ask(server, empty[0] ?? Buffer.alloc(0));
	if (bare.status !== 200) throw new Error(`no empty page to compare with: status ${bare.status}`);
	const rate = async (/** @type {Buffer[]} */ requests, duration = seconds) =>
		summarise(
			await load(
				server.port,
				duration,
				requests.map((bytes) => () => bytes)
			)
		);
	await rate(pages);
	await rate(empty, seconds / 2);
	const [ours, answers, limits] = [[], [], []].map((list) => /** @type {ReturnType<typeof summarise>[]} */ (list));
	for (let turn = 1; turn <= rounds; turn++) {
		ours?.push(await rate(pages));
		limits?.push(await rate(empty));
		answers?.push(await rate(data));
		const rates = [ours, answers, limits].map((list) => Math.round(list?.at(-1)?.rate ?? 0));
		tell(`裁量 ${turn}/${rounds}：${rates[0]} pages/s · data ${rates[1]}/s · empty ${rates[2]}/s`);
	}
	const against = (/** @type {ReturnType<typeof summarise>[]} */ list) =>
		list.map(({ rate }, at) => rate / (limits?.[at]?.rate ?? NaN)).sort((left, right) => left - right);
	const [ratios, dataRatios] = [against(ours ?? []), against(answers ?? [])];
	return {
		...{ ours: medians(ours ?? []), data: medians(answers ?? []), empty: medians(limits ?? []) },
		...{ ratio: quantile(ratios, 0.5), ratios, dataRatio: quantile(dataRatios, 0.5), dataRatios },
		...{
			wire: quantile(
				sizes.map(({ wire }) => wire).sort((left, right) => left - right),
				0.5
			),
			dataBytes: fetched.bodyBytes
		}
	};
}

// The report on a draft as officers ask for it, 16 at once, beside an empty page of the same build; and the page that writes one.
import { load, textOf } from './client.mjs';
import { medians, quantile, summarise, tell } from './figures.mjs';
import { ask, beginDrafts, pageRequest } from './officers.mjs';
import { weighPage } from './weight.mjs';

const EMPTY = '/bench/empty';
/** A decision with reasons: the kind of document with the most rules. */
const TASK = 'gauge-penalty-decision';

/** @param {import('./answer.mjs').Stage} stage */
export async function measureReports({ server, officers, rounds, seconds }) {
	const { checks } = await beginDrafts(server, officers, TASK);
	const empty = officers.map(() => pageRequest(server, EMPTY, null));
	const first = await ask(server, checks[0] ?? Buffer.alloc(0));
	if (first.status !== 200 || !textOf(first).includes('"report"')) throw new Error(`report: status ${first.status}`);
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
	await rate(checks);
	await rate(empty, seconds / 2);
	const [ours, limits] = [[], []].map((list) => /** @type {ReturnType<typeof summarise>[]} */ (list));
	for (let turn = 1; turn <= rounds; turn++) {
		ours?.push(await rate(checks));
		limits?.push(await rate(empty));
		const [left, right] = [ours, limits].map((list) => Math.round(list?.at(-1)?.rate ?? 0));
		tell(`文书检查 ${turn}/${rounds}：${left} reports/s · empty ${right}/s`);
	}
	const ratios = (ours ?? [])
		.map(({ rate: one }, at) => one / (limits?.[at]?.rate ?? NaN))
		.sort((left, right) => left - right);
	const [officer] = officers;
	return {
		...{ ours: medians(ours ?? []), empty: medians(limits ?? []), ratio: quantile(ratios, 0.5), ratios },
		bytes: first.bodyBytes,
		editor: officer ? await weighPage(server, officer, `/drafting/${TASK}`) : null
	};
}

// The rows of what is measured at sizes that no bureau has: the ledger of a country, a hearing that ten thousand watch.
import { round } from './figures.mjs';

/** @typedef {import('./report.mjs').Row} Row */
/** @typedef {import('./report.mjs').Results} Results */

/** @param {NonNullable<Results['ranking']>} ranking @returns {Row[]} */
export function rankingRows({ runs }) {
	const largest = runs.at(-1)?.entries;
	return runs.flatMap(({ entries, officers, fill, compute, verify, visible, page }) => {
		// The targets are those of ten million entries; smaller sizes show how it grows.
		const met = (/** @type {boolean} */ is) => (entries === largest ? is : null);
		const megabytes = Math.max(compute.megabytes, verify.megabytes);
		const filled = `${round(fill.seconds, 0)} s, ${round(fill.gigabytes, 1)} GB, closing four months ${round(fill.closeSeconds, 1)} s`;
		return /** @type {Row[]} */ ([
			[`账本 ledger of ${entries} entries, ${officers} officers: filling`, '', filled, null],
			['　一个月重算 a month from nothing', '≤ 45 s', `${round(compute.seconds, 2)} s`, met(compute.seconds <= 45)],
			['　全部核对 full verification', '≤ 180 s', `${round(verify.seconds, 2)} s`, met(verify.seconds <= 180)],
			['　内存 memory of either', '≤ 1 GB', `${round(megabytes, 0)} MB`, met(megabytes <= 1024)],
			[
				'　榜单页 board page',
				'p95 ≤ 50 ms',
				`p50 ${round(page.p50)} ms, p95 ${round(page.p95)} ms`,
				met(page.p95 <= 50)
			],
			[
				'　新的一条入账到上榜 a new entry, on the board',
				'≤ 1 s',
				`${round(visible.slowest, 3)} s`,
				met(visible.slowest <= 1)
			]
		]);
	});
}

/** @param {NonNullable<Results['audit']>} audit @returns {Row[]} */
export function auditRows({ entries, seals, sealSeconds, searches, verifySeconds, writeMillis }) {
	return /** @type {Row[]} */ ([
		[
			`审计日志 audit log of ${entries} entries: sealing what was new`,
			'',
			`${seals} seals, ${round(sealSeconds, 1)} s`,
			null
		],
		...searches.map((/** @type {{ name: string, p50: number, p95: number }} */ { name, p50, p95 }) => [
			`　${name}`,
			'p95 ≤ 100 ms',
			`p50 ${round(p50)} ms, p95 ${round(p95)} ms`,
			p95 <= 100
		]),
		['　全部核对 full verification', '', `${round(verifySeconds, 1)} s`, null],
		['　写一条 writing an entry', '', `${round(writeMillis, 2)} ms`, null]
	]);
}

/** @param {NonNullable<Results['import']>} figures @returns {Row[]} */
export function importRows({
	people,
	kilobytes,
	preview,
	confirmed,
	slips,
	exported,
	changedPreview,
	changed,
	undone
}) {
	const seconds = (/** @type {number} */ one) => `${round(one, 2)} s`;
	return [
		[
			`人员导入 preview of ${people} new people (.xlsx, ${round(kilobytes, 0)} kB)`,
			'≤ 3 s',
			seconds(preview),
			preview <= 3
		],
		['　导入 import, with the preview', '≤ 10 s', seconds(preview + confirmed), preview + confirmed <= 10],
		['　密码条 slips', '', seconds(slips), null],
		['　导出 export', '', seconds(exported), null],
		['　全部变更：预览 all of them changed: preview', '≤ 3 s', seconds(changedPreview), changedPreview <= 3],
		['　全部变更：导入 import', '≤ 10 s', seconds(changedPreview + changed), changedPreview + changed <= 10],
		['　撤销两次 both undone', '', seconds(undone), null]
	];
}

/** @param {NonNullable<Results['arena']>} arena @returns {Row[]} */
export function arenaRows({ spectators, events, bytes, bare, ours, ratio, replay }) {
	const side = (/** @type {typeof ours} */ one) =>
		`p50 ${round(one.p50)} ms, p99 ${round(one.p99)} ms; ${round(one.memory)} MB, ${round(one.kilobytes)} kB each`;
	return [
		[
			`庭审直播 one event (${bytes} B) to ${spectators} spectators`,
			'≤ 1 s, ≤ 30 kB',
			side(ours),
			ours.p99 <= 1000 && ours.kilobytes <= 30
		],
		['　裸 SSE bare node:http', '', side(bare), null],
		['　÷ 裸 SSE p99 ÷ bare', '≤ 2 ×', `${round(ratio.p99, 2)} (p50 ${round(ratio.p50, 2)})`, ratio.p99 <= 2],
		[
			`重放 replay of ${events} events`,
			'≤ 50 ms',
			`p50 ${round(replay.p50)} ms, p95 ${round(replay.p95)} ms`,
			replay.p95 <= 50
		]
	];
}

/** @param {NonNullable<import('./report.mjs').Results['people']>} people @returns {import('./report.mjs').Row[]} */
export function peopleRows({ people, p50, p95, slowest, check }) {
	return [
		[
			`人员列表 list of ${people} people, ten questions`,
			'p95 ≤ 50 ms',
			`p50 ${round(p50)} ms, p95 ${round(p95)} ms; slowest: ${slowest.name} ${round(slowest.p95)} ms`,
			p95 <= 50
		],
		['权限检查 one permission check, eight roles', '≤ 20 µs', `${round(check, 2)} µs`, check <= 20]
	];
}

// Small sums over measured figures.

/** @param {readonly number[]} values */
export function median(values) {
	return quantile(
		[...values].sort((left, right) => left - right),
		0.5
	);
}

/** @param {readonly number[]} sorted @param {number} part 0–1 */
export function quantile(sorted, part) {
	if (sorted.length === 0) return NaN;
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN;
}

/** Rate and response times of one run. @param {{ count: number, seconds: number, times: readonly number[] }} run */
export function summarise({ count, seconds, times }) {
	return { count, rate: count / seconds, p50: quantile(times, 0.5), p95: quantile(times, 0.95) };
}

/**
 * The median of every figure over several runs.
 * @template {Record<string, number>} T
 * @param {readonly T[]} runs
 * @returns {T}
 */
export function medians(runs) {
	const names = Object.keys(runs[0] ?? {});
	return /** @type {T} */ (
		Object.fromEntries(names.map((name) => [name, median(runs.map((run) => run[name] ?? NaN))]))
	);
}

/** @param {number} value */
export function round(value, digits = 1) {
	return Number.isFinite(value) ? Number(value.toFixed(digits)) : value;
}

/** Progress for people. @param {string} text */
export function tell(text) {
	process.stderr.write(`${text}\n`);
}

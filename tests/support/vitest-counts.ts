import { writeFileSync } from 'node:fs';
import type { Reporter } from 'vitest/node';

/** Leaves the counts, and why tests were skipped, in the file named by LEITAI_COUNTS; `tests/run.mjs` reads it. */
export default class Counts implements Reporter {
	onTestRunEnd: NonNullable<Reporter['onTestRunEnd']> = (modules, unhandledErrors) => {
		const counts = { passed: 0, failed: unhandledErrors.length, skipped: [] as { name: string; reason: string }[] };
		for (const module of modules) {
			let failed = 0;
			for (const test of module.children.allTests()) {
				const result = test.result();
				if (result.state === 'passed') counts.passed++;
				else if (result.state === 'failed') failed++;
				else {
					const reason = result.state === 'skipped' ? (result.note ?? '') : 'never started';
					counts.skipped.push({ name: `${module.relativeModuleId}: ${test.fullName}`, reason });
				}
			}
			// A file that fails before its first test has none to count.
			counts.failed += failed || (module.state() === 'failed' ? 1 : 0);
		}
		if (process.env.LEITAI_COUNTS) writeFileSync(process.env.LEITAI_COUNTS, JSON.stringify(counts));
	};
}

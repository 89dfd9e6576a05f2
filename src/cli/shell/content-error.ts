import type { ContentFault } from '#lib/platform/content-files.server.ts';

/** Wrong files under `content/`: nothing was loaded. The message lists every fault as `file:line:field: what is wrong`. */
export class ContentError extends Error {
	constructor(readonly faults: readonly ContentFault[]) {
		super(faults.map(({ file, line, field, message }) => `${file}:${line}:${field}: ${message}`).join('\n'));
		this.name = 'ContentError';
	}
}

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { toDocument } from '#lib/discretion/domain/decision-document.ts';
import { run } from '../../src/cli/discretion-decide.ts';

type Document = ReturnType<typeof toDocument>;

/** Runs `discretion decide` on a text, as the command would; throws what it throws. */
export async function decideText(text: string): Promise<{ document: Document; lines: string[] }> {
	const folder = mkdtempSync(join(tmpdir(), 'leitai-decide-'));
	const file = join(folder, 'case.yaml');
	const lines: string[] = [];
	let document: Document | null = null;
	try {
		writeFileSync(file, text);
		await run(
			{ values: {}, positionals: [file] },
			{ out: (line) => void lines.push(line), err: () => {}, json: (value) => void (document = value as Document) }
		);
	} finally {
		rmSync(folder, { recursive: true });
	}
	return { document: document!, lines };
}

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

export const decide = async (text: string) => (await decideText(text)).document;
/** One decision of one party. */
export const first = ({ parties }: Document, party = 0) => parties[party]!.decisions[0]!;
export const said = ({ reasons }: Document, step: string) => reasons.find((one) => one.step === step);

/** What a test changes in a sound file about one violation. */
export interface Change {
	rule?: string;
	stage?: string;
	ended?: string;
	facts?: string;
	parties?: string;
	factors?: string;
	place?: string;
}
/** A file about one violation, written flat. */
export const file = (change: Change = {}) => `decidedOn: 2026-11-20
jurisdiction: ${change.place ?? 'default'}
actEndedOn: ${change.ended ?? '2026-10-15'}
candidates: [${change.rule ?? 'awsf-109-no-liability-insurance'}]
stage: ${change.stage ?? 'first'}
facts: {${change.facts ?? ''}}
parties: ${change.parties ?? `[{party: 单位, factors: [${change.factors ?? ''}]}]`}
`;
/** Factors with evidence. */
export const proven = (...ids: string[]) => ids.map((id) => `{id: ${id}, evidence: [${id}的材料]}`).join(', ');

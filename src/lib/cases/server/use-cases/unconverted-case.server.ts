import * as v from 'valibot';
import { withoutRepeats } from '#lib/law/domain/references.ts';
import { type SourceFile, checkProvenance, parseYaml } from '#lib/platform/content-files.server.ts';
import { CaseBodyReader, type CaseSurroundings } from './case-body.server.ts';
import type { ReadCase } from './case-files.server.ts';
import { frontSchema } from './case-front.server.ts';

const { sourceKind: _, redaction: _r, people: _p, related: _l, ...old } = frontSchema.entries;
const oldSchema = v.strictObject(old);

/** TODO before issue 6 is merged: a case of the format before sections; goes away with the last file that has no `sourceKind`. */
export function readUnconverted(file: SourceFile, match: RegExpExecArray, around: CaseSurroundings): ReadCase {
	const parsed = parseYaml(file.path, match[1]!, oldSchema, { startLine: 2 });
	if (!parsed.ok) return { read: null, faults: parsed.faults, remarks: [] };
	const { value: front, at } = parsed;
	const reader = new CaseBodyReader(file, around, front.asOf);
	const text = file.text.slice(match[0].length);
	const blocks = reader.read(text, match[0].split('\n').length).map(({ block }) => block);
	const { id, title, lead, polarity, industry, areas, asOf } = front;
	const { author, internalReview, legalReview, sources, difficulty, timeline } = front;
	const minutes = Math.max(1, Math.round(text.length / 400));
	const body = { author, internalReview, legalReview, sources, difficulty, timeline, blocks, minutes };
	const citations = withoutRepeats(reader.citations);
	return {
		read: { id, title, lead, polarity, industry, areas, asOf, digest: file.digest, source: file.text, body, citations },
		faults: [...checkProvenance(file, front, at), ...reader.faults.filter(({ field }) => field !== 'section')],
		remarks: reader.remarks
	};
}

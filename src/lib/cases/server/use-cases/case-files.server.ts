import { withoutRepeats } from '#lib/law/domain/references.ts';
import {
	type ContentFault,
	type SourceFile,
	checkProvenance,
	parseYaml,
	readFolder
} from '#lib/platform/content-files.server.ts';
import type { Block, CaseFile, CaseParts } from '../../domain/case.ts';
import { findEarlyReveals, findShapeFaults, placeDecide } from '../../domain/case-shape.ts';
import { CaseBodyReader, type CaseSurroundings, type PlacedBlock } from './case-body.server.ts';
import { type Front, frontSchema, readParts } from './case-front.server.ts';

/** A file as far as it could be read; one with faults is never loaded. */
export interface ReadCase {
	/** Null when not even the front matter could be read. */
	readonly read: CaseFile | null;
	readonly faults: ContentFault[];
	readonly remarks: ContentFault[];
}

const CHARACTERS_A_MINUTE = 400;

/** Reads `content/cases`: front matter checked, body cut into blocks, rendered, citations resolved on the case's day. */
export function readCaseFiles(
	root: string,
	around: CaseSurroundings
): { cases: CaseFile[]; faults: ContentFault[]; remarks: ContentFault[] } {
	const all = readFolder(root, 'content/cases', '.md').map((file) => readCaseText(file, around));
	return {
		cases: all.flatMap(({ read }) => (read ? [read] : [])),
		faults: all.flatMap(({ faults }) => faults),
		remarks: all.flatMap(({ remarks }) => remarks)
	};
}

/** Reads one case in the file format, wherever its text comes from. */
export function readCaseText(file: SourceFile, around: CaseSurroundings): ReadCase {
	const match = /^---\n([\s\S]*?)\n---\n/.exec(file.text);
	if (!match) {
		const fault = { file: file.path, line: 1, field: 'front matter', message: '文件应以 --- 包起来的信息开头' };
		return { read: null, faults: [fault], remarks: [] };
	}
	const parsed = parseYaml(file.path, match[1]!, frontSchema, { startLine: 2 });
	if (!parsed.ok) return { read: null, faults: parsed.faults, remarks: [] };
	const { value: front, at } = parsed;
	const startLine = match[0].split('\n').length;
	const text = file.text.slice(match[0].length);
	const reader = new CaseBodyReader(file, around, front.asOf);
	const placed = reader.read(text, startLine);
	const { parts, faults: inParts } = readParts(front, {
		...{ known: around.known, at },
		cite: (cited, field) => {
			const answer = reader.cite(cited);
			if (typeof answer !== 'string') return answer;
			reader.faults.push(at(field, answer));
			return null;
		}
	});
	const blocks = placed.map(({ block }) => block);
	reader.faults.push(...shapeFaults(file, front, { placed, startLine }));
	const remarks = parts.decide === null ? [] : revealRemarks(file, placed);
	const { id, title, lead, polarity, industry, areas, asOf } = front;
	const body = toBody(front, parts, { blocks, text });
	const citations = withoutRepeats(reader.citations);
	return {
		read: { id, title, lead, polarity, industry, areas, asOf, digest: file.digest, source: file.text, body, citations },
		faults: [...checkProvenance(file, front, at), ...inParts, ...reader.faults],
		remarks: [...reader.remarks, ...remarks]
	};
}

interface Body {
	readonly blocks: readonly Block[];
	readonly text: string;
}

function toBody(front: Front, parts: CaseParts, { blocks, text }: Body) {
	const { author, internalReview, legalReview, sources, difficulty, timeline } = front;
	const minutes = Math.max(1, Math.round(text.length / CHARACTERS_A_MINUTE));
	const all = parts.decide === null ? [...blocks] : placeDecide(blocks);
	return { author, internalReview, legalReview, sources, difficulty, timeline, blocks: all, minutes, parts };
}

interface Placed {
	readonly placed: readonly PlacedBlock[];
	readonly startLine: number;
}

function shapeFaults({ path }: SourceFile, { areas, decide }: Front, { placed, startLine }: Placed): ContentFault[] {
	const blocks = placed.map(({ block }) => block);
	return findShapeFaults({ blocks, areas, isDecided: decide !== undefined }).map(({ block, field, message }) => {
		return { file: path, line: block === null ? startLine : placed[block]!.line, field, message };
	});
}

/** A warning, because a party may have said it: the author looks whether it gives the result away. */
function revealRemarks({ path }: SourceFile, placed: readonly PlacedBlock[]): ContentFault[] {
	const blocks = placeDecide(placed.map(({ block }) => block));
	return findEarlyReveals(blocks).map(({ block, told }) => {
		const message = `“${told}”在先裁后看之前，读者会不会已经知道结果？`;
		return { file: path, line: placed[block]!.line, field: 'decide', message };
	});
}

import type { Token, Tokens } from 'marked';
import * as v from 'valibot';
import { findTaskFault } from '#lib/drills/domain/task-faults.ts';
import type { ResolvedCitation } from '#lib/law/domain/cited-article.ts';
import type { LawIndex } from '#lib/law/domain/law-index.ts';
import { withoutRepeats } from '#lib/law/domain/references.ts';
import {
	type ContentFault,
	type SourceFile,
	about,
	checkProvenance,
	citation,
	line,
	parseYaml,
	provenance,
	readFolder,
	slug
} from '#lib/platform/content-files.server.ts';
import { isFence, lex, render } from '#lib/platform/markdown.server.ts';
import { isDay } from '#lib/shared/time.ts';
import type { Citation } from '#lib/shared/citation.ts';
import { type Block, type CaseBody, type CaseFile, POLARITIES, type Polarity } from '../../domain/case.ts';

/** `2026-03-18T09:20`, a day and hour that exist. */
const isMoment = (text: string) => isDay(text.slice(0, 10)) && /^T([01]\d|2[0-3]):[0-5]\d$/.test(text.slice(10));

const frontSchema = v.strictObject({
	...provenance,
	...about,
	lead: v.pipe(line, v.maxLength(80, '提要不超过 80 字')),
	polarity: v.picklist(Object.keys(POLARITIES) as [Polarity]),
	timeline: v.pipe(
		v.array(
			v.strictObject({
				at: v.pipe(v.string(), v.check(isMoment, '时间写作 2026-03-18T09:20')),
				text: line
			})
		),
		v.minLength(3)
	)
});
type Front = v.InferOutput<typeof frontSchema>;

const checkpointSchema = v.strictObject({
	id: slug,
	type: v.picklist(['single', 'multiple', 'truefalse']),
	stem: line,
	// The keys follow the order: a, b, c … (t and f for true or false).
	options: v.pipe(
		v.array(v.strictObject({ text: line, correct: v.boolean(), reason: line })),
		v.minLength(2),
		v.maxLength(6)
	),
	explanation: line,
	citations: v.optional(v.array(citation), [])
});

const CHARACTERS_A_MINUTE = 400;

/** Reads `content/cases`: front matter checked, body cut into blocks, rendered, citations resolved on the case's day. */
export function readCaseFiles(
	root: string,
	laws: LawIndex
): { cases: CaseFile[]; faults: ContentFault[]; remarks: ContentFault[] } {
	const cases: CaseFile[] = [];
	const faults: ContentFault[] = [];
	const remarks: ContentFault[] = [];
	for (const file of readFolder(root, 'content/cases', '.md')) {
		const reader = new CaseReader(file, laws);
		const read = reader.read();
		faults.push(...reader.faults);
		remarks.push(...reader.remarks);
		if (read) cases.push(read);
	}
	return { cases, faults, remarks };
}

/** Reads one text by the same rules as a file of `content/cases`. */
export function readCaseText(file: SourceFile, laws: LawIndex) {
	const reader = new CaseReader(file, laws);
	const read = reader.read();
	return { read, faults: reader.faults, remarks: reader.remarks };
}

/** One file's way from text to blocks; collects its faults on the way. */
class CaseReader {
	readonly faults: ContentFault[] = [];
	readonly remarks: ContentFault[] = [];
	private readonly citations: ResolvedCitation[] = [];
	private asOf = '';

	constructor(
		private readonly file: SourceFile,
		private readonly laws: LawIndex
	) {}

	read(): CaseFile | null {
		const match = /^---\n([\s\S]*?)\n---\n/.exec(this.file.text);
		if (!match) {
			this.fault(1, 'front matter', '文件应以 --- 包起来的信息开头');
			return null;
		}
		const parsed = parseYaml(this.file.path, match[1]!, frontSchema, { startLine: 2 });
		if (!parsed.ok) {
			this.faults.push(...parsed.faults);
			return null;
		}
		const front = parsed.value;
		this.asOf = front.asOf;
		this.faults.push(...checkProvenance(this.file, front, parsed.at));
		const body = this.readBody(front, this.file.text.slice(match[0].length), match[0].split('\n').length);
		const { id, title, lead, polarity, industry, areas, asOf } = front;
		const { digest, text: source } = this.file;
		const citations = withoutRepeats(this.citations);
		return { id, title, lead, polarity, industry, areas, asOf, digest, source, body, citations };
	}

	private readBody(front: Front, text: string, startLine: number): CaseBody {
		let at = startLine;
		let offset = 0;
		const blocks: Block[] = [];
		for (const token of lex(text)) {
			const position = text.indexOf(token.raw, offset);
			at += text.slice(offset, position).split('\n').length - 1;
			offset = position;
			const block = isFence(token, 'checkpoint') ? this.readCheckpoint(token, at) : this.readText(token, at);
			if (block) blocks.push(block);
		}
		const ids = blocks.flatMap((block) => (block.kind === 'checkpoint' ? [block.id] : []));
		if (new Set(ids).size !== ids.length) this.fault(startLine, 'checkpoint', '思考题编号重复');
		if (ids.length === 0) this.fault(startLine, 'checkpoint', '正文至少要有一道思考题');
		const { author, internalReview, legalReview, sources, difficulty, timeline } = front;
		const minutes = Math.max(1, Math.round(text.length / CHARACTERS_A_MINUTE));
		return { author, internalReview, legalReview, sources, difficulty, timeline, blocks, minutes };
	}

	private readText(token: Token, lineNumber: number): Block {
		const { html, citations } = this.render([token], lineNumber, true);
		return { kind: 'html', html, notes: this.resolve(citations, lineNumber) };
	}

	private readCheckpoint(token: Tokens.Code, lineNumber: number): Block | null {
		const parsed = parseYaml(this.file.path, token.text, checkpointSchema, { startLine: lineNumber + 1 });
		if (!parsed.ok) {
			this.faults.push(...parsed.faults);
			return null;
		}
		const { id, type, stem, options: choices, explanation, citations } = parsed.value;
		const keys = type === 'truefalse' ? 'tf' : 'abcdef';
		const task = { type, options: choices.map((choice, index) => ({ key: keys[index]!, ...choice })) };
		const fault = findTaskFault(task);
		if (fault) this.faults.push(parsed.at(fault.field, fault.message));
		// As with drill items, a stem stays without links of ours: the law behind one may be the answer.
		const texts = [this.render(stem, lineNumber, false), this.render(explanation, lineNumber, true)] as const;
		const linked = texts.flatMap((text) => text.citations);
		const notes = this.resolve([...citations, ...linked], lineNumber);
		return { kind: 'checkpoint', id, stem: texts[0].html, task, explanation: texts[1].html, notes };
	}

	/** Renders a text; what plain words in it cite is counted among the citations of the case, and not shown in the margin. */
	private render(source: string | readonly Token[], lineNumber: number, asLinks: boolean) {
		const rendered = render(source, this.asOf, { find: this.laws.findMentions, asLinks });
		for (const address of rendered.broken) this.fault(lineNumber, 'link', `链接写法不对：${address}`);
		const { citations, faults, remarks } = rendered.mentioned;
		for (const message of faults) this.fault(lineNumber, 'citation', message);
		for (const message of remarks) {
			this.remarks.push({ file: this.file.path, line: lineNumber, field: 'citation', message });
		}
		this.resolve(citations, lineNumber);
		return rendered;
	}

	private resolve(citations: readonly Citation[], lineNumber: number): ResolvedCitation[] {
		const resolved = citations.flatMap((cited) => {
			const answer = this.laws.resolve(cited, this.asOf);
			if (typeof answer !== 'string') return [answer];
			this.fault(lineNumber, 'citation', answer);
			return [];
		});
		this.citations.push(...resolved);
		return resolved;
	}

	private fault(lineNumber: number, field: string, message: string): void {
		this.faults.push({ file: this.file.path, line: lineNumber, field, message });
	}
}

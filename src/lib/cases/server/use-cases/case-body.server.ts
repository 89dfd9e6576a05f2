import type { Token, Tokens } from 'marked';
import type { ResolvedCitation } from '#lib/law/domain/cited-article.ts';
import type { LawIndex } from '#lib/law/domain/law-index.ts';
import { type ContentFault, type SourceFile, parseYaml } from '#lib/platform/content-files.server.ts';
import { isFence, lex, render } from '#lib/platform/markdown.server.ts';
import type { Citation } from '#lib/shared/citation.ts';
import type { Day } from '#lib/shared/time.ts';
import { takeAreaTags } from '../../domain/area-tags.ts';
import type { Block } from '../../domain/case.ts';
import { type LinkedMaterial, findUnknown } from '../../domain/linked-material.ts';
import { readHeading } from '../../domain/section.ts';
import { checkpointSchema, toTask } from './case-checkpoint.server.ts';

export interface CaseSurroundings {
	readonly laws: LawIndex;
	readonly known: LinkedMaterial;
}

/** A block with the line of the file on which it begins. */
export interface PlacedBlock {
	readonly line: number;
	readonly block: Block;
}

/** Reads the body of one case: text to blocks; collects faults, remarks and citations on the way. */
export class CaseBodyReader {
	readonly faults: ContentFault[] = [];
	readonly remarks: ContentFault[] = [];
	readonly citations: ResolvedCitation[] = [];

	constructor(
		private readonly file: Pick<SourceFile, 'path'>,
		private readonly around: CaseSurroundings,
		private readonly asOf: Day
	) {}

	/** @param startLine the line of the file on which the body begins */
	read(text: string, startLine: number): PlacedBlock[] {
		let line = startLine;
		let offset = 0;
		return lex(text).flatMap((token) => {
			const position = text.indexOf(token.raw, offset);
			line += text.slice(offset, position).split('\n').length - 1;
			offset = position;
			const block = this.readToken(token, line);
			return block ? [{ line, block }] : [];
		});
	}

	private readToken(token: Token, line: number): Block | null {
		if (isFence(token, 'checkpoint')) return this.readCheckpoint(token, line);
		if (isFence(token, 'decide')) return this.readDecide(token, line);
		if (token.type === 'heading' && (token as Tokens.Heading).depth === 2) return this.readSection(token, line);
		return this.readText(token, line);
	}

	private readSection(token: Token, line: number): Block | null {
		const heading = readHeading((token as Tokens.Heading).text);
		if (!heading) this.fault(line, 'section', `小标题写作“案情”或“案情 · 自拟题目”：${(token as Tokens.Heading).text}`);
		return heading && { kind: 'section', ...heading, notes: [] };
	}

	private readText(token: Token, line: number): Block {
		const { areas, text, fault } = takeAreaTags(token.type === 'paragraph' ? token.raw : '');
		if (fault) this.fault(line, 'area', fault);
		const source = areas.length > 0 ? lex(text) : [token];
		const { html, citations } = this.render(source, line, true);
		return { kind: 'html', html, areas, notes: this.resolve(citations, line) };
	}

	private readDecide(token: Tokens.Code, line: number): Block {
		const written = token.text.trim();
		return { kind: 'decide', stem: written ? this.render(written, line, false).html : null, notes: [] };
	}

	private readCheckpoint(token: Tokens.Code, line: number): Block | null {
		const parsed = parseYaml(this.file.path, token.text, checkpointSchema, { startLine: line + 1 });
		if (!parsed.ok) {
			this.faults.push(...parsed.faults);
			return null;
		}
		const { id, stem, explanation, citations, items } = parsed.value;
		const { task, fault } = toTask(parsed.value);
		const faults = [...(fault ? [fault] : []), ...findUnknown(items, 'items', this.around.known)];
		this.faults.push(...faults.map(({ field, message }) => parsed.at(field, message)));
		// As with drill items, a stem stays without links of ours: the law behind one may be the answer.
		const texts = [this.render(stem, line, false), this.render(explanation, line, true)] as const;
		const linked = texts.flatMap((text) => text.citations);
		const notes = this.resolve([...citations, ...linked], line);
		return { kind: 'checkpoint', id, stem: texts[0].html, task, explanation: texts[1].html, items, notes };
	}

	/** Renders a text; what plain words in it cite is counted among the citations of the case, and not shown in the margin. */
	private render(source: string | readonly Token[], line: number, asLinks: boolean) {
		const rendered = render(source, this.asOf, { find: this.around.laws.findMentions, asLinks });
		for (const address of rendered.broken) this.fault(line, 'link', `链接写法不对：${address}`);
		const { citations, faults, remarks } = rendered.mentioned;
		for (const message of faults) this.fault(line, 'citation', message);
		for (const message of remarks) this.remarks.push({ file: this.file.path, line, field: 'citation', message });
		this.resolve(citations, line);
		return rendered;
	}

	private resolve(citations: readonly Citation[], line: number): ResolvedCitation[] {
		return citations.flatMap((cited) => {
			const answer = this.cite(cited);
			if (typeof answer !== 'string') return [answer];
			this.fault(line, 'citation', answer);
			return [];
		});
	}

	/** The article on the day of the case, counted among its citations; or the sentence that says why there is none. */
	cite(cited: Citation): ResolvedCitation | string {
		const answer = this.around.laws.resolve(cited, this.asOf);
		if (typeof answer !== 'string') this.citations.push(answer);
		return answer;
	}

	fault(line: number, field: string, message: string): void {
		this.faults.push({ file: this.file.path, line, field, message });
	}
}

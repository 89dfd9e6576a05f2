import type { Token, Tokens } from 'marked';
import * as v from 'valibot';
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
import { lex, render } from '#lib/platform/markdown.server.ts';
import type { Citation } from '#lib/shared/citation.ts';
import {
	AUDIENCES,
	type Audience,
	PUBLIC_LENGTH,
	PUBLIC_SECTIONS,
	type PublicCaseFile
} from '../../domain/public-case.ts';

const frontSchema = v.strictObject({
	...provenance,
	title: v.pipe(line, v.maxLength(24, '标题不超过 24 字')),
	lead: v.pipe(line, v.maxLength(80, '提要不超过 80 字')),
	warning: v.pipe(line, v.maxLength(60, '警示语一句话，不超过 60 字')),
	industry: about.industry,
	month: v.pipe(v.string(), v.regex(/^20\d\d-(0[1-9]|1[0-2])$/, '只写到月：2026-03')),
	case: v.optional(slug),
	audience: v.picklist(Object.keys(AUDIENCES) as [Audience]),
	asOf: about.asOf,
	citations: v.pipe(v.array(citation), v.minLength(1, '至少写一条依据'), v.maxLength(6, '依据不超过 6 条'))
});
type Front = v.InferOutput<typeof frontSchema>;

interface Read {
	readonly piece: PublicCaseFile | null;
	readonly faults: readonly ContentFault[];
	readonly remarks: readonly ContentFault[];
}

/** Reads `content/public-cases`. @param cases ids of the cases that one of these may stand for */
export function readPublicCaseFiles(root: string, laws: LawIndex, cases: ReadonlySet<string>) {
	const read = readFolder(root, 'content/public-cases', '.md').map((file) => readPublicCaseFile(file, laws, cases));
	return {
		publicCases: read.flatMap(({ piece }) => piece ?? []),
		faults: read.flatMap(({ faults }) => faults),
		remarks: read.flatMap(({ remarks }) => remarks)
	};
}

/** One public text: front matter checked, three sections, no links, pictures of the studio only; citations resolved on its day. */
export function readPublicCaseFile(file: SourceFile, laws: LawIndex, cases: ReadonlySet<string> | null): Read {
	const match = /^---\n([\s\S]*?)\n---\n/.exec(file.text);
	const fault = (lineNumber: number, field: string, message: string) => {
		return { file: file.path, line: lineNumber, field, message };
	};
	if (!match) {
		const faults = [fault(1, 'front matter', '文件应以 --- 包起来的信息开头')];
		return { piece: null, faults, remarks: [] };
	}
	const parsed = parseYaml(file.path, match[1]!, frontSchema, { startLine: 2 });
	if (!parsed.ok) return { piece: null, faults: parsed.faults, remarks: [] };
	const front = parsed.value;
	const isKnown = !front.case || !cases || cases.has(front.case);
	const inFront = isKnown ? [] : [parsed.at('case', `没有这个案例：${front.case}`)];
	const text = file.text.slice(match[0].length);
	const bodyLine = match[0].split('\n').length;
	const tokens = lex(text);
	const rendered = tokens.map((token) => render([token], front.asOf, { find: laws.findMentions, asLinks: false }));
	const blocks = rendered.map(({ html }) => html.trim());
	const html = blocks.join('\n');
	const notes = resolveAll(front, laws, (number, message) => inFront.push(parsed.at(`citations.${number}`, message)));
	const mentioned = rendered.map((one) => one.mentioned);
	const body = [...findBodyFaults(tokens), ...lengthFaults(html), ...mentioned.flatMap(({ faults }) => faults)];
	return {
		piece: toPiece(file, front, { html, blocks, notes, images: imagesOf(tokens) }),
		faults: [
			...checkProvenance(file, front, parsed.at),
			...inFront,
			...body.map((message) => fault(bodyLine, 'body', message))
		],
		remarks: mentioned.flatMap(({ remarks }) => remarks).map((message) => fault(bodyLine, 'citation', message))
	};
}

function toPiece(
	{ digest, text }: SourceFile,
	front: Front,
	made: Pick<PublicCaseFile, 'html' | 'blocks' | 'notes' | 'images'>
): PublicCaseFile {
	const { id, title, lead, warning, industry, month, audience, asOf } = front;
	const { author, internalReview, legalReview, sources, case: caseId = null } = front;
	const body = { author, internalReview, legalReview, sources };
	return {
		...{ id, title, lead, warning, industry, month, audience, asOf, caseId, body },
		...made,
		digest,
		source: text
	};
}

function resolveAll({ citations, asOf }: Front, laws: LawIndex, tell: (number: number, message: string) => void) {
	const resolved = citations.flatMap((cited: Citation, number) => {
		const answer = laws.resolve(cited, asOf);
		if (typeof answer !== 'string') return [answer];
		tell(number, answer);
		return [];
	});
	return withoutRepeats(resolved);
}

const IMAGE = /^image:([0-9a-f]{64})$/;

/** All tokens of a text, however deep. */
function* walk(tokens: readonly Token[]): Generator<Token> {
	for (const token of tokens) {
		yield token;
		const { tokens: inner = [], items = [] } = token as { tokens?: Token[]; items?: Token[] };
		yield* walk([...inner, ...items]);
	}
}

const isImage = (token: Token): token is Tokens.Image => token.type === 'image';

function imagesOf(tokens: readonly Token[]): string[] {
	const found = [...walk(tokens)].filter(isImage).flatMap(({ href }) => IMAGE.exec(href)?.[1] ?? []);
	return [...new Set(found)];
}

/** A link could carry the id of what is not public, raw HTML anything. */
function findBodyFaults(tokens: readonly Token[]): string[] {
	const faults: string[] = [];
	const headings = tokens.filter((token): token is Tokens.Heading => token.type === 'heading');
	const asked = PUBLIC_SECTIONS.map((one) => `## ${one}`).join('、');
	if (
		headings.map(({ depth, text }) => `${depth} ${text}`).join('|') !==
		PUBLIC_SECTIONS.map((one) => `2 ${one}`).join('|')
	)
		faults.push(`正文依次分三段：${asked}`);
	const last = tokens.at(-1) as Tokens.List | undefined;
	if (last?.type !== 'list' || last.items.length < 3) faults.push(`“${PUBLIC_SECTIONS.at(-1)}”以清单结尾，至少三条`);
	for (const token of walk(tokens)) {
		if (token.type === 'link') faults.push(`公开文本不放链接，依据写进 citations：${token.raw.slice(0, 40)}`);
		if (token.type === 'html' || token.type === 'code') faults.push(`公开文本不放代码：${token.raw.slice(0, 40)}`);
		if (!isImage(token)) continue;
		if (!IMAGE.test(token.href)) faults.push(`图片只能来自教研室：${token.raw.slice(0, 40)}`);
		else if (token.text.trim() === '') faults.push('图片要有说明文字');
	}
	return faults;
}

function lengthFaults(html: string): string[] {
	const { length } = html.replace(/<[^>]*>|\s/g, '');
	const { least, most } = PUBLIC_LENGTH;
	return length >= least && length <= most ? [] : [`正文 ${least}–${most} 字，现在是 ${length} 字`];
}

import type { Block, CaseFile } from '#lib/cases/domain/case.ts';
import {
	openCase,
	publishCase,
	readCaseProposals,
	readCaseSource,
	withdrawCase
} from '#lib/cases/server/use-cases/studio-cases.server.ts';
import { readCited } from '#lib/law/server/use-cases/citations.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { formatDay } from '#lib/shared/time.ts';
import type { Byline, FieldFault, Fields, PreviewBlock } from '../../domain/manuscript.ts';
import { placeFaults } from '../../domain/place-faults.ts';
import { plainText } from '../../domain/plain-text.ts';
import { readFrontMatter, withByline, writeFrontMatter } from '../../domain/source-text.ts';
import type { PieceKind } from '../piece-kind.server.ts';
import { CASE_FIELDS, CASE_STAND_INS } from './case-fields.ts';

export const caseKind: PieceKind = {
	kind: 'case',
	fields: CASE_FIELDS,
	toSource: (fields) => writeFrontMatter(CASE_FIELDS, fields),
	toFields: (source) => readFrontMatter(CASE_FIELDS, source),
	async read(ctx, fields, byline) {
		const text = withByline(writeFrontMatter(CASE_FIELDS, fields), byline);
		const { read, faults, remarks } = await readCaseSource(ctx, text);
		const told = placeFaults(text, CASE_FIELDS, remarks);
		if (read && faults.length === 0) {
			const { id: pieceId, title, citations } = read;
			return { ok: true, title, pieceId, citations, preview: await preview(ctx, read), remarks: told };
		}
		const placed = placeFaults(text, CASE_FIELDS, faults);
		return {
			ok: false,
			faults: placed,
			remarks: told,
			preview: await previewOf(ctx, fields, { read, placed, byline })
		};
	},
	publish: publishCase,
	withdraw: withdrawCase,
	open: openCase,
	proposals: readCaseProposals,
	address: (pieceId) => `/cases/${pieceId}`
};

interface Unsound {
	readonly read: CaseFile | null;
	readonly placed: readonly FieldFault[];
	readonly byline: Byline;
}

/** Where the information at the head cannot be read, the text is shown with stand-ins for what is wrong in it. */
async function previewOf(ctx: Ctx, fields: Fields, { read, placed, byline }: Unsound): Promise<PreviewBlock[]> {
	if (read) return preview(ctx, read);
	const wrong = placed.flatMap(({ field }) =>
		CASE_STAND_INS[field] === undefined ? [] : [[field, CASE_STAND_INS[field]]]
	);
	const mended = { ...CASE_STAND_INS, ...fields, ...(Object.fromEntries(wrong) as Fields) };
	const again = await readCaseSource(ctx, withByline(writeFrontMatter(CASE_FIELDS, mended), byline));
	return again.read ? preview(ctx, again.read) : [];
}

async function preview(ctx: Ctx, { lead, body }: CaseFile): Promise<PreviewBlock[]> {
	const { timeline, blocks } = body;
	const lines = timeline.map(({ at, text }) => ({
		text,
		note: `${formatDay(at.slice(0, 10))} ${at.slice(11)}`,
		mark: null
	}));
	const cited = await readCited(
		ctx,
		blocks.flatMap(({ notes }) => notes)
	);
	let at = 0;
	return [
		{ kind: 'lines', field: 'lead', text: lead, title: '提要', lines: [{ text: lead, note: '', mark: null }] },
		{ kind: 'lines', field: 'timeline', text: lines.map(({ text }) => text).join(' '), title: '时间线', lines },
		...blocks.flatMap((block) => {
			const notes = cited.slice(at, at + block.notes.length);
			at += block.notes.length;
			return blockOf(block, notes);
		})
	];
}

function blockOf(block: Block, notes: Awaited<ReturnType<typeof readCited>>): PreviewBlock[] {
	if (block.kind === 'html') {
		return [{ kind: 'html', field: 'body', text: plainText(block.html), html: block.html, notes }];
	}
	const { stem, explanation, task } = block;
	const lines = task.options.map(({ text, reason, correct }) => {
		return { text, note: reason, mark: correct ? ('right' as const) : ('wrong' as const) };
	});
	return [
		{ kind: 'html', field: 'body', text: plainText(stem), html: stem, notes: [] },
		{ kind: 'lines', field: 'body', text: `思考题 ${block.id}`, title: '思考题的选项', lines },
		{ kind: 'html', field: 'body', text: plainText(explanation), html: explanation, notes }
	];
}

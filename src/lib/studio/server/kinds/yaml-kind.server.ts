import type { ResolvedCitation } from '#lib/law/domain/cited-article.ts';
import type { ContentFault } from '#lib/platform/content-files.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { ok } from '#lib/shared/result.ts';
import type { Fields, FieldFault, FieldSpec, PreviewBlock } from '../../domain/manuscript.ts';
import { withByline } from '../../domain/source-text.ts';
import { fromYamlFile, toYamlFile } from '../../domain/yaml-file.ts';
import type { PieceKind } from '../piece-kind.server.ts';

/** What a room’s reader makes of a text. */
interface ReadSource {
	readonly read: {
		readonly id: string;
		readonly title: string;
		readonly citations: readonly ResolvedCitation[];
	} | null;
	readonly preview: readonly PreviewBlock[];
	readonly faults: readonly ContentFault[];
	readonly remarks: readonly ContentFault[];
}

type Given = Pick<PieceKind, 'kind' | 'publish' | 'withdraw' | 'open' | 'proposals' | 'address'> & {
	/** What stands beside the text field. */
	readonly hint: string;
	readText(ctx: Ctx, text: string): Promise<ReadSource>;
};

/** A kind whose files are YAML throughout: an id, and the rest as one text in the form of the file. */
export function yamlKind({ hint, readText, ...given }: Given): PieceKind {
	const fields: readonly FieldSpec[] = [
		{
			...{ name: 'id', label: '编号', input: 'line', required: true },
			hint: '小写字母、数字和连字符，发布以后不再改'
		},
		{ name: 'source', label: '内容', input: 'yaml', required: true, hint }
	];
	return {
		...given,
		fields,
		toSource: toYamlFile,
		toFields: (source) => ok(fromYamlFile(source)),
		async read(ctx, parts, byline) {
			const text = withByline(toYamlFile(parts), byline);
			const { read, preview, faults, remarks } = await readText(ctx, text);
			const shown = { preview, remarks: place(parts, remarks) };
			if (!read || faults.length > 0) return { ok: false, faults: place(parts, faults), ...shown };
			return { ok: true, title: read.title, pieceId: read.id, citations: read.citations, ...shown };
		}
	};
}

/** The id stands on the first line, and below the text what the workflow writes. */
function place(parts: Fields, faults: readonly ContentFault[]): FieldFault[] {
	const lines = (parts['source'] ?? '').split('\n').length;
	return faults.map(({ line, field, message }) => {
		if (field === 'id') return { field: 'id', line: null, message };
		const own = line - 1 >= 1 && line - 1 <= lines ? line - 1 : null;
		return { field: 'source', line: own, message: field === '' ? message : `${field}：${message}` };
	});
}

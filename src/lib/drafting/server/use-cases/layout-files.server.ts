import { day, line, provenance } from '#lib/platform/content-files.server.ts';
import type { SourceFile } from '#lib/platform/content-files.server.ts';
import * as v from 'valibot';
import type { DocumentKind } from '../../domain/document-kind.ts';
import { FORMS, type Layout, fieldsIn } from '../../domain/layout.ts';
import type { ContentReader } from './content-reader.server.ts';

const id = v.pipe(v.string(), v.regex(/^[a-z]+(_[a-z]+)*$/, '只能用小写字母和下划线'));
const ids = v.pipe(v.array(id), v.minLength(1, '至少写一项'));
const blockSchema = v.strictObject({
	...{ heading: v.optional(line), when: v.optional(id), rows: v.optional(ids), text: v.optional(id) },
	...{ list: v.optional(id), table: v.optional(id), say: v.optional(line), remedies: v.optional(id) },
	...{ signs: v.optional(ids), note: v.optional(id) }
});
const layoutsSchema = v.strictObject({
	...provenance,
	asOf: day,
	layouts: v.record(
		v.string(),
		v.strictObject({
			form: v.picklist(FORMS),
			...{ number: v.optional(id), to: v.optional(id), internal: v.optional(v.array(id), []) },
			blocks: v.pipe(v.array(blockSchema), v.minLength(1, '至少写一项')),
			closing: v.optional(v.strictObject({ authority: v.optional(id), date: id, seal: v.optional(id) }))
		})
	)
});

/** `layouts.yaml`: every kind of document has one, and every field has its place in it. */
export function readLayouts(
	file: SourceFile,
	documents: ReadonlyMap<string, DocumentKind>,
	reader: ContentReader
): ReadonlyMap<string, Layout> | null {
	const read = reader.read(file, layoutsSchema);
	if (!read) return null;
	const layouts = new Map(Object.entries(read.value.layouts));
	for (const [kind, layout] of layouts) {
		const parts = documents.get(kind)?.shape.parts;
		const field = `layouts.${kind}`;
		if (!parts) {
			reader.add(read.at(field, `没有这种文书：${kind}`));
			continue;
		}
		const named = fieldsIn(layout);
		const unknown = [...named].filter((one) => !Object.hasOwn(parts, one));
		if (unknown.length > 0) reader.add(read.at(field, `文书里没有这些字段：${unknown.join('、')}`));
		const lost = Object.keys(parts).filter((one) => !named.has(one));
		if (lost.length > 0) reader.add(read.at(field, `这些字段没有排进版面：${lost.join('、')}`));
	}
	const without = [...documents.keys()].filter((kind) => !layouts.has(kind));
	if (without.length > 0) reader.add(read.at('layouts', `缺少版式：${without.join('、')}`));
	return layouts;
}

import * as v from 'valibot';
import { sha256 } from '#lib/shared/canonical.ts';
import type { Values } from '../../domain/path.ts';
import type { PieceFault, PieceFile } from '../../domain/piece-file.ts';
import { findTaskFaults } from '../../domain/task-faults.ts';
import { type DraftingContent, bookOf } from './drafting-files.server.ts';
import { type OpenPiece, type PieceReader, faultsOf, pieceOf } from './piece-reader.server.ts';
import type { RawTaskPiece, Schemas } from './piece-schemas.server.ts';

interface Around {
	readonly content: DraftingContent;
	readonly reader: PieceReader;
	readonly schemas: Schemas;
	readonly files: readonly PieceFile<'file'>[];
	readonly guides: readonly PieceFile<'guide'>[];
}
type OpenTask = OpenPiece<RawTaskPiece>;

/** A task with everything that it takes from its case file; null when it cannot be read. */
export function readTaskPiece(piece: OpenTask, around: Around): PieceFile<'task'> | null {
	const { value } = piece;
	const { content, reader } = around;
	const file = around.files.find(({ id }) => id === value.file);
	const missing = file ? findMissing(value, file, around) : [{ field: 'file', message: `没有这本案卷：${value.file}` }];
	reader.tell(piece, missing);
	if (!file || missing.length > 0) return null;
	const changed = readFields(piece, { under: 'model', fields: value.model }, around);
	if (!changed) return null;
	const { document, level, minutes, photos, evidence, points, texts, guide } = value;
	const { place, case: facts, documents, industry } = file.body;
	const model = withoutBlanks({ ...documents[document], ...changed });
	const prefilled = readPrefilled(piece, model, around);
	if (!prefilled) return null;
	const body = {
		...{ document, level, minutes, photos, evidence, points, texts, guide, place, case: facts, prefilled, model },
		...{ file: file.id, industry: value.industry ?? industry, briefHtml: reader.html(piece, 'brief', value.brief) },
		related: Object.fromEntries(value.given.map((kind) => [kind, documents[kind]!]))
	};
	const { author, internalReview, legalReview, sources, asOf } = value;
	const whole = { ...body, author, internalReview, legalReview, sources, asOf };
	reader.tell(piece, findTaskFaults(whole, bookOf(content, place)!));
	reader.citeValues(piece, 'model', model);
	return pieceOf(piece, body, sha256(`${piece.source.digest} ${file.digest}`));
}

/** What the task names and nobody has. */
function findMissing(value: RawTaskPiece, { id, body }: PieceFile<'file'>, { guides }: Around): PieceFault[] {
	const kinds = Object.keys(body.documents);
	const own = kinds.indexOf(value.document);
	if (own < 0) return [{ field: 'document', message: `案卷 ${id} 里没有这种文书：${value.document}` }];
	const given = value.given.flatMap((kind, at) => {
		const place = kinds.indexOf(kind);
		if (place < 0) return [{ field: `given.${at}`, message: `案卷 ${id} 里没有这种文书：${kind}` }];
		return place < own ? [] : [{ field: `given.${at}`, message: `这份文书排在要写的文书之后：${kind}` }];
	});
	const guide = guides.find((one) => one.id === value.guide);
	if (value.guide === null || guide?.body.documents.includes(value.document)) return given;
	const message = guide ? `评分细则 ${guide.id} 不是为这种文书写的` : `没有这份评分细则：${value.guide}`;
	return [...given, { field: 'guide', message }];
}

/** A name of a field takes its value from the model; a field with a value of its own may be wrong on purpose. */
function readPrefilled(piece: OpenTask, model: Values, around: Around): Values | null {
	const { prefilled, document } = piece.value;
	const { shape } = around.content.documents.get(document)!;
	let all: Values | null = {};
	prefilled.forEach((one, at) => {
		const field = `prefilled.${at}`;
		if (typeof one !== 'string') {
			const own = readFields(piece, { under: field, fields: one }, around);
			all = own && all && { ...all, ...withoutBlanks(own) };
		} else if (!Object.hasOwn(shape.parts, one)) {
			around.reader.tell(piece, [{ field, message: `没有这个字段：${one}` }]);
		} else if (model[one] === undefined) {
			around.reader.tell(piece, [{ field, message: `范文没有填这个字段：${one}` }]);
		} else all = all && { ...all, [one]: model[one] };
	});
	return all;
}

interface RawFields {
	/** The field of the task under which their faults are told. */
	readonly under: string;
	readonly fields: unknown;
}

/** Fields as a draft of the kind has them. */
function readFields(piece: OpenTask, { under, fields }: RawFields, { reader, schemas }: Around): Values | null {
	const read = v.safeParse(schemas.draft, { document: piece.value.document, fields });
	if (read.success) return read.output.fields;
	const faults = faultsOf(read.issues);
	reader.tell(
		piece,
		faults.map(({ field, message }) => ({ field: field.replace(/^fields/, under), message }))
	);
	return null;
}

/** A field that an override leaves empty is not there. */
const withoutBlanks = (values: Values): Values =>
	Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

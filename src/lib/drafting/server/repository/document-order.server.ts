import type { PieceBody, PieceKind } from '../../domain/piece-bodies.ts';
import type { BodyOf } from '../../domain/piece-file.ts';
import type { Values } from '../../domain/path.ts';

/** The parts of a body that hold documents by kind, in the order of the file. */
const PARTS = ['documents', 'related'] as const;

type Packed = Record<string, unknown> & { order?: readonly string[] };

/** A jsonb column sorts the keys of an object in its own way, so the order of the documents is kept beside them. */
export function packBody(body: PieceBody): PieceBody {
	const plain = body as unknown as Packed;
	const documents = PARTS.map((part) => plain[part]).find((one) => isRecord(one));
	return (documents ? { ...plain, order: Object.keys(documents) } : plain) as unknown as PieceBody;
}

export function unpackBody<Kind extends PieceKind>(stored: PieceBody): BodyOf<Kind> {
	const { order = [], ...body } = stored as unknown as Packed;
	for (const part of PARTS) {
		const documents = body[part];
		if (isRecord(documents)) body[part] = Object.fromEntries(order.map((kind) => [kind, documents[kind]]));
	}
	return body as unknown as BodyOf<Kind>;
}

// A guide has a list under `documents`.
const isRecord = (value: unknown): value is Values =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

import { type Values } from './path.ts';
import type { RecordShape, Shape } from './shape.ts';

/** A long text of a document and where it stands: `f.findings[].fact`. */
export interface FreeText {
	readonly path: string;
	readonly text: string;
}

/** Every filled field with long text, those inside tables too. */
export function freeTextsOf(shape: RecordShape, values: Values): FreeText[] {
	return Object.entries(shape.parts).flatMap(([key, part]) => textsAt(part.shape, values[key], `f.${key}`));
}

function textsAt(shape: Shape, value: unknown, path: string): FreeText[] {
	if (value === undefined || value === null) return [];
	switch (shape.kind) {
		case 'scalar':
			return shape.scalar === 'text' && typeof value === 'string' ? [{ path, text: value }] : [];
		case 'enum':
			return [];
		case 'list':
			return Array.isArray(value) ? value.flatMap((item) => textsAt(shape.of, item, `${path}[]`)) : [];
		case 'record':
			return Object.entries(shape.parts).flatMap(([key, part]) =>
				textsAt(part.shape, (value as Values)[key], `${path}.${key}`)
			);
	}
}

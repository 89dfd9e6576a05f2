import type { Values } from './path.ts';
import type { RecordShape, Shape } from './shape.ts';

/** A free text of a document. */
export interface FreeText {
	/** `f.facts`, `f.findings[0].fact` */
	readonly path: string;
	/** The id of the field or part: what it is called in the data. */
	readonly id: string;
	readonly label: string;
	readonly text: string;
}

/** Every free text that is not empty, in the order of the form. */
export function* freeTexts({ parts }: RecordShape, values: Values, path = 'f'): Generator<FreeText> {
	for (const [id, { shape, label }] of Object.entries(parts)) {
		const value = values[id];
		if (value !== undefined && value !== null) yield* textsIn(shape, value, { path: `${path}.${id}`, id, label });
	}
}

function* textsIn(shape: Shape, value: unknown, at: Omit<FreeText, 'text'>): Generator<FreeText> {
	if (shape.kind === 'record') yield* freeTexts(shape, Object(value) as Values, at.path);
	else if (shape.kind === 'list') {
		for (const [index, item] of itemsOf(value).entries()) {
			yield* textsIn(shape.of, item, { ...at, path: `${at.path}[${index}]` });
		}
	} else if (shape.kind === 'scalar' && shape.scalar === 'text' && typeof value === 'string') {
		yield { ...at, text: value };
	}
}

const itemsOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

/** The ids of fields and parts that hold free text. */
export function* freeTextIds({ parts }: RecordShape): Generator<string> {
	for (const [id, { shape }] of Object.entries(parts)) {
		const leaf = shape.kind === 'list' ? shape.of : shape;
		if (leaf.kind === 'record') yield* freeTextIds(leaf);
		else if (leaf.kind === 'scalar' && leaf.scalar === 'text') yield id;
	}
}

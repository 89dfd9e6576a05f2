import type { Path, Values } from './path.ts';
import { valueAt } from './path.ts';
import type { Statute } from './statute.ts';

/** All that a check may look at. */
export interface Scope {
	/** The documents of the file by kind. */
	readonly documents: Readonly<Record<string, Values>>;
	readonly case: Values;
	readonly parameters: Readonly<Record<string, number>>;
	readonly statutes: ReadonlyMap<string, Statute>;
	/** Undefined when it is missing or empty. */
	valueOf(path: Path): unknown;
	/** What people call the place. */
	labelOf(path: Path): string;
	/** What people call a value there: 单位 for `unit`. */
	wordFor(path: Path, value: string): string;
	/** The Chinese title of a kind of document. */
	titleOf(document: string): string;
}

export type ScopeData = Omit<Scope, 'valueOf'> & { readonly fields: Values };

export function openScope(data: ScopeData): Scope {
	const { fields, documents, case: facts, parameters } = data;
	return {
		...data,
		valueOf: ({ space, document, steps }) => {
			switch (space) {
				case 'f':
					return valueAt(steps, fields);
				case 'd':
					return valueAt(steps, documents[document!]);
				case 'c':
					return valueAt(steps, facts);
				case 'p':
					return valueAt(steps, parameters);
			}
		}
	};
}

import type { Fields, Kind } from '../domain/manuscript.ts';

/** A guided skeleton to begin with. */
export interface Template {
	readonly id: string;
	readonly title: string;
	readonly fields: Fields;
}

const TEMPLATES: Readonly<Partial<Record<Kind, readonly Template[]>>> = {};

/** The skeletons of a kind, in the order in which they are offered. */
export const templatesOf = (kind: Kind): readonly Template[] => TEMPLATES[kind] ?? [];

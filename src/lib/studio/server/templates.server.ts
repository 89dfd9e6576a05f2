import type { Fields, Kind } from '../domain/manuscript.ts';
import { CASE_SKELETON, NEGATIVE_BODY, POSITIVE_BODY } from './case-skeletons.ts';

/** A guided skeleton to begin with; its hints have to be replaced (`domain/template.ts`). */
export interface Template {
	readonly id: string;
	readonly title: string;
	readonly fields: Fields;
}

const CASES: readonly Template[] = [
	{ id: 'negative-case', title: '反面案例', fields: { ...CASE_SKELETON, polarity: 'negative', body: NEGATIVE_BODY } },
	{
		...{ id: 'positive-case', title: '正面案例' },
		fields: { ...withoutDefects(), polarity: 'positive', well: '〔填：做得好的一处，一行一条〕', body: POSITIVE_BODY }
	}
];

/** A positive case has nothing that went wrong. */
function withoutDefects(): Fields {
	const { defects: _, ...rest } = CASE_SKELETON;
	return rest;
}

const TEMPLATES: Readonly<Partial<Record<Kind, readonly Template[]>>> = { case: CASES };

/** The skeletons of a kind, in the order in which they are offered. */
export const templatesOf = (kind: Kind): readonly Template[] => TEMPLATES[kind] ?? [];

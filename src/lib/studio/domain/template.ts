import type { FieldFault, Fields } from './manuscript.ts';

/** A hint stands between these and has to be replaced by what it asks for. */
const HINT = /〔填：([^〔〕]*)〕/g;

/** Hints of a template that stand in the text still, each with its line. */
export function findHints(fields: Fields): FieldFault[] {
	return Object.entries(fields).flatMap(([field, text]) =>
		text.split('\n').flatMap((line, index) =>
			[...line.matchAll(HINT)].map(([, hint]) => ({
				field,
				line: text.includes('\n') ? index + 1 : null,
				message: `模板提示未改：${hint}`
			}))
		)
	);
}

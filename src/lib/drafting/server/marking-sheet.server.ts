import { type Result, refuse } from '#lib/shared/result.ts';
import { keepKnown } from '../domain/marking/mark-sheet.ts';
import { type Material, labelsOf } from './marked-material.server.ts';
import type { Sheet } from './repository/marking-sheets.server.ts';

/** What the guide and the document know of a sheet that came in. */
export function readSheet({ guide, task }: Material, { levels, comments }: Sheet): Sheet {
	const labels = labelsOf(task.kind);
	return {
		levels: keepKnown(guide.body, levels),
		comments: comments.filter(({ path, text }) => Object.hasOwn(labels, path) && text !== '')
	};
}

/** Which criteria have no level yet. */
export function refuseOpen(missing: readonly { readonly id: string; readonly title: string }[]): Result<never> {
	const titles = missing.map(({ title }) => title).join('、');
	return refuse('incomplete', `还有 ${missing.length} 项没有评：${titles}。`, `level.${missing[0]!.id}`);
}

import type { Db } from '#db/connect.ts';
import type { DocumentKind } from '../domain/document-kind.ts';
import { PLACES } from '../domain/marking/combine-marks.ts';
import type { GivenSheet, GuideView } from '../domain/marking/marking-view.ts';
import type { GuideBody } from '../domain/piece-bodies.ts';
import type { StoredMarking } from './repository/marking-sheets.server.ts';
import { selectPiece } from './repository/pieces.server.ts';
import { type ReadyTask, taskOf } from './task-cache.server.ts';

/** What a document is marked against. */
export interface Material {
	readonly task: ReadyTask;
	readonly guide: { readonly title: string; readonly version: number; readonly body: GuideBody };
}

type Pinned = { readonly taskId: string; readonly taskVersion: number };
type PinnedGuide = Pick<StoredMarking, 'guideId' | 'guideVersion'>;

/** Task and guide in the versions that the document and its markers were given. */
export async function readMaterial(
	db: Db,
	{ taskId, taskVersion }: Pinned,
	{ guideId, guideVersion }: PinnedGuide
): Promise<Material> {
	const [task, guide] = await Promise.all([
		taskOf(db, taskId, taskVersion),
		selectPiece(db, 'guide', guideId, guideVersion)
	]);
	// A foreign key holds it.
	const { title, version, body } = guide!;
	return { task, guide: { title, version, body } };
}

export function guideView({ guide: { title, version, body } }: Material): GuideView {
	return { title, version, limit: body.limit, criteria: body.criteria };
}

/** What the fields of a document are called, by path; `f` = the document as a whole. */
export function labelsOf({ fields }: DocumentKind): Record<string, string> {
	return { f: '全篇', ...Object.fromEntries(fields.map(({ id, label }) => [`f.${id}`, label])) };
}

/** Sheets that were given, in order, without who gave them. */
export function givenSheets(list: readonly StoredMarking[]): GivenSheet[] {
	return list.flatMap(({ place, mark, levels, comments }) =>
		mark === null ? [] : [{ label: PLACES[place], mark, levels, comments }]
	);
}

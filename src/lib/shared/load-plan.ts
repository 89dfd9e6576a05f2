import type { ORIGINS, Provenance, STATUSES } from './piece.ts';

/** One stored version of a piece, without its text. */
export interface StoredVersion {
	readonly id: string;
	readonly version: number;
	readonly digest: string;
	readonly origin: keyof typeof ORIGINS;
	readonly status: keyof typeof STATUSES;
	/** Whether it is the one that is shown. */
	readonly isCurrent: boolean;
}

interface PieceFile {
	readonly id: string;
	readonly digest: string;
	readonly body: Provenance;
}

/**
 * What loading these files does: a new digest adds a version, published when both reviews are there and the studio has not
 * taken the piece over (else a draft proposal); a file that is gone withdraws its piece, one that is back brings it back.
 * @param stored every version of every piece, oldest first
 */
export function planLoad<File extends PieceFile>(files: readonly File[], stored: readonly StoredVersion[]) {
	const pieces = new Map<string, StoredVersion[]>();
	for (const row of stored) pieces.set(row.id, [...(pieces.get(row.id) ?? []), row]);
	const states = new Map([...pieces].map(([id, history]) => [id, stateOf(history)]));
	const fresh = files.filter(({ id, digest }) => states.get(id)?.fileDigest !== digest);
	const versions = fresh.map((file) => {
		const { newest = 0, isStudio = false } = states.get(file.id) ?? {};
		const isPublished = !isStudio && !!file.body.internalReview && !!file.body.legalReview;
		return { file, version: newest + 1, isPublished };
	});
	const ids = new Set(files.map(({ id }) => id));
	const restored = files.flatMap(({ id, digest }) => {
		const state = states.get(id);
		if (!state?.published || state.fileDigest !== digest || state.isStudio || state.isShown) return [];
		return [{ id, version: state.published }];
	});
	const gone = [...states].flatMap(([id, { isShown, isStudio }]) => (isShown && !isStudio && !ids.has(id) ? [id] : []));
	const added = fresh.filter(({ id }) => !states.has(id)).length;
	const report = {
		added,
		changed: fresh.length - added + restored.length,
		unchanged: files.length - fresh.length - restored.length,
		withdrawn: gone.length,
		proposals: fresh.filter(({ id }) => states.get(id)?.isStudio).map(({ id }) => id)
	};
	return { versions, restored, gone, report };
}

function stateOf(history: readonly StoredVersion[]) {
	const fromFile = history.filter(({ origin }) => origin === 'file');
	const published = fromFile.findLast(({ status }) => status === 'published')?.version ?? 0;
	return {
		newest: history.at(-1)!.version,
		fileDigest: fromFile.at(-1)?.digest,
		/** The newest published version that came from a file; 0 = none. */
		published,
		/** The studio wrote after that, or took the piece out: a file may only propose, however often it changes. */
		isStudio: history.some(
			({ origin, status, version }) => status === 'withdrawn' || (origin === 'studio' && version > published)
		),
		isShown: history.some(({ isCurrent }) => isCurrent)
	};
}

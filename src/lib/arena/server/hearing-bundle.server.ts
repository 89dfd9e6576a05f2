import type { Db } from '#db/connect.ts';
import { type BundleReader, type BundleView, bundleFor } from '../domain/bundle/bundle-view.ts';
import { caseFileOf } from '../domain/bundle/case-file-of.ts';
import { selectCurrent, selectVersion } from './repository/bundles.server.ts';

// For the use-cases of a hearing, which know who holds which seat: here nobody is asked.

/** What a hearing keeps of a bundle when it is scheduled; null = no such bundle is shown. */
export async function readCaseFile(db: Db, id: string): Promise<ReturnType<typeof caseFileOf> | null> {
	const bundle = await selectCurrent(db, id);
	return bundle && caseFileOf(bundle);
}

/** The bundle of a hearing, in the version that it was scheduled with, as the holder of a seat may have it. */
export async function readHearingBundle(
	db: Db,
	{ id, version }: { readonly id: string; readonly version: number },
	reader: BundleReader
): Promise<BundleView | null> {
	const bundle = await selectVersion(db, id, version);
	return bundle && bundleFor(bundle, reader);
}

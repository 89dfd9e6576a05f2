import type { Ctx } from '#lib/platform/ctx.server.ts';
import type { Citation } from '#lib/shared/citation.ts';
import type { BundleReader, BundleView } from '../../domain/bundle/bundle-view.ts';
import type { LawLine } from '../../domain/bundle/law-line.ts';
import type { Viewer } from '../../domain/hearing/event.ts';
import type { Seat } from '../../domain/hearing/role.ts';
import { readHearingBundle } from '../hearing-bundle.server.ts';
import { readLawLines } from '../law-entries.server.ts';
import { openStream } from './read-hearing.server.ts';

/** An article that may be hung on what somebody says. */
export interface CitableLaw extends LawLine {
	readonly citation: Citation;
}

export interface RoomFile {
	readonly view: BundleView;
	readonly law: readonly CitableLaw[];
}

/** As whom a seat reads the file. The nth seat for witnesses plays the nth card; null = only what is shown in court. */
function readerOf(viewer: Viewer, seat: Seat | null): BundleReader | null {
	if (seat?.role === 'witness') return { kind: 'witness', witness: seat.id };
	if (viewer === 'panel') return { kind: 'panel' };
	if (viewer === 'plaintiff' || viewer === 'defendant') return { kind: 'party', side: viewer };
	return viewer === 'room' || viewer === 'third' ? { kind: 'public' } : null;
}

const CARD = /^witness-([1-9])$/;

/** The case file of a hearing as whoever sits there may read it; null for the public and whoever may not look. */
export async function readRoomFile(ctx: Ctx, hearingId: string, token: string | null): Promise<RoomFile | null> {
	const looking = await openStream(ctx, hearingId, token);
	if (!looking.ok) return null;
	const { known, viewer, seat } = looking.value;
	const reader = readerOf(viewer, seat);
	if (!reader) return null;
	const view = await readHearingBundle(ctx.db, known.frame.file.bundle, reader);
	if (!view) return null;
	const cards = await cardOf(ctx, known.frame.file.bundle, { view, seat });
	const entries = view.open.lawPack;
	const lines = await readLawLines(ctx, view.open);
	const citationOf = ({ law, article, paragraph, item }: Citation): Citation => ({
		...{ law, article },
		...(paragraph === undefined ? {} : { paragraph }),
		...(item === undefined ? {} : { item })
	});
	return { view: cards, law: lines.map((line, place) => ({ ...line, citation: citationOf(entries[place]!.citation) })) };
}

/** The card that a witness plays. Whoever has not testified gets nothing else of the file than the own card. */
async function cardOf(
	ctx: Ctx,
	bundle: { readonly id: string; readonly version: number },
	{ view, seat }: { readonly view: BundleView; readonly seat: Seat | null }
): Promise<BundleView> {
	const place = Number(CARD.exec(seat?.id ?? '')?.[1] ?? 0);
	const witness = place === 0 ? undefined : view.open.witnesses[place - 1]?.id;
	if (view.kind !== 'witness' || witness === undefined) return view;
	return (await readHearingBundle(ctx.db, bundle, { kind: 'witness', witness })) ?? view;
}

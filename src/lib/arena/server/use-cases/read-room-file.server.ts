import type { Ctx } from '#lib/platform/ctx.server.ts';
import type { Citation } from '#lib/shared/citation.ts';
import { citationCode } from '../../domain/act-form.ts';
import type { Bundle, Witness } from '../../domain/bundle/bundle.ts';
import type { BundleReader, OpenBundle } from '../../domain/bundle/bundle-view.ts';
import type { LawLine } from '../../domain/bundle/law-line.ts';
import type { Viewer } from '../../domain/hearing/event.ts';
import type { Known } from '../known-hearing.server.ts';
import { readHearingBundle } from '../hearing-bundle.server.ts';
import { readLawLines } from '../law-entries.server.ts';
import { openStream } from './read-hearing.server.ts';

/** An article that may be hung on what somebody says. */
export interface CitableLaw extends LawLine {
	readonly citation: Citation;
}

/** The case file as somebody in the room may have it. */
export interface RoomFile {
	/** Null = a witness who has not testified knows the own card only. */
	readonly open: OpenBundle | null;
	/** For the panel. */
	readonly hidden: Pick<Bundle, 'defects' | 'odds' | 'issues' | 'complaintHtml' | 'answerHtml'> | null;
	/** For whoever plays a witness. */
	readonly card: Witness | null;
	readonly law: readonly CitableLaw[];
}

const READERS: Readonly<Record<Viewer, BundleReader>> = {
	...{ public: { kind: 'public' }, waiting: { kind: 'public' }, room: { kind: 'public' }, third: { kind: 'public' } },
	...{ plaintiff: { kind: 'party', side: 'plaintiff' }, defendant: { kind: 'party', side: 'defendant' } },
	panel: { kind: 'panel' }
};

/**
 * The case file of a hearing as whoever sits there may read it; for the public the names of the articles that were cited, and
 * nothing else. Null for whoever may not look.
 */
export async function readRoomFile(ctx: Ctx, hearingId: string, token: string | null): Promise<RoomFile | null> {
	const looking = await openStream(ctx, hearingId, token);
	if (!looking.ok) return null;
	const { known, viewer, seat } = looking.value;
	const { bundle } = known.frame.file;
	const view = await readHearingBundle(ctx.db, bundle, READERS[viewer]);
	if (!view) return null;
	if (viewer === 'public')
		return { open: null, hidden: null, card: null, law: await readCitedLaw(ctx, view.open, known) };
	const witness = witnessOf(view.open, seat?.id ?? '');
	const played = witness === null ? null : await readHearingBundle(ctx.db, bundle, { kind: 'witness', witness });
	const card = played?.kind === 'witness' ? played.card : null;
	if (viewer === 'waiting') return { open: null, hidden: null, card, law: [] };
	const law = await readLaw(ctx, view.open);
	return { open: view.open, hidden: view.kind === 'panel' ? hiddenOf(view.hidden) : null, card, law };
}

async function readLaw(ctx: Ctx, open: OpenBundle): Promise<CitableLaw[]> {
	const lines = await readLawLines(ctx, open);
	return lines.map((line, place) => ({ ...line, citation: plain(open.lawPack[place]!.citation) }));
}

/** What was cited aloud, as far as the public has heard it. */
async function readCitedLaw(ctx: Ctx, open: OpenBundle, { hearing }: Known): Promise<CitableLaw[]> {
	const cited = new Set(hearing.court.lines.flatMap(({ citations }) => citations.map(citationCode)));
	return (await readLaw(ctx, open)).filter(({ citation }) => cited.has(citationCode(citation)));
}

const hiddenOf = ({ defects, odds, issues, complaintHtml, answerHtml }: Bundle) => ({
	...{ defects, odds, issues, complaintHtml, answerHtml }
});

/** The nth seat for witnesses plays the nth card. */
function witnessOf({ witnesses }: OpenBundle, seatId: string): string | null {
	const place = /^witness-([1-9])$/.exec(seatId)?.[1];
	return place === undefined ? null : (witnesses[Number(place) - 1]?.id ?? null);
}

const plain = ({ law, article, paragraph, item }: Citation): Citation => ({
	...{ law, article },
	...(paragraph === undefined ? {} : { paragraph }),
	...(item === undefined ? {} : { item })
});

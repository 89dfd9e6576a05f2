import type { RequestEvent } from '@sveltejs/kit';
import type { answerCheckpoint, decideInCase } from '#lib/cases/server/use-cases/answer-gate.server.ts';
import type { readCase } from '#lib/cases/server/use-cases/read-case.server.ts';
import type {
	AfterView,
	BlockView,
	GatePassed,
	SectionView,
	Segment,
	StudyView,
	TextView,
	TimelineView
} from '#lib/cases/ui/case-views.ts';
import CaseFoot from '#lib/cases/ui/CaseFoot.svelte';
import CaseHead from '#lib/cases/ui/CaseHead.svelte';
import CaseNav from '#lib/cases/ui/CaseNav.svelte';
import CaseText from '#lib/cases/ui/CaseText.svelte';
import CheckpointAnswered from '#lib/cases/ui/CheckpointAnswered.svelte';
import DecideAnswered from '#lib/cases/ui/DecideAnswered.svelte';
import Judgement from '#lib/cases/ui/Judgement.svelte';
import RelatedCases from '#lib/cases/ui/RelatedCases.svelte';
import { keepJoined, keepPart, renderPart, showPart } from '#lib/platform/server-part.server.ts';
import type { KeptText } from '#lib/platform/kept-text.server.ts';
import type { Area } from '#lib/shared/piece.ts';

type Read = Extract<Awaited<ReturnType<typeof readCase>>, { ok: true }>['value'];
type Answered = Extract<Awaited<ReturnType<typeof answerCheckpoint>>, { ok: true }>['value'];
type Decided = Extract<Awaited<ReturnType<typeof decideInCase>>, { ok: true }>['value'];

// Beside the route, because only routes may know both what a room's server reads and what its ui shows (decision 0053).

/** A version of a case, as far as it is open to whoever reads it. */
interface Reading {
	readonly study: Pick<StudyView, 'id' | 'version' | 'asOf'>;
	readonly blocks: readonly BlockView[];
	readonly isReader: boolean;
}

/** The case as its page shows it: everything that waits for nobody is rendered here, and kept where it is the same for all. */
export function partsOfCase(event: RequestEvent, page: Read) {
	const { study, timeline, after, hidden, isReader, place, basisNote } = page;
	const { id, title, version } = study;
	const keep = keeperOf(study);
	return {
		...{ id, title, version, hidden, isReader, place, basisNote },
		head: showPart(
			event,
			keep('head', () => renderPart(CaseHead, { study }))
		),
		foot: showPart(
			event,
			keep('foot', () => renderPart(CaseFoot, { study }))
		),
		nav: showPart(event, navOf(page, timeline)),
		segments: segmentsOf(event, page, 0),
		after: after && partsAfter(event, page, after)
	};
}

/** What an answer changes on the page. */
export function partsPassed(event: RequestEvent, passed: Answered | Decided): GatePassed {
	const { study, isReader, checkpoint, at, hidden, opens, timeline, after } = passed;
	const feedback = 'feedback' in passed ? passed.feedback : null;
	const comparison = 'comparison' in passed ? passed.comparison : null;
	const gate = passed.blocks[at]!;
	const blocks: readonly BlockView[] = passed.blocks.with(
		at,
		gate.kind === 'checkpoint'
			? { ...gate, answered: feedback }
			: gate.kind === 'decide'
				? { ...gate, answered: comparison }
				: gate
	);
	const reading = { study, blocks, isReader };
	return {
		...{ checkpoint, hidden },
		gate: segmentsOf(event, { ...reading, blocks: blocks.slice(0, at + 1) }, at)[0]!,
		opened: segmentsOf(event, reading, opens),
		nav: timeline && showPart(event, navOf(reading, timeline)),
		after: after && partsAfter(event, reading, after)
	};
}

const keeperOf =
	({ id, version }: Reading['study']) =>
	(what: string, html: () => string) =>
		keepPart(`case ${id} ${version} ${what}`, html);

function navOf({ study, blocks }: Reading, timeline: TimelineView): KeptText {
	const name = `nav ${blocks.length} ${timeline.entries.length}`;
	return keeperOf(study)(name, () => renderPart(CaseNav, { blocks, timeline }));
}

function partsAfter(event: RequestEvent, { study }: Reading, after: NonNullable<Read['after']>): AfterView {
	const { judgement, practice, related } = after;
	const shown = judgement && keeperOf(study)('judgement', () => renderPart(Judgement, { judgement }));
	return {
		judgement: shown && showPart(event, shown),
		practice,
		related: related.length > 0 ? showPart(event, relatedPart(study, related)) : null
	};
}

type Related = NonNullable<Read['after']>['related'];

function relatedPart(study: Reading['study'], related: Related): KeptText {
	const name = related.map(({ id, progress, basisNote }) => [id, progress?.answered, basisNote]);
	return keeperOf(study)(`related ${JSON.stringify(name)}`, () => renderPart(RelatedCases, { related }));
}

const isOpenGate = (block: BlockView) =>
	(block.kind === 'checkpoint' || block.kind === 'decide') && block.answered === null;

/** Runs of text and answered gates, and the gates that wait. @param from number of the first block */
function segmentsOf(event: RequestEvent, reading: Reading, from: number): Segment[] {
	const { blocks } = reading;
	const numbers = blocks.filter(({ kind }) => kind === 'checkpoint');
	const segments: Segment[] = [];
	for (let at = from; at < blocks.length;) {
		const block = blocks[at]!;
		if (!isOpenGate(block)) {
			const gate = blocks.findIndex((one, index) => index > at && isOpenGate(one));
			const to = gate === -1 ? blocks.length : gate;
			segments.push({ kind: 'text', at, part: showPart(event, joined(piecesOf(reading, at, to))) });
			at = to;
			continue;
		}
		if (block.kind === 'checkpoint') {
			segments.push({ kind: 'checkpoint', at, number: numbers.indexOf(block) + 1, checkpoint: block });
		} else if (block.kind === 'decide') segments.push({ kind: 'decide', at, place: block });
		at++;
	}
	return segments;
}

const isKept = (piece: KeptText | string): piece is KeptText => typeof piece !== 'string';

/** One text of all; kept unless something in it is of one reader only. */
function joined(pieces: readonly (KeptText | string)[]): KeptText | string {
	if (pieces.every(isKept)) return keepJoined(pieces);
	return pieces.map((piece) => (isKept(piece) ? piece.text : piece)).join('');
}

/** Text is the same for everybody who has come as far, an answered question for everybody who answered it so. */
function piecesOf(reading: Reading, from: number, to: number): (KeptText | string)[] {
	const { study, blocks, isReader } = reading;
	const keep = keeperOf(study);
	const pieces: (KeptText | string)[] = [];
	for (let at = from; at < to;) {
		const block = blocks[at]!;
		if (block.kind === 'decide') {
			const { answered } = block;
			if (answered) pieces.push(placed(at, renderPart(DecideAnswered, { place: { ...block, answered }, isReader })));
			at++;
		} else if (block.kind === 'checkpoint') {
			pieces.push(answeredPiece(reading, at));
			at++;
		} else {
			const first = at;
			const run: (TextView | SectionView)[] = [];
			for (; at < to; at++) {
				const one = blocks[at]!;
				if (one.kind !== 'html' && one.kind !== 'section') break;
				run.push(one);
			}
			const html = () => renderPart(CaseText, { blocks: run, first, asOf: study.asOf, places: placesOf(blocks) });
			pieces.push(keep(`text ${first} ${at} ${blocks.length}`, html));
		}
	}
	return pieces;
}

function answeredPiece({ study, blocks }: Reading, at: number): KeptText | string {
	const block = blocks[at]!;
	if (block.kind !== 'checkpoint' || !block.answered) return '';
	const { answered } = block;
	const number = blocks.slice(0, at + 1).filter(({ kind }) => kind === 'checkpoint').length;
	const html = () => {
		return placed(at, renderPart(CheckpointAnswered, { checkpoint: { ...block, answered }, number, on: study.asOf }));
	};
	if (answered.repeated) return html();
	return keeperOf(study)(`answer ${at} ${block.items} ${JSON.stringify(answered.given)}`, html);
}

const placed = (at: number, html: string) => `<div id="p${at}" data-block="${at}">${html}</div>`;

function placesOf(blocks: readonly BlockView[]): ReadonlyMap<Area, readonly number[]> {
	const places = new Map<Area, number[]>();
	for (const [at, block] of blocks.entries())
		if (block.kind === 'html') for (const area of block.areas) places.set(area, [...(places.get(area) ?? []), at]);
	return places;
}

import { mayRun } from '#lib/identity/domain/permissions.ts';
import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import { readPeople } from '#lib/identity/server/use-cases/directory.server.ts';
import type { Ctx, SignedIn } from '#lib/platform/ctx.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { dayOf, daysBetween } from '#lib/shared/time.ts';
import { type DeskFilter } from '../../domain/desk-filter.ts';
import { type DeskLine, WAITS, waitedWords, waitingFor } from '../../domain/desk.ts';
import { KINDS } from '../../domain/manuscript.ts';
import { ACTS, OPEN_STATES, STATES, type State } from '../../domain/workflow.ts';
import { pieceKinds } from '../kinds.server.ts';
import * as desk from '../repository/desk.server.ts';
import { personOf } from '../standing.server.ts';
import { templatesOf } from '../templates.server.ts';

/** Lines of a page of the list. */
const PAGE = 20;

/** What waits for this person first, then what they wrote, then everything that fits the filter. */
export async function readDesk(ctx: Ctx, filter: DeskFilter) {
	const me = authorisePerson(ctx, 'studio.readManuscripts');
	const [open, page, counts, writers, proposals] = await Promise.all([
		desk.selectOpenRows(me.db),
		desk.selectPage(me.db, filter, PAGE),
		desk.countStates(me.db, filter),
		desk.selectWriters(me.db),
		readProposals(me)
	]);
	const people = await readPeople(me, writers);
	const nameOf = (id: string) => people.get(id)?.name ?? '';
	const line = (row: desk.ListedRow) => lineOf(row, nameOf, dayOf(me.now));
	const waiting = waitingFor(open, personOf(me.actor));
	const waitingIds = new Set(waiting.map(({ id }) => id));
	const mine = open.filter(({ authors, id }) => authors.includes(me.actor.personId) && !waitingIds.has(id));
	const total = filter.state
		? (counts.get(filter.state) ?? 0)
		: [...counts.values()].reduce((sum, one) => sum + one, 0);
	return {
		waiting: waiting.map((row) => ({ ...line(row), wait: WAITS[row.wait] })),
		mine: mine.map(line),
		all: { filter, lines: page.map(line), total, pages: Math.max(1, Math.ceil(total / PAGE)) },
		states: (Object.keys(STATES) as State[]).map((key) => ({ key, label: STATES[key], count: counts.get(key) ?? 0 })),
		writers: writers.map((id) => ({ id, name: nameOf(id) })).sort((a, b) => a.name.localeCompare(b.name, 'zh')),
		proposals,
		...{
			mayWrite: mayRun(me.actor, 'studio.writeManuscripts'),
			mayTrain: mayRun(me.actor, 'drafting.readMarkingFigures'),
			kinds: offers()
		},
		/** For the form that begins one: a double click begins it once. */
		freshId: newId(me.now)
	};
}

function lineOf(row: desk.ListedRow, nameOf: (id: string) => string, today: string): DeskLine {
	const { id, kind, title, state, stateSince, savedAt, authors, lastAct, lastReason, openComments, basedOn } = row;
	const isOpen = OPEN_STATES.includes(state);
	return {
		...{ id, title, kind, kindLabel: KINDS[kind], state, stateLabel: STATES[state], openComments, basedOn },
		authors: authors.map(nameOf).join('、'),
		lastStep: ACTS[lastAct].label,
		reason: lastReason,
		saved: dayOf(savedAt),
		waited: isOpen && state !== 'draft' ? waitedWords(daysBetween(dayOf(stateSince), today)) : null
	};
}

/** What can be begun, with the skeletons that there are. */
const offers = () =>
	pieceKinds().map(({ kind }) => {
		const templates = templatesOf(kind).map(({ id, title }) => ({ id, title }));
		return { kind, label: KINDS[kind], templates };
	});

/** Files that changed while the studio owns their pieces, and that nobody has opened yet. */
async function readProposals(ctx: SignedIn) {
	const kinds = pieceKinds();
	const [lists, taken] = await Promise.all([
		Promise.all(kinds.map((one) => one.proposals(ctx))),
		desk.selectTakenUp(ctx.db)
	]);
	const isTaken = (kind: string, id: string, version: number) =>
		taken.some((one) => one.kind === kind && one.pieceId === id && one.proposal === version);
	return kinds.flatMap(({ kind }, index) =>
		lists[index]!.filter(({ id, version }) => !isTaken(kind, id, version)).map(({ id, version, title, at }) => {
			return { kind, kindLabel: KINDS[kind], pieceId: id, version, title, day: dayOf(at) };
		})
	);
}

import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import { readBureauName, readOfficers, readPeople } from '#lib/identity/server/use-cases/directory.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { type Result, ok } from '#lib/shared/result.ts';
import { clockOf as wallClock, dayOf } from '#lib/shared/time.ts';
import { failuresOf } from '../../domain/awards/eligibility.ts';
import { CONTESTS, HONOUR_KINDS, describeHonour } from '../../domain/awards/honour.ts';
import { honourTitle } from '../../domain/awards/notice.ts';
import { decisionSheet, noticeSheet } from '../../domain/awards/official-text.ts';
import { type Run, STAGES, clockFor, nextToPublicise, nomineesIn, scoresOf, stageOf } from '../../domain/awards/run.ts';
import { ACTS } from '../../domain/awards/step.ts';
import { TERMS, termsOf } from '../../domain/awards/term.ts';
import { type Viewer, nameOf, partOf, viewNominee, viewObjection } from '../award-view.server.ts';
import { type KnownRun, NO_RUN, knowRun } from '../known-run.server.ts';
import { readCardsOf } from '../nominee-cards.server.ts';
import * as awards from '../repository/awards.server.ts';

export type AwardView = Extract<Awaited<ReturnType<typeof readAward>>, { ok: true }>['value'];

/** One selection for whoever is signed in: why it went as it did, and what this person can do now. */
export async function readAward(ctx: Ctx, id: string) {
	const me = authorisePerson(ctx, 'ranking.readAwards');
	const known = await knowRun(ctx, id);
	if (!known) return NO_RUN;
	const { run } = known;
	const [people, cards] = await Promise.all([readPeople(ctx, peopleIn(known)), readCardsOf(ctx, run)]);
	const viewer: Viewer = { me, known, people: new Map([...people, ...cards]) };
	const part = partOf(viewer);
	const scores = scoresOf(run);
	const head = headOf(known);
	const speaks = head.stage === 'nominating' && part.speaksFor(me.actor.unitPath);
	const mayNominate = speaks && run.honour.kind === 'person';
	const draft = part.seat && !part.seat.sheet ? await awards.selectDraft(ctx.db, id, me.actor.personId) : null;
	return ok({
		...{ ...head, mayRun: part.mayRun, mayNominate, mayDissent: speaks },
		nominees: sorted(run, scores).map((one) => viewNominee(viewer, one, scores)),
		passedOver: passedOverOf(viewer),
		panel: run.panel.map(({ reviewerId, sheet }) => ({
			...{ id: reviewerId, name: nameOf(viewer, reviewerId), hasSigned: sheet !== null }
		})),
		/** The own sheet, or what was kept of it; nobody else's. */
		own: part.seat && {
			...{ isSigned: part.seat.sheet !== null, sheet: part.seat.sheet ?? draft?.sheet ?? null },
			savedAt: draft && wallClock(draft.savedAt)
		},
		objections: run.objections.map((one) => viewObjection(viewer, one)),
		next: nextToPublicise(run),
		terms: termsOf(run, dayOf(ctx.now)).map(({ what, ...term }) => ({ ...term, what: TERMS[what] })),
		record: known.steps.map(({ number, act, on, personId }) => ({
			number,
			act: ACTS[act],
			on,
			by: signerOf(viewer, act, personId)
		})),
		colleagues: mayNominate ? await colleaguesOf(ctx, viewer) : []
	});
}

/** What the selection is: the same for everybody. */
function headOf({ id, run }: KnownRun) {
	const { honour, cycle, places, openedOn, number, publishedOn, signer, lapsed, draw } = run;
	const { kind, criteria, extremes, panel } = honour;
	const stage = stageOf(run);
	return {
		...{ id, title: honourTitle(honour.name, cycle), cycle, stage, stageLabel: STAGES[stage], kind, places },
		...{ openedOn, number, publishedOn, signer, lapsed, draw, criteria, extremes, panelSize: panel.size },
		contestants: `${run.officers} ${CONTESTS[kind].counted}`,
		rule: describeHonour(honour)
	};
}

/** Whoever stood high enough and was not proposed, and why. */
const passedOverOf = (viewer: Viewer) =>
	viewer.known.run.passedOver.map(({ officerId, figure, checks }) => ({
		...{ name: nameOf(viewer, officerId), rank: figure?.rank ?? null },
		reasons: failuresOf(checks).map(({ reason }) => reason)
	}));

/** Who wrote an objection or a remark stays with those who look into it, in the record too. */
const signerOf = (viewer: Viewer, act: string, personId: string) =>
	['object', 'verify', 'dissent'].includes(act) ? null : nameOf(viewer, personId);

function peopleIn({ run, steps }: KnownRun): string[] {
	const all = [...steps.map(({ personId }) => personId), ...run.panel.map(({ reviewerId }) => reviewerId)];
	return [...new Set(all)];
}

/** By place once there are marks, else by rank on the board. */
function sorted(run: Run, scores: ReturnType<typeof scoresOf>) {
	const placeOf = (id: string) => scores?.find(({ nomineeId }) => nomineeId === id)?.place ?? Infinity;
	return [...run.nominees].sort(
		(left, right) =>
			placeOf(left.officerId) - placeOf(right.officerId) ||
			(left.figure?.rank ?? 999) - (right.figure?.rank ?? 999) ||
			0
	);
}

/** Officers whom the actor's unit could nominate. */
async function colleaguesOf(ctx: Ctx, { me, known }: Viewer) {
	const officers = await readOfficers(ctx);
	const listed = new Set(known.run.nominees.map(({ officerId }) => officerId));
	const part = partOf({ me, known });
	return officers
		.filter(({ id, unitPath }) => !listed.has(id) && part.speaksFor(unitPath))
		.map(({ id, name, unitName }) => ({ id, name, unitName }));
}

/** 公示稿 or 决定 as it is printed and sent as Word; refused while there is nothing to tell. */
export async function readAwardDocument(ctx: Ctx, id: string, kind: string) {
	authorisePerson(ctx, 'ranking.readAwards');
	const known = await knowRun(ctx, id);
	if (!known) return NO_RUN;
	const { run } = known;
	const what = run.honour.kind === 'person' ? '人员' : HONOUR_KINDS[run.honour.kind];
	const facts = { honour: honourTitle(run.honour.name, run.cycle), bureau: await readBureauName(ctx), what };
	if (kind === 'decision' && run.publishedOn && run.number && run.signer) {
		const people = nomineesIn(run, 'published').flatMap(({ notice }) => notice ?? []);
		if (people.length === 0) return NO_RUN;
		const decided = { number: run.number, on: run.publishedOn, signer: run.signer };
		return ok({ id, kind, name: `${facts.honour}决定`, sheet: decisionSheet({ ...facts, people }, decided) });
	}
	const open = nomineesIn(run, 'publicity', 'confirmed', 'published');
	const clock = open[0] && clockFor(run, open[0]);
	if (kind !== 'notice' || !clock?.lastDay) return NO_RUN;
	const term = { from: open[0]!.noticedOn!, lastDay: clock.lastDay, explanation: clock.explanation.join('；') };
	const people = open.flatMap(({ notice }) => notice ?? []);
	return ok({ id, kind, name: `${facts.honour}公示`, sheet: noticeSheet({ ...facts, people }, term) });
}

/** The certificate of one person, to be printed; refused unless it is published. */
export async function readCertificate(ctx: Ctx, id: string, nomineeId: string): Promise<Result<Certificate>> {
	authorisePerson(ctx, 'ranking.readAwards');
	const known = await knowRun(ctx, id);
	const found = known && (await awards.selectCertificate(ctx.db, id, nomineeId));
	if (!found?.code || !found.number || !found.publishedOn) return NO_RUN;
	const { name, unitName, honour, cycle, state, number, publishedOn, code } = found;
	const bureau = await readBureauName(ctx);
	return ok({
		name,
		unitName,
		title: honourTitle(honour, cycle),
		isRevoked: state === 'revoked',
		number,
		publishedOn,
		code,
		bureau
	});
}
export interface Certificate {
	readonly name: string;
	readonly unitName: string;
	readonly title: string;
	readonly isRevoked: boolean;
	readonly number: string;
	readonly publishedOn: string;
	readonly code: string;
	readonly bureau: string;
}

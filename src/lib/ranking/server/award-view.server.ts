import { mayRun } from '#lib/identity/domain/permissions.ts';
import type { PersonCard } from '#lib/identity/server/use-cases/directory.server.ts';
import type { SignedIn } from '#lib/platform/ctx.server.ts';
import { dayOf } from '#lib/shared/time.ts';
import { type Check, CHECKS } from '../domain/awards/eligibility.ts';
import { reasonsFor } from '../domain/awards/proposal.ts';
import type { PanelScore } from '../domain/awards/panel-scores.ts';
import {
	type Nominee,
	NOMINEE_STATES,
	type Objection,
	clockFor,
	nextToPublicise,
	readyToConfirm
} from '../domain/awards/run.ts';
import { FINDINGS } from '../domain/awards/step.ts';
import { whyMayNotVerify } from '../domain/awards/take-publicity.ts';
import type { KnownRun } from './known-run.server.ts';

/** Who looks at a selection: everything below asks this first. */
export interface Viewer {
	readonly me: SignedIn;
	readonly known: KnownRun;
	readonly people: ReadonlyMap<string, PersonCard>;
}

export const nameOf = ({ people }: Pick<Viewer, 'people'>, id: string) => people.get(id)?.name ?? '（已离任）';

/** What this person may do here. */
export function partOf({ me, known: { run } }: Pick<Viewer, 'me' | 'known'>) {
	const { actor } = me;
	const seat = run.panel.find(({ reviewerId }) => reviewerId === actor.personId) ?? null;
	return {
		seat: mayRun(actor, 'ranking.fillAwardSheets') ? seat : null,
		mayRun: mayRun(actor, 'ranking.runAwards'),
		mayVerify: mayRun(actor, 'ranking.verifyObjections'),
		speaksFor: (unitPath: string) => mayRun(actor, 'ranking.speakForUnit', { unitPath })
	};
}

const viewCheck = ({ id, passed, reason, source }: Check) => ({ label: CHECKS[id], passed, reason, source });

/** One nominee with figures, checks, marks and where the publicity stands. */
export function viewNominee(viewer: Viewer, one: Nominee, scores: readonly PanelScore[] | null) {
	const { me, known, people } = viewer;
	const { run } = known;
	const person = people.get(one.officerId);
	const score = scores?.find(({ nomineeId }) => nomineeId === one.officerId);
	const clock = clockFor(run, one);
	const part = partOf(viewer);
	const isMe = one.officerId === me.actor.personId;
	return {
		...{ id: one.officerId, name: person?.name ?? '（已离任）', unitName: person?.unitName ?? '', isMe },
		...{ state: one.state, label: NOMINEE_STATES[one.state], deeds: one.notice?.deeds ?? one.deeds },
		...{ evidence: one.evidence, reason: one.reason, code: one.code, rank: one.figure?.rank ?? null },
		isProposed: one.nominatedBy === null,
		reasons: one.figure ? reasonsFor(one.figure, run.cycle) : ['单位推荐；本期没有达到上榜的参与下限。'],
		checks: one.checks.map(viewCheck),
		/** What units said against the proposal, for whoever has to answer it and for whoever said it. */
		dissents: one.dissents
			.filter(({ personId }) => part.mayRun || personId === me.actor.personId)
			.map(({ reason, on, evidence, personId }) => ({ reason, on, evidence, by: nameOf(viewer, personId) })),
		dissentCount: one.dissents.length,
		score: score ? viewScore(score) : null,
		clock: clock && { lastDay: clock.lastDay, explanation: clock.explanation },
		mayDescribe: person !== undefined && part.speaksFor(person.unitPath),
		isNext: nextToPublicise(run).includes(one.officerId),
		isReady: readyToConfirm(run, dayOf(me.now)).includes(one.officerId)
	};
}

const viewScore = ({ totals, mean, place, isShortlisted, tie }: PanelScore) => ({
	...{ mean: (mean / 100).toFixed(2), place, isShortlisted, tie },
	totals: totals.map(({ tenths, isDropped }) => ({ text: (tenths / 10).toFixed(1), isDropped }))
});

/**
 * Objections for whoever may know them: those who may look into them read who wrote what; whoever wrote one reads the own one;
 * everybody else, the nominee and the panel too, only learns that there is one and what came of it.
 */
export function viewObjection(viewer: Viewer, one: Objection) {
	const { me, known } = viewer;
	const part = partOf(viewer);
	const isMine = one.personId === me.actor.personId;
	const hasSat = [...known.run.panel.map(({ reviewerId }) => reviewerId), ...known.run.relieved];
	const isBarred = one.nomineeId === me.actor.personId || hasSat.includes(me.actor.personId);
	const knows = isMine || (part.mayVerify && !isBarred);
	return {
		...{ id: one.id, about: nameOf(viewer, one.nomineeId), on: one.on, decidedOn: one.decidedOn },
		outcome: one.outcome && FINDINGS[one.outcome],
		by: knows ? nameOf(viewer, one.personId) : null,
		reason: knows ? one.reason : null,
		evidence: knows ? one.evidence : [],
		/** The answer is for everybody once it is decided; before that for those who look into it. */
		findings: one.findings
			.filter(() => one.outcome !== null || (knows && !isMine))
			.map(({ finding, reason, on, personId }) => ({
				...{ finding: FINDINGS[finding], reason, on },
				by: part.mayRun ? nameOf(viewer, personId) : null
			})),
		mayVerify: part.mayVerify && whyMayNotVerify(known.run, one, me.actor.personId) === null,
		whyNot: part.mayVerify ? whyMayNotVerify(known.run, one, me.actor.personId) : null
	};
}

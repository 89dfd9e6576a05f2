import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { type AwardCycle } from './award-cycle.ts';
import { failuresOf, isEligible } from './eligibility.ts';
import type { Honour } from './honour.ts';
import { type Proposed, reasonsFor } from './proposal.ts';
import { type Nominee, type Run, stageOf } from './run.ts';
import { MOST_DEEDS, type Step } from './step.ts';

const CLOSED = refuse('nominations-closed', '推荐和意见在资格审查以前提出，现在已经审查。');
export const NO_NOMINEE = refuse('no-such-nominee', '名单里没有这个人。');

function toNominee(one: Proposed, given: Pick<Nominee, 'nominatedBy' | 'deeds' | 'evidence'>): Nominee {
	return {
		...{ ...one, ...given, state: 'proposed', dissents: [], reason: '' },
		...{ notice: null, noticedOn: null, code: null, publishedOn: null, revokedOn: null }
	};
}

/** The first state: who is proposed, with the figures as deeds until the unit writes better ones. */
export function open({ detail, personId, on }: Step<'open'>, frame: { honour: Honour; cycle: AwardCycle }): Run {
	const deedsOf = ({ figure }: Proposed) => (figure ? reasonsFor(figure, frame.cycle).slice(0, 2).join('') : '');
	return {
		...{ ...frame, openedBy: personId, openedOn: on, places: detail.places, officers: detail.officers },
		passedOver: detail.passedOver,
		nominees: detail.nominees.map((one) => toNominee(one, { nominatedBy: null, deeds: deedsOf(one), evidence: [] })),
		...{ qualifiedOn: null, draw: null, panel: [], relieved: [], objections: [], steps: 1 },
		...{ signer: null, confirmedOn: null, number: null, publishedOn: null, lapsed: null }
	};
}

/** One nominee changed. */
export const withNominee = (run: Run, id: string, change: (one: Nominee) => Partial<Nominee>): Run => ({
	...run,
	nominees: run.nominees.map((one) => (one.officerId === id ? { ...one, ...change(one) } : one))
});

export const findNominee = (run: Run, id: string) => run.nominees.find(({ officerId }) => officerId === id);

function checkDeeds(deeds: string): Result<null> {
	if (deeds.trim() === '') return refuse('no-deeds', '写明事迹。', 'deeds');
	if (deeds.length > MOST_DEEDS)
		return refuse('too-long', `事迹不超过 ${MOST_DEEDS} 字，现在是 ${deeds.length} 字。`, 'deeds');
	return ok(null);
}

export function nominate(run: Run, { detail, personId }: Step<'nominate'>): Result<Run> {
	const { nominee, deeds, evidence } = detail;
	if (stageOf(run) !== 'nominating') return CLOSED;
	if (findNominee(run, nominee.officerId)) {
		return refuse('nominated', '这个人已经在名单里，可以直接给他补充事迹。', 'officerId');
	}
	if (!isEligible(nominee.checks)) {
		return refuse(
			'not-eligible',
			failuresOf(nominee.checks)
				.map(({ reason }) => reason)
				.join('；') + '。',
			'officerId'
		);
	}
	const sound = checkDeeds(deeds);
	if (!sound.ok) return sound;
	const added = toNominee(nominee, { nominatedBy: personId, deeds, evidence });
	return ok({ ...run, nominees: [...run.nominees, added] });
}

export function describe(run: Run, { detail }: Step<'describe'>): Result<Run> {
	const { nomineeId, deeds, evidence } = detail;
	if (stageOf(run) !== 'nominating') return CLOSED;
	if (!findNominee(run, nomineeId)) return NO_NOMINEE;
	const sound = checkDeeds(deeds);
	return sound.ok ? ok(withNominee(run, nomineeId, () => ({ deeds, evidence }))) : sound;
}

export function dissent(run: Run, { detail, personId, on }: Step<'dissent'>): Result<Run> {
	const { nomineeId, reason, evidence } = detail;
	if (stageOf(run) !== 'nominating') return CLOSED;
	const nominee = findNominee(run, nomineeId);
	if (!nominee) return NO_NOMINEE;
	if (nominee.officerId === personId) return refuse('oneself', '对本人不用提意见；不愿参评的，请告诉督导。', 'reason');
	const earlier = nominee.dissents.find((one) => one.personId === personId);
	if (earlier) return refuse(earlier.reason === reason ? 'same' : 'repeated', '你已经对他提过意见。', 'reason');
	if (reason.trim() === '') return refuse('no-reason', '写明意见和理由。', 'reason');
	return ok(
		withNominee(run, nomineeId, () => ({ dissents: [...nominee.dissents, { personId, on, reason, evidence }] }))
	);
}

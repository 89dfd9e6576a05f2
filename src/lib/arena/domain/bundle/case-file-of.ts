import type { Bundle } from './bundle.ts';
import { areaOf } from './sub-issues.ts';

/**
 * The part of a bundle that the rules of a hearing read: exhibits with what rules ask of them, and nothing that is hidden.
 * It is what a hearing keeps when it is scheduled, so that a later version of the bundle changes no hearing.
 */
export function caseFileOf({ id, version, title, act, claims, exhibits, issues }: Bundle) {
	return {
		bundle: { id, version },
		title,
		decisionDay: act.decidedOn,
		exhibits: exhibits.map((one) => ({
			...{ id: one.id, number: Number(one.id.slice(1)), side: one.side, kind: one.form, title: one.title },
			...{ proves: one.proves, gatheredOn: one.gatheredOn, weaknesses: one.weak },
			isOriginal: !one.weak.includes('copy'),
			origin: one.gatheredOn > act.decidedOn ? ('after-decision' as const) : ('investigation' as const)
		})),
		mayMediate: issues.some(({ sub }) => areaOf(sub) === 'discretion'),
		claim: claims.some((one) => one.includes('确认') && one.includes('无效'))
			? ('confirm-void' as const)
			: ('revoke' as const),
		touchesThirdParty: false,
		isReconsiderationUpheld: false
	};
}

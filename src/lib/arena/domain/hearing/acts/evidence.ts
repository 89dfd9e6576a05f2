import { type ActRules, type Situation, inOpenCourt } from '../act-rule.ts';
import { refuseRuling } from '../admission.ts';
import type { Detail } from '../act.ts';
import { type Exhibit, exhibitById } from '../case-file.ts';
import { type Examined, type Hearing, UNEXAMINED, examinedOf, partiesPresent } from '../hearing.ts';
import { roleName } from '../procedure.ts';
import { type HearingRefusal, decline, forbid } from '../refusal.ts';
import { type Party, partyOf } from '../role.ts';
import { isRefused, ownExhibit } from './filing.ts';

function change(hearing: Hearing, exhibitId: string, given: Partial<Examined>): Hearing {
	const examined = { ...(hearing.court.exhibits[exhibitId] ?? UNEXAMINED), ...given };
	return inOpenCourt(hearing, { exhibits: { ...hearing.court.exhibits, [exhibitId]: examined } });
}

/** Whoever bears the burden shows its evidence first (R1); the order is that of the stage. */
function refuseOrder({ hearing, frame, stage }: Situation, party: Party): HearingRefusal | null {
	const here = partiesPresent(hearing);
	const before = stage!.order.slice(0, Math.max(0, stage!.order.indexOf(party)));
	const first = before.find((one) => here.includes(one) && !hearing.court.rested.includes(one));
	if (!first) return null;
	const who = roleName(frame.procedure, first);
	return forbid('R1', 'burden', `举证由${who}先开始，${who}举证完毕以后才轮到你方。`);
}

function refuseOffer(situation: Situation, { exhibitId, proves, issueIds }: Detail<'offer'>): HearingRefusal | null {
	const { hearing } = situation;
	const found = ownExhibit(situation, exhibitId);
	if (isRefused(found)) return found;
	if (examinedOf(hearing, exhibitId).offered) return decline('offered', '这份证据已经出示。', 'exhibitId');
	// Taken up again, the investigation is open to everybody.
	const isFirstTime = hearing.course.stage?.visit === 1;
	if (isFirstTime && hearing.court.rested.includes(found.side))
		return decline('rested', '你方已经声明举证完毕。', 'exhibitId');
	if (proves.trim() === '') return decline('no-purpose', '写明用它证明什么。', 'proves');
	if (issueIds.some((id) => !hearing.court.issues.some((issue) => issue.id === id))) {
		return decline('no-issue', '没有这个争议焦点。', 'issueIds');
	}
	return refuseUnfiled(situation, found) ?? refuseOrder(situation, found.side);
}

/** What the defendant has not filed is no evidence (R1), unless it was allowed to supplement (R3). */
function refuseUnfiled({ hearing, frame }: Situation, exhibit: Exhibit): HearingRefusal | null {
	const isBound = frame.procedure.filing !== null && exhibit.side === 'defendant';
	const isSupplement = examinedOf(hearing, exhibit.id).supplement?.granted === true;
	if (!isBound || isSupplement || hearing.docket.filed[exhibit.id]) return null;
	return forbid('R1', 'not-filed', '这份证据没有在举证期限内提交，视为没有；可以申请补充。');
}

function refuseOpposition({ hearing, frame, seat }: Situation, detail: Detail<'oppose'>): HearingRefusal | null {
	const exhibit = exhibitById(frame, detail.exhibitId);
	const { offered, ruling, oppositions } = examinedOf(hearing, detail.exhibitId);
	if (!exhibit || !offered) return decline('not-offered', '这份证据还没有出示。', 'exhibitId');
	if (exhibit.side === partyOf(seat)) return decline('yours', '对己方的证据不质证。', 'exhibitId');
	if (ruling) return decline('ruled', '这份证据已经认证。', 'exhibitId');
	if (oppositions.some(({ party }) => party === partyOf(seat)))
		return decline('opposed', '你方已经发表过质证意见。', 'exhibitId');
	const isSilent = detail.properties.length > 0 && detail.text.trim() === '';
	return isSilent ? decline('no-text', '围绕所选的属性写明意见。', 'text') : null;
}

function refuseAnswer(situation: Situation, { exhibitId, text }: Detail<'respond'>): HearingRefusal | null {
	const found = ownExhibit(situation, exhibitId);
	if (isRefused(found)) return found;
	const { oppositions, ruling } = examinedOf(situation.hearing, exhibitId);
	if (oppositions.length === 0) return decline('not-opposed', '对方还没有发表质证意见。', 'exhibitId');
	if (ruling) return decline('ruled', '这份证据已经认证。', 'exhibitId');
	return text.trim() === '' ? decline('no-text', '写明回应。', 'text') : null;
}

export const evidenceActs: ActRules<'offer' | 'rest' | 'oppose' | 'respond' | 'rule-evidence'> = {
	offer: {
		refuse: refuseOffer,
		// Whoever has not read the file learns from the event what it is.
		complete: ({ frame }, detail) => {
			const { number, title, side } = exhibitById(frame, detail.exhibitId)!;
			return { ...detail, number, title, side };
		},
		apply: (hearing, { actor, role, detail: { exhibitId, proves, issueIds, number = 0, title = '' } }) => {
			const offered = { by: actor, side: role as Party, number, title, proves, issueIds };
			return change(hearing, exhibitId, { offered });
		}
	},
	rest: {
		refuse: (situation) => {
			const party = partyOf(situation.seat)!;
			if (situation.hearing.court.rested.includes(party)) return decline('rested', '已经声明举证完毕。');
			return refuseOrder(situation, party);
		},
		apply: (hearing, { role }) => inOpenCourt(hearing, { rested: [...hearing.court.rested, role as Party] })
	},
	oppose: {
		refuse: refuseOpposition,
		apply: (hearing, { role, detail: { exhibitId, ...said } }) =>
			change(hearing, exhibitId, {
				oppositions: [...examinedOf(hearing, exhibitId).oppositions, { party: role as Party, ...said }]
			})
	},
	respond: {
		refuse: refuseAnswer,
		apply: (hearing, { role, detail: { exhibitId, text } }) =>
			change(hearing, exhibitId, {
				answers: [...examinedOf(hearing, exhibitId).answers, { party: role as Party, text }]
			})
	},
	'rule-evidence': {
		refuse: refuseRuling,
		apply: (hearing, { detail: { exhibitId, ruling, reason, exclusion, supports } }) =>
			change(hearing, exhibitId, { ruling: { ruling, reason, exclusion, supports } })
	}
};

import { type ActRules, inOpenCourt } from '../act-rule.ts';
import { decline } from '../refusal.ts';
import { type Party, partyOf } from '../role.ts';
import { seatById } from '../hearing.ts';

export const mediationActs: ActRules<'offer-terms' | 'answer-terms'> = {
	'offer-terms': {
		refuse: (_, { text }) => (text.trim() === '' ? decline('empty', '写下方案。', 'text') : null),
		apply: (hearing, { seq, actor, detail: { text } }) =>
			inOpenCourt(hearing, { terms: [...hearing.court.terms, { id: seq, by: actor, text, answers: [] }] })
	},
	'answer-terms': {
		refuse: ({ hearing, seat }, { terms, accepts, reason }) => {
			const offer = hearing.court.terms.find(({ id }) => id === terms);
			const party = partyOf(seat);
			if (!offer || party === null) return decline('no-terms', '没有这个方案。');
			if (partyOf(seatById(hearing, offer.by)) === party) return decline('yours', '这是你方的方案。');
			if (offer.answers.some((one) => one.party === party)) return decline('answered', '你方已经回应。');
			return !accepts && reason.trim() === '' ? decline('no-reason', '写明不同意的理由。', 'reason') : null;
		},
		apply: (hearing, { role, detail: { terms, accepts } }) =>
			inOpenCourt(hearing, {
				terms: hearing.court.terms.map((one) =>
					one.id === terms ? { ...one, answers: [...one.answers, { party: role as Party, accepts }] } : one
				)
			})
	}
};

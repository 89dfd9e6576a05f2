import { AREAS } from '#lib/shared/piece.ts';
import { type ActRules, inOpenCourt } from '../act-rule.ts';
import { decline } from '../refusal.ts';
import { type Party, partyOf } from '../role.ts';

const POINT = /^[A-E]([1-9]|10)$/;
const LETTERS = Object.keys(AREAS);

/** The area that a point of the catalogue belongs to: A facts … E discretion. */
const areaOf = (point: string): string | undefined => LETTERS[point.charCodeAt(0) - 'A'.charCodeAt(0)];

export const issueActs: ActRules<'raise-issue' | 'confirm-issues'> = {
	'raise-issue': {
		refuse: ({ hearing }, { issueId, area, point, text }) => {
			if (text.trim() === '') return decline('empty', '写下焦点。', 'text');
			if (!POINT.test(point) || areaOf(point) !== area) return decline('point', '焦点的类别和分点对不上。', 'point');
			const isTwice = hearing.court.issues.some(({ id }) => id === issueId);
			return isTwice || issueId.trim() === '' ? decline('taken', '这个焦点已经列出。', 'issueId') : null;
		},
		apply: (hearing, { actor, detail: { issueId, ...issue } }) =>
			// What was confirmed before was another list.
			inOpenCourt(hearing, { issues: [...hearing.court.issues, { id: issueId, by: actor, ...issue }], confirmed: [] })
	},
	'confirm-issues': {
		refuse: ({ hearing, seat }) => {
			if (hearing.court.issues.length === 0) return decline('no-issues', '还没有列出争议焦点。');
			const isTwice = hearing.court.confirmed.includes(partyOf(seat)!);
			return isTwice ? decline('confirmed', '你方已经确认。') : null;
		},
		apply: (hearing, { role }) => inOpenCourt(hearing, { confirmed: [...hearing.court.confirmed, role as Party] })
	}
};

import type { Situation } from './act-rule.ts';
import type { Detail } from './act.ts';
import { isAgreed, isExamined } from './agreed.ts';
import { type Exhibit, exhibitById } from './case-file.ts';
import { EXCLUSIONS } from './evidence.ts';
import { examinedOf } from './hearing.ts';
import { type HearingRefusal, decline, forbid } from './refusal.ts';

type Bar = (situation: Situation, exhibit: Exhibit, detail: Detail<'rule-evidence'>) => HearingRefusal | null;

const isSupplement: (situation: Situation, exhibit: Exhibit) => boolean = ({ hearing }, { id }) =>
	examinedOf(hearing, id).supplement?.granted === true;

const found: Bar = (_, __, { exclusion }) => {
	if (exclusion === null) return null;
	const { label, rule } = EXCLUSIONS[exclusion];
	return forbid(rule, 'excluded', `认定${label}的证据不能采信，也不能部分采信。`);
};

const unexamined: Bar = ({ hearing, frame }, exhibit) =>
	isExamined(hearing, exhibit) || isAgreed(hearing, frame, exhibit.id)
		? null
		: forbid('R6', 'unexamined', '没有出示，或者对方还没有发表质证意见，也没有在交换时一致认可，不能采信。');

/** The defendant's proof must have been there when it decided, and must have been filed in time. */
const gatheredLater: Bar = (situation, exhibit) => {
	if (exhibit.side !== 'defendant' || isSupplement(situation, exhibit)) return null;
	const isLater = exhibit.origin === 'after-decision' || exhibit.gatheredOn > situation.frame.file.decisionDay;
	if (!isLater || exhibit.origin.startsWith('reconsideration')) return null;
	return forbid('R3', 'after-decision', '这份证据在作出决定以后才收集，又没有准许补充，不能用来证明决定合法。');
};

const fromReconsideration: Bar = (situation, exhibit) => {
	if (exhibit.side !== 'defendant') return null;
	if (exhibit.origin === 'reconsideration-bureau' && !isSupplement(situation, exhibit)) {
		return forbid('R8', 'bureau-later', '原机关在复议中补充的证据，不能证明原决定合法。');
	}
	const isBody = exhibit.origin === 'reconsideration-body';
	if (!isBody || situation.frame.file.isReconsiderationUpheld) return null;
	return forbid('R8', 'body-alone', '复议机关收集的证据，只有在它维持原决定、作为共同被告时才可以采信。');
};

const notFiled: Bar = (situation, exhibit) => {
	const { frame, hearing } = situation;
	if (frame.procedure.filing === null || exhibit.side !== 'defendant' || isSupplement(situation, exhibit)) return null;
	const filed = hearing.docket.filed[exhibit.id];
	if (!filed) return forbid('R1', 'not-filed', '被告没有在举证期限内提交这份证据，视为没有。');
	if (!filed.isLate || filed.reason.trim() !== '') return null;
	return forbid('R1', 'late', '这份证据逾期提交又没有理由，视为没有。');
};

const defaulted: Bar = ({ hearing, frame }, { id, side }) => {
	if (hearing.course.absences[side] !== 'default' || frame.procedure.defaulting === 'examined') return null;
	if (isAgreed(hearing, frame, id)) return null;
	return forbid('R6', 'defaulted', '被告无正当理由不到庭，它的证据除交换时没有争议的以外，不能采信。');
};

const weakAlone: Bar = ({ hearing }, { id, weaknesses }, { ruling, supports }) => {
	if (ruling !== 'admitted' || weaknesses.length === 0) return null;
	const carries = (other: string) => {
		const given = examinedOf(hearing, other).ruling;
		return other !== id && given !== null && given.ruling !== 'refused';
	};
	if (supports.some(carries)) return null;
	return forbid('R9', 'weak-alone', '这份证据不能单独定案：写明用哪一份已经采信的证据印证，或者只部分采信。');
};

const BARS: readonly Bar[] = [found, unexamined, notFiled, gatheredLater, fromReconsideration, defaulted, weakAlone];

/** Why an exhibit may not be ruled on so: what bars its admission, by the rules in their order. */
export function refuseRuling(situation: Situation, detail: Detail<'rule-evidence'>): HearingRefusal | null {
	const { hearing, frame } = situation;
	const exhibit = exhibitById(frame, detail.exhibitId);
	if (!exhibit) return decline('no-exhibit', '案卷里没有这份证据。', 'exhibitId');
	if (examinedOf(hearing, exhibit.id).ruling) return decline('ruled', '这份证据已经认证。', 'exhibitId');
	if (detail.reason.trim() === '') return decline('no-reason', '采信、不采信都要写明理由。', 'reason');
	if (detail.ruling === 'refused') return null;
	for (const bar of BARS) {
		const refusal = bar(situation, exhibit, detail);
		if (refusal) return refusal;
	}
	return null;
}

import type { Area } from '#lib/shared/piece.ts';
import type { EvidenceKind, Exhibit } from './case-file.ts';
import { WEAKNESSES } from './case-file.ts';
import type { RuleId } from './rules.ts';

export interface Advice {
	readonly rule: RuleId;
	readonly text: string;
}

const OTHERS: readonly EvidenceKind[] = ['document', 'recording', 'testimony'];
/** What R10 puts above what; of other pairs it says nothing. */
const ABOVE: Readonly<Partial<Record<EvidenceKind, readonly EvidenceKind[]>>> = {
	'official-document': ['document'],
	'expert-opinion': OTHERS,
	inquest: OTHERS
};

const isAbove = (left: Exhibit, right: Exhibit): boolean => ABOVE[left.kind]?.includes(right.kind) ?? false;

/** Which of two exhibits about the same fact weighs more as a rule: below zero = the left one, 0 = the rule says nothing. A guide, never a ruling. */
export function compareWeight(left: Exhibit, right: Exhibit): number {
	const byKind = Number(isAbove(right, left)) - Number(isAbove(left, right));
	return byKind !== 0 ? byKind : Number(right.isOriginal) - Number(left.isOriginal);
}

/** What the panel is reminded of about an exhibit; it decides itself. */
export function adviceOnExhibit(exhibit: Exhibit): Advice[] {
	const weak = exhibit.weaknesses.map((one) => ({ rule: 'R9' as const, text: `${WEAKNESSES[one]}，不能单独定案。` }));
	const copy: Advice[] = exhibit.isOriginal ? [] : [{ rule: 'R10', text: '不是原件、原物，证明力低于原件、原物。' }];
	const least: Advice[] = OTHERS.includes(exhibit.kind)
		? [{ rule: 'R10', text: '证明力一般低于鉴定意见、现场笔录和勘验笔录。' }]
		: [];
	return [...weak, ...copy, ...least];
}

/** What speakers are reminded of about an issue. */
export function adviceOnIssue(area: Area): Advice[] {
	if (area === 'discretion') {
		return [{ rule: 'R12', text: '审查的是合法性：要么论证明显不当，要么请求变更处罚。' }];
	}
	if (area === 'law') return [{ rule: 'R13', text: '以法律、法规为依据，规章写“参照”，规范性文件可以请求一并审查。' }];
	return [];
}

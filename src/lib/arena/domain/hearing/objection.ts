/** Grounds of an objection, and the penalty that a sustained one carries. */
export const GROUNDS = {
	leading: { label: '诱导性提问', penalty: null },
	insulting: { label: '侮辱、威胁', penalty: 'insult' },
	irrelevant: { label: '与本案无关', penalty: null },
	'new-evidence': { label: '辩论中提出新证据', penalty: 'new-evidence' },
	'out-of-turn': { label: '未经准许发言', penalty: null },
	misquote: { label: '引用法条或者案卷不实', penalty: 'misquote' },
	repetitive: { label: '重复发言', penalty: null }
} as const;
export type Ground = keyof typeof GROUNDS;

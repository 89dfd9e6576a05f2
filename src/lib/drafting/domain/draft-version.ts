/** Why a state of a draft was kept. */
export const VERSION_REASONS = {
	auto: '自动保存',
	kept: '手动存为版本',
	check: '检查时',
	restore: '恢复之前',
	submit: '提交'
} as const;
export type VersionReason = keyof typeof VERSION_REASONS;

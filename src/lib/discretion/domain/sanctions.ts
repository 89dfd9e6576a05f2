/**
 * Sanctions beside the fine. `hearing` = the party must be told of the right to a hearing whatever the fine is.
 * @law 行政处罚法 第六十三条
 */
export const SANCTIONS = {
	suspend_operation: { label: '责令停产停业整顿', hearing: true },
	stop_construction: { label: '责令停止建设', hearing: false },
	stop_construction_or_suspend: { label: '责令停止建设或者停产停业整顿', hearing: true },
	stop_activity: { label: '责令停止生产、经营或活动', hearing: false },
	revoke_licence: { label: '吊销许可证或资质', hearing: true },
	revoke_qualification: { label: '吊销个人资格', hearing: true },
	suspend_or_revoke_qualification: { label: '暂停或吊销个人资格', hearing: true },
	suspend_or_revoke_licence: { label: '暂扣或吊销许可证', hearing: true },
	confiscate_income: { label: '没收违法所得', hearing: false },
	confiscate_goods: { label: '没收非法财物', hearing: false },
	dismissal: { label: '撤职处分', hearing: false },
	demotion_or_dismissal: { label: '降级、撤职处分', hearing: false },
	ban_5y: { label: '五年行业禁入或任职限制', hearing: true },
	ban_lifetime: { label: '终身禁入', hearing: true },
	detention_15d: { label: '15日以下拘留（公安机关决定）', hearing: false },
	closure: { label: '提请政府关闭', hearing: true }
} as const;
/** Orders that accompany a penalty or come before it, and are none themselves. */
export const MERE_ORDERS: readonly string[] = ['stop_construction', 'stop_activity'];
export type SanctionCode = keyof typeof SANCTIONS;

export interface Sanction {
	readonly code: SanctionCode;
	/** False = only under `condition`. */
	readonly mandatory: boolean;
	/** Whom it meets, as the provision says it. */
	readonly target: string;
	readonly condition?: string | undefined;
}

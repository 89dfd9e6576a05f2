import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { type Role, ROLES } from './roles.ts';

/** Changes that one person alone may not make, for they concern an administrator, a supervisor or an auditor. */
export const REQUEST_KINDS = {
	grant: '授予',
	end: '结束',
	deactivate: '停用账号',
	'reset-password': '重设初始密码'
} as const;
export type RequestKind = keyof typeof REQUEST_KINDS;

export const REQUEST_VERDICTS = {
	confirmed: '已确认',
	rejected: '未同意',
	withdrawn: '已撤回',
	expired: '已过期'
} as const;
export type RequestVerdict = keyof typeof REQUEST_VERDICTS;

/** What a person can say to a request; that it has expired says the clock. */
export type Decision = Exclude<RequestVerdict, 'expired'>;

export const REQUEST_DAYS = 7;
export const LEAST_REASON = 4;

export const expiryOf = (requestedAt: Date): Date => new Date(requestedAt.getTime() + REQUEST_DAYS * 86_400_000);

/** A request as far as the decision needs to know it. */
export interface OpenRequest {
	readonly personId: string;
	readonly requestedBy: string;
	readonly expiresAt: Date;
	readonly verdict: RequestVerdict | null;
}

/** Who decides, how, and whether they are a second person (`secondPersons`) of this request. */
export interface Deciding {
	readonly by: string;
	readonly decision: Decision;
	readonly reason: string;
	readonly isSecondPerson: boolean;
}

/** Judges a decision on a request. It refuses a second one, one that comes too late, and everybody who is not a second person. */
export function judgeDecision(request: OpenRequest, given: Deciding, now: Date): Result<null> {
	if (request.verdict !== null)
		return refuse('already-decided', `这项申请${REQUEST_VERDICTS[request.verdict]}，不能再决定。`);
	if (request.expiresAt <= now)
		return refuse('expired', `申请超过 ${REQUEST_DAYS} 天没有人确认，已经过期，请重新提出。`);
	if (given.decision === 'withdrawn')
		return given.by === request.requestedBy ? ok(null) : refuse('not-own', '只有提出的人能撤回。');
	if (given.by === request.requestedBy) return refuse('own-request', '自己提出的由另一个人确认。');
	if (given.by === request.personId) return refuse('about-oneself', '关于本人的变更由别人确认。');
	if (!given.isSecondPerson) return refuse('not-second', '这项申请由别人确认。');
	if (given.decision === 'rejected' && [...given.reason.trim()].length < LEAST_REASON)
		return refuse('no-reason', '写明为什么不同意，至少四个字。', 'reason');
	return ok(null);
}

/** `授予 督导`, `停用账号` */
export const describeRequest = ({ kind, role }: { readonly kind: RequestKind; readonly role: Role | null }): string =>
	role === null ? REQUEST_KINDS[kind] : `${REQUEST_KINDS[kind]}${ROLES[role]}`;

import { ROLES, UNIT_KINDS } from '#lib/identity/domain/roles.ts';

/** One line of what an entry says: a value, or what it was and what it became. */
export interface DetailLine {
	readonly label: string;
	/** Only of a change. */
	readonly from?: string;
	readonly to: string;
}

const LABELS: Readonly<Record<string, string>> = {
	...{
		name: '姓名或名称',
		account: '账号',
		unitId: '单位',
		parentId: '上级单位',
		roles: '角色',
		role: '角色',
		kind: '种类',
		reason: '理由'
	},
	...{ address: '地址', device: '设备', failed: '没有成功', others: '其他登录', signOut: '主动退出', number: '第几次' },
	...{ value: '值', needsSecond: '要第二个人确认', source: '依据', sourceOn: '依据日期', state: '状态', step: '处理' },
	...{ digest: '摘要', root: '总摘要', rows: '条数', entries: '条数', months: '保留月数', faults: '出入', seal: '封' },
	...{ bytes: '字节', about: '类别', effectiveFrom: '起用日', version: '版本', outcome: '结果', answer: '答复' },
	...{ filter: '条件', year: '年份', days: '天数', hash: '最后一封的摘要', newest: '最近的一条', hour: '所在的小时' }
};
const labelOf = (key: string) => LABELS[key] ?? key;

/** Keys that the log keeps in place of words. */
const WORDS: Readonly<Record<string, string>> = { ...ROLES, ...UNIT_KINDS };

const say = (value: unknown): string => {
	if (value === null || value === undefined || value === '') return '（空）';
	if (typeof value === 'boolean') return value ? '是' : '否';
	if (Array.isArray(value)) return value.map(say).join('、') || '（空）';
	return typeof value === 'string' ? (WORDS[value] ?? value) : JSON.stringify(value);
};
const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * What an entry says, line by line: `before` beside `after` (or `value`), field by field where both are records; the rest as it is.
 */
export function describeDetail(detail: Readonly<Record<string, unknown>>): DetailLine[] {
	if (!('before' in detail))
		return Object.entries(detail).map(([key, value]) => ({ label: labelOf(key), to: say(value) }));
	const { before, ...others } = detail;
	const key = 'after' in others ? 'after' : 'value';
	const { [key]: after, ...rest } = others;
	return [...changesOf(before, after), ...describeDetail(rest)];
}

function changesOf(before: unknown, after: unknown): DetailLine[] {
	if (!isRecord(before) && !isRecord(after)) return [{ label: labelOf('value'), from: say(before), to: say(after) }];
	const [from, to] = [before, after].map((one) => (isRecord(one) ? one : {})) as [
		Record<string, unknown>,
		Record<string, unknown>
	];
	const keys = [...new Set([...Object.keys(from), ...Object.keys(to)])];
	return keys
		.filter((key) => JSON.stringify(from[key]) !== JSON.stringify(to[key]))
		.map((key) => ({ label: labelOf(key), from: say(from[key]), to: say(to[key]) }));
}

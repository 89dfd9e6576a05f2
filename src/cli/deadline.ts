import { COUNTING_RULES, findCountingRule, shortNameOf } from '#lib/shared/counting-rules.ts';
import { UNITS, formatLength } from '#lib/shared/deadline.ts';
import { type Asked, type StatutoryDeadline, deadlineUnder } from '#lib/shared/statutory-deadline.ts';
import { formatDay, formatWeekday, isDay, isMoment } from '#lib/shared/time.ts';
import { type Arguments, type Fault, MalformedInput, type Output } from './command.ts';

export const name = 'deadline';
export const summary = '按一部法的算法计算期限的最后一日，说明跳过的每一天';
export const usage = '--start T --length N --unit day|workday|naturalday|month|hour --law NAME [--roll|--no-roll]';
export const options = {
	start: { type: 'string', help: '起算日 2026-09-16；按小时计算时写到分钟 2026-09-16T09:30' },
	length: { type: 'string', help: '期限的数字，如 15' },
	unit: { type: 'string', help: 'day＝该法所称的“日”；workday、naturalday 指定算法；month、hour' },
	law: { type: 'string', help: '法规全称或简称，如 行政处罚法' },
	roll: { type: 'boolean', help: '最后一日是休息日的，顺延' },
	'no-roll': { type: 'boolean', help: '最后一日是休息日也不顺延；都不写则按该法和本平台口径' }
} as const;

/** A century of days: beyond it something was mistyped. */
const LONGEST = 36_525;
const UNIT_NAMES = ['day', ...Object.keys(UNITS)] as Asked['unit'][];

export async function run({ values, positionals }: Arguments, io: Output): Promise<void> {
	const asked = readArguments(values, positionals);
	const deadline = deadlineUnder(asked);
	for (const line of describe(asked, deadline)) io.out(line);
	io.json(deadline);
}

function readArguments(values: Arguments['values'], positionals: readonly string[]): Asked {
	const faults: Fault[] = [];
	const text = (option: string) => (typeof values[option] === 'string' ? values[option].trim() : '');
	const fault = (field: string, message: string) => void faults.push({ file: name, line: 0, field, message });
	if (positionals.length > 0) fault('', `多余的参数：${positionals.join(' ')}`);
	const unit = UNIT_NAMES.find((one) => one === text('unit'));
	if (!unit) fault('--unit', `应为：${UNIT_NAMES.join('、')}`);
	const start = text('start');
	if (unit === 'hour' ? !isMoment(start) : !isDay(start) && !isMoment(start)) {
		const form = unit === 'hour' ? '按小时计算要写到分钟，如 2026-09-16T09:30' : '写作 2026-09-16，且是真实存在的日子';
		fault('--start', `读不出“${start}”：${form}`);
	}
	const length = /^\d{1,5}$/.test(text('length')) ? Number(text('length')) : 0;
	if (length < 1 || length > LONGEST) fault('--length', `应为 1 到 ${LONGEST} 的整数`);
	const rule = findCountingRule(text('law'));
	if (!rule) fault('--law', `没有“${text('law')}”的算法；可用：${COUNTING_RULES.map(shortNameOf).join('、')}`);
	if (values['roll'] && values['no-roll']) fault('--roll', '--roll 和 --no-roll 只能写一个');
	if (faults.length > 0 || !unit || !rule) throw new MalformedInput(faults);
	const rolls = values['roll'] ? true : values['no-roll'] ? false : null;
	return { start, length, unit, rule, rolls };
}

function* describe({ length }: Asked, { lastDay, end, unit, skipped, reasons, warnings }: StatutoryDeadline) {
	const until = end ? `${formatDay(lastDay)} ${end.slice(11)}` : `${formatDay(lastDay)}（${formatWeekday(lastDay)}）`;
	yield `最后${end ? '时刻' : '一日'}：${until}，${formatLength(length, unit)}`;
	for (const { text, source } of reasons) yield `  ${text}——${source}`;
	for (const { date, why } of skipped) yield `  跳过 ${date}　${why}`;
	for (const warning of warnings) yield `注意：${warning}`;
}

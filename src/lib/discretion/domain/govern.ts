import { type Day, formatDay } from '#lib/shared/time.ts';
import type { Notes, Refused, RuleBook } from './decision.ts';
import type { ViolationInput } from './decision-input.ts';
import type { Provision } from './provision.ts';
import { validityOn } from './validity.ts';

const SOURCE = '行政处罚法第三十七条';

/** The rules that govern an act, or why none may be computed from. */
export type Governing = { readonly rules: readonly Provision[] } | { readonly refused: Refused };

/**
 * Law in time: the law on the day the act ended; of an act that goes on, the law on the day of decision. Refuses what is
 * superseded, not yet in force, unverified or a mere pointer.
 * @law 行政处罚法 第三十七条
 */
export function governingRules(
	violation: ViolationInput,
	{ book, decidedOn }: { book: RuleBook; decidedOn: Day },
	{ reasons, warnings }: Notes
): Governing {
	const day = violation.actEndedOn ?? decidedOn;
	const say = (outcome: string, text: string) =>
		reasons.push({ violation: violation.id, step: '法律适用', outcome, text, source: SOURCE });
	const all = violation.candidates.map((id) => book.provisions.get(id)!);
	const states = all.map((rule) => ({ rule, ...validityOn(rule, day, book.frame.supersessions) }));
	const ended = states.find(({ state }) => state === 'ended');
	if (ended) {
		const text = `行为终了日${formatDay(day)}，${ended.rule.id}已不适用：${ended.sentence}`;
		return refusal('superseded', text);
	}
	const current = states.filter(({ state }) => state === 'in-force').map(({ rule }) => rule);
	for (const { rule, sentence } of states.filter(({ state }) => state === 'not-yet')) {
		say('不适用', `${rule.id}：${sentence}`);
	}
	if (current.length === 0) {
		return refusal('not-in-force', `行为终了日${formatDay(day)}，所列罚则都还没有施行：${states[0]!.sentence}`);
	}
	const unverified = current.find(({ verified }) => !verified);
	if (unverified) return refusal('unverified', `${unverified.id}的数额没有对照官方文本，不得据以计算罚款。`);
	const rules = current.filter(({ scorable }) => scorable);
	if (rules.length === 0) {
		return refusal('not-scorable', `${current[0]!.id}自身没有可计算的罚款：${current[0]!.notes ?? '属指引或机制条款'}`);
	}
	for (const { id } of current.filter(({ scorable }) => !scorable)) say('不计', `${id}是指引或机制条款，不据以罚款。`);
	say(
		'适用',
		`行为${violation.actEndedOn ? `终了于${formatDay(day)}` : '仍在继续，按决定之日的法'}，适用：${rules.map(({ id }) => id).join('、')}。`
	);
	warnings.push(...rules.filter(({ valid }) => valid.to !== null && valid.to < decidedOn).map(lighterLaw));
	return { rules };
}

const lighterLaw = ({ id }: Provision) =>
	`${id}在作出决定时已被取代：从旧兼从轻，要核对新法是否处罚较轻或不再处罚（行政处罚法第三十七条）；此处假定新法不更轻。`;

const refusal = (code: string, text: string): Governing => ({ refused: { code, text, source: SOURCE } });

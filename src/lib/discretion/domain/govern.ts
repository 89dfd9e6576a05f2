import { type Day, formatDay } from '#lib/shared/time.ts';
import type { Notes, Refused, RuleBook } from './decision.ts';
import type { ViolationInput } from './decision-input.ts';
import type { Provision } from './provision.ts';
import { stateOn, validityOn } from './validity.ts';

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
	const sentenceOf = (rule: Provision) => validityOn(rule, day, book.frame.supersessions).sentence;
	const when = violation.actEndedOn === null ? `行为仍在继续，按${formatDay(day)}的法` : `行为终了于${formatDay(day)}`;
	const ended = all.find(({ valid }) => stateOn(valid, day) === 'ended');
	if (ended) return refusal('superseded', `${when}，${ended.id}已不适用：${sentenceOf(ended)}`);
	const current = all.filter(({ valid }) => stateOn(valid, day) === 'in-force');
	for (const rule of all) if (!current.includes(rule)) say('不适用', `${rule.id}：${sentenceOf(rule)}`);
	if (current.length === 0) return refusal('not-in-force', `${when}，所列罚则都还没有施行：${sentenceOf(all[0]!)}`);
	const unverified = current.find(({ verified }) => !verified);
	if (unverified) return refusal('unverified', `${unverified.id}的数额没有对照官方文本，不得据以计算罚款。`);
	const rules = current.filter(({ scorable }) => scorable);
	if (rules.length === 0) {
		return refusal('not-scorable', `${current[0]!.id}自身没有可计算的罚款：${current[0]!.notes ?? '属指引或机制条款'}`);
	}
	for (const { id } of current.filter(({ scorable }) => !scorable)) say('不计', `${id}是指引或机制条款，不据以罚款。`);
	say('适用', `${when}，适用：${rules.map(({ id }) => id).join('、')}。`);
	warnings.push(...rules.filter(({ valid }) => valid.to !== null && valid.to < decidedOn).map(lighterLaw));
	return { rules };
}

const lighterLaw = ({ id }: Provision) =>
	`${id}在作出决定时已被取代：从旧兼从轻，要核对新法是否处罚较轻或不再处罚（行政处罚法第三十七条）；此处假定新法不更轻。`;

const refusal = (code: string, text: string): Governing => ({ refused: { code, text, source: SOURCE } });

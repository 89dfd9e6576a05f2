import * as v from 'valibot';
import { decide } from '#lib/discretion/domain/decide.ts';
import { toDocument } from '#lib/discretion/domain/decision-document.ts';
import type { Decision } from '#lib/discretion/domain/decision.ts';
import type { DecisionInput } from '#lib/discretion/domain/decision-input.ts';
import { findInputFaults } from '#lib/discretion/domain/input-faults.ts';
import { asList, decisionSchemas } from '#lib/discretion/forms.ts';
import { readRuleBook } from '#lib/discretion/server/use-cases/rule-book.server.ts';
import { type ContentFault, parseYaml } from '#lib/platform/content-files.server.ts';
import { projectRoot } from '#lib/platform/project-root.server.ts';
import { formatMoney } from '#lib/shared/money.ts';
import { type Arguments, MalformedInput, type Output } from './command.ts';
import { type InputFile, readInputFile } from './shell/input-file.ts';

export const name = 'discretion decide';
export const summary = '由事实、罚则和裁量基准计算阶次、区间和建议数额，逐步说明理由';
export const usage = 'FILE（YAML 或 JSON，- 为标准输入）';
export const options = {};

export async function run({ positionals }: Arguments, io: Output): Promise<void> {
	const { input, at } = readInput(readInputFile(name, positionals));
	const rules = new Set(input.violations.flatMap(({ candidates }) => candidates));
	const book = readRuleBook(projectRoot(), input.jurisdiction, rules);
	if (!book) throw new MalformedInput([at('jurisdiction', `没有这个地区：${input.jurisdiction}`)]);
	const faults = findInputFaults(input, book.provisions, book.benchmark);
	if (faults.length > 0) throw new MalformedInput(faults.map(({ field, message }) => at(field, message)));
	const decision = decide(input, book);
	for (const line of describe(decision)) io.out(line);
	io.json(toDocument(decision));
}

type At = (field: string, message: string) => ContentFault;

function readInput({ path, text }: InputFile): { input: DecisionInput; at: At } {
	const outline = parseYaml(path, text, v.looseObject({}, '文件应是一组“键: 值”'));
	if (!outline.ok) throw new MalformedInput(outline.faults);
	if ('violations' in outline.value) {
		const parsed = parseYaml(path, text, decisionSchemas.list);
		if (!parsed.ok) throw new MalformedInput(parsed.faults);
		return { input: parsed.value, at: parsed.at };
	}
	const parsed = parseYaml(path, text, decisionSchemas.flat);
	if (!parsed.ok) throw new MalformedInput(parsed.faults);
	// The one violation of a flat file has no place of its own in it.
	const at: At = (field, message) => parsed.at(field.replace('violations.0.', ''), message);
	return { input: asList(parsed.value), at };
}

function* describe({ parties, warnings, refused }: Decision): Generator<string> {
	if (refused) yield `不能计算：${refused.text}（${refused.source}）`;
	for (const { party, label, decisions, totalSuggested, hearingRequired, collectiveDiscussion } of parties) {
		yield `${party}${label ? `（${label}）` : ''}${totalSuggested === null ? '' : `　合计 ${formatMoney(totalSuggested)}`}`;
		for (const { violation, provision, tier, gate, bracket, suggested, confiscate } of decisions) {
			const amount =
				bracket && suggested !== null
					? `　${formatMoney(bracket.min)}—${formatMoney(bracket.max)}，建议 ${formatMoney(suggested)}`
					: '';
			const taken = confiscate === undefined ? '' : `　没收 ${formatMoney(confiscate)}`;
			yield `  ${violation}　${provision}　${tier}${gate ? `（${gate}）` : ''}${amount}${taken}`;
		}
		const todo = [hearingRequired && '告知听证权', collectiveDiscussion && '集体讨论'].filter(Boolean);
		if (todo.length > 0) yield `  应当：${todo.join('、')}`;
	}
	for (const warning of warnings) yield `注意：${warning}`;
	yield '训练用辅助，以本地裁量基准为准。';
}

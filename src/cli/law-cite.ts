import { text as readAll } from 'node:stream/consumers';
import { CITATION_STATUSES } from '#lib/law/domain/citation-status.ts';
import { type CitedInText, citeText } from '#lib/law/server/use-cases/cite-text.server.ts';
import { isDay } from '#lib/shared/time.ts';
import { MalformedInput, type Arguments, type Fault, type Output } from './command.ts';
import { withMaterial } from './shell/context.ts';

export const name = 'law cite';
export const summary = '找出一段文字里引用的法条，并说明在某一天是否有效';
export const usage = '[--on 2026-11-22] 文字（写 - 则从标准输入读取）';
export const options = { on: { type: 'string', help: '按哪一天的法律，默认今天' } } as const;

const fault = (field: string, message: string): Fault => ({ file: name, line: 0, field, message });

export async function run({ values, positionals }: Arguments, io: Output): Promise<void> {
	const { on } = values;
	const faults: Fault[] = [];
	if (on !== undefined && !(typeof on === 'string' && isDay(on))) faults.push(fault('--on', '日期写作 2026-11-22'));
	if (positionals.length !== 1) faults.push(fault('TEXT', '给出一段文字（用引号括起来），或者写 - 从标准输入读取'));
	if (faults.length > 0) throw new MalformedInput(faults);
	const given = positionals[0]!;
	const text = given === '-' ? await readAll(process.stdin) : given;
	const found = await withMaterial(name, io.err, (ctx) => citeText(ctx, text, typeof on === 'string' ? { on } : {}));
	for (const one of found) {
		const version = one.version ? `（${one.version} 版）` : '';
		io.out(`${one.text}　→　${one.standard}　${CITATION_STATUSES[one.status]}${version}`);
	}
	if (found.length === 0) io.out('没有找到引用的法条');
	io.json({ citations: found.map(toJson) });
}

/** The shape of the contract: `law` is the full title; the id and the standard form come on top. */
function toJson(one: CitedInText) {
	const { text, start, end, lawTitle, lawId, article, sub, paragraph, item, subitem, range } = one;
	const { version, status, standard } = one;
	return {
		...{ text, start, end, law: lawTitle, article, sub, paragraph, item, subitem },
		...{ version, status, lawId, standard, range }
	};
}

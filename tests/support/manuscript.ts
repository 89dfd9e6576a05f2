import { loadItems } from '#lib/drills/server/use-cases/load-items.server.ts';
import { readLawFiles } from '#lib/law/server/use-cases/law-files.server.ts';
import { loadLaws } from '#lib/law/server/use-cases/load-laws.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import type { Fields } from '#lib/studio/domain/manuscript.ts';
import { type Step, actOnManuscript } from '#lib/studio/server/use-cases/act-on-manuscript.server.ts';
import { LAW, makeItem } from './bank.ts';
import { ROOT } from './cluster.ts';
import { valueOf } from './people.ts';

/** The law files of this checkout and one item, `item-001`: what a case of these tests rests on. */
export async function loadGround(ctx: Ctx): Promise<void> {
	await loadLaws(ctx, [...readLawFiles(ROOT).laws, LAW]);
	await loadItems(ctx, [makeItem(1)]);
}

const sentence = '检查组进门先亮证件，再说来意，把看到的情形一处一处写进记录，请在场的人核对以后签名。';
const prose = (count: number) => Array.from({ length: count }, () => sentence).join('');
const checkpoint = (id: string) => `\`\`\`checkpoint
id: ${id}
type: single
stem: 进门以后先做什么？
options:
  - {text: 亮证件, correct: true, reason: 先表明身份}
  - {text: 先拍照, correct: false, reason: 身份还没有表明}
  - {text: 先翻台账, correct: false, reason: 来意还没有说}
explanation: 先表明身份，再说来意。
\`\`\``;

const BODY = `## 案情 · 门口的那张证

【调查程序】${prose(8)}

${checkpoint('at-the-door')}

## 争议焦点

【违法事实】${prose(5)}

## 查处经过

${prose(8)}

${checkpoint('in-the-hall')}

## 法律适用

依[安全生产法第九十七条](law:work-safety-law/97)办理。${prose(6)}

## 裁量说理

${prose(5)}

## 点评

${prose(5)}

${checkpoint('after-all')}

## 启示

${prose(2)}

1. 先亮证件。
2. 再说来意。
3. 当场核对。
`;

/** A sound case in the parts of its form. @param change replaces parts */
export function caseFields(change: Fields = {}): Fields {
	return {
		...{
			id: 'badge-at-the-door',
			title: '门口的那张证',
			lead: '一句话把人带进来。',
			polarity: 'negative',
			industry: '综合'
		},
		...{ areas: 'procedure\nfacts', difficulty: '2', asOf: '2026-10-01', sourceKind: 'invented' },
		...{ redaction: '{state: not-needed}', sources: '安全生产法（2021年修正）第九十七条', body: BODY },
		timeline:
			'- {at: 2026-09-01T09:00, text: 到场}\n- {at: 2026-09-01T10:00, text: 记录}\n- {at: 2026-09-02T09:00, text: 复核}',
		people: '- {who: 甲某, role: 执法人员}\n- {who: 乙某, role: 车间负责人}',
		defects:
			'- {what: 没有亮证, area: procedure, citation: {law: work-safety-law, article: "97"}, gravity: defect, better: 进门先亮证}',
		related: 'items: [item-001]',
		...change
	};
}

/** Takes steps that nothing may refuse. */
export async function walk(id: string, steps: readonly (readonly [Ctx, Step['act'], string?])[]): Promise<void> {
	for (const [ctx, act, reason = ''] of steps) valueOf(await actOnManuscript(ctx, id, { act, reason }));
}

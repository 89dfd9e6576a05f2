import { expect, test } from 'vitest';
import { draftPublicText } from './public-draft.ts';

const CASE = {
	...{ id: 'laundry', title: '一次演练', lead: '阮青去了，罚不罚？', industry: '商贸服务', asOf: '2026-06-08' },
	people: '- {who: 阮青, role: 执法人员}\n- {who: 苗素云, role: 店主}',
	sources: '安全生产法（2021年修正）第八十一条',
	body: `## 案情 · 老街

【违法事实】2026年5月13日，柳溪镇老街。苗素云看见[阮青](law:work-safety-law/67)亮证，电话 13912345678。

\`\`\`checkpoint
id: one
stem: 苗素云怎么说？
\`\`\`

5月20日晚上演练。

## 法律适用

见[第八十一条](law:work-safety-law/81)、[又一次](law:work-safety-law/81)和[第七项](law:work-safety-law/97/1/6)。

## 启示

1. 苗素云每天推一推后门。
2. 演练要真跑。
`
};

test('a public draft keeps the story and the lessons, and leaves out who, where and which day', () => {
	const draft = draftPublicText(CASE, '2026-11-20');
	expect(draft).toEqual({
		...{ lead: '执法人员去了，罚不罚？', industry: '商贸服务', sources: CASE.sources },
		...{ month: '2026-06', audience: 'both', case: 'laundry', asOf: '2026-11-20' },
		citations:
			'- {law: work-safety-law, article: "67"}\n- {law: work-safety-law, article: "81"}\n- {law: work-safety-law, article: "97", paragraph: 1, item: 6}',
		body: `## 发生了什么

5月，某镇老街。店主看见执法人员亮证，电话 （电话略）。

某日晚上演练。

## 哪条规定

（用自己的话写两三句：违反了什么规定，会有什么后果）

## 明天就做

- 店主每天推一推后门。
- 演练要真跑。`
	});
});

test('an id of its own, a title and a warning are left to the author; nothing to take over is no fault', () => {
	for (const draft of [draftPublicText(CASE, '2026-11-20'), draftPublicText({}, '2026-11-20')]) {
		for (const name of ['id', 'title', 'warning']) expect(draft).not.toHaveProperty(name);
	}
});

/** A small sound case over the law `lamp-law`, for tests that plant faults. */
const provenance = `id: lamp-shop
title: 一盏灯
author: 梁若川
internalReview: {by: 顾晓棠, on: 2026-10-19}
legalReview: {by: 沈知微, on: 2026-10-26}
sources: [灯火法第七条]`;

const LATER = ['second-step', 'third-step'];

const checkpoint = (id: string, more = '') => `\`\`\`checkpoint
id: ${id}
type: single
stem: 先做什么？
options:
  - text: 拍照
    correct: true
    reason: 先固定证据。
  - text: 离开
    correct: false
    reason: 什么也没留下。
  - text: 罚款
    correct: false
    reason: 还没有调查。
explanation: 证据在先。
citations:
  - {law: lamp-law, article: "7"}
${more}\`\`\`
`;

/** Prose of many characters, about nothing. */
const talk = (times: number) => '他们围着那盏灯说了很久，谁也没有动手。'.repeat(times);

/** @param item id of a drill item of the house */
export const lampCase = (item: string) => `---
${provenance}
lead: 灯具店里的一盏灯。
polarity: mixed
industry: 综合
areas: [evidence]
difficulty: 2
asOf: 2026-03-18
timeline:
  - {at: 2026-03-18T09:20, text: 到店}
  - {at: 2026-03-18T10:20, text: 拍照}
  - {at: 2026-03-19T09:00, text: 复查}
sourceKind: invented
redaction: {state: not-needed}
people:
  - {who: 阮青, role: 执法人员}
  - {who: 老板, role: 店主}
well: [先拍照再说话]
defects:
  - what: 没有点名灯的位置
    area: evidence
    citation: {law: lamp-law, article: "7"}
    gravity: defect
    better: 照片里带上门牌
related:
  items: [${item}]
---
## 案情 · 店里

店里点着灯，见[第七条](law:lamp-law/7)。

${checkpoint('first-step', `items: [${item}]\n`)}
## 争议焦点

灯有没有罩。

## 查处经过

【案件证据】他先拍了照。${talk(80)}

${checkpoint(LATER[0]!)}
## 法律适用

罩是要有的。

${checkpoint(LATER[1]!)}
## 裁量说理

头一回，灯也小。

## 点评

拍得好。

## 启示 · 明天起改三件事

1. 带好相机。
2. 带好尺子。
3. 带好同事。
`;

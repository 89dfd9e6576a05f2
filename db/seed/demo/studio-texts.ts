// Texts that the demo bureau's trainers are working on; invented like everything else here.

const ITEM_HEAD = `industry: 综合
areas: [procedure, evidence]
difficulty: 2
asOf: 2026-10-15`;

/** A question that waits for its internal review. */
export const WAITING_ITEM = {
	id: 'evid-partner-still-parking',
	source: `title: 同伴还在停车
kind: evidence
type: single
${ITEM_HEAD}
sources: [行政处罚法（2021年修订）第四十二条]
citations:
  - {law: administrative-penalty-law, article: "42", paragraph: 1}
stem: |
  到了厂门口，同伴还在找车位。车间主任迎出来，主动要谈昨天的停机。这时候该怎么做？
explanation: |
  行政处罚法第四十二条第一款要求执法人员不得少于两人。先听的话也是调查，一个人问出来的东西，程序上先输了。
options:
  - {key: a, text: 请对方稍等，同伴到齐、亮明证件再问, correct: true, reason: 人到齐再开始，一分钟也等得起。}
  - {key: b, text: 先问着，同伴到了再让他在笔录上签名, correct: false, reason: 没有参加询问的人签名，是补签，不是两人询问。}
  - {key: c, text: 先问着，打开记录仪就可以, correct: false, reason: 录像能证明问了什么，证明不了有两个人。}`
};

/** A question that was published and taken out again. */
export const WITHDRAWN_ITEM = {
	id: 'evid-badge-before-question',
	source: `title: 证件什么时候亮
kind: evidence
type: single
${ITEM_HEAD}
sources: [行政处罚法（2021年修订）第五十五条]
citations:
  - {law: administrative-penalty-law, article: "55", paragraph: 1}
stem: |
  两名执法人员进车间检查，第一句话说什么？
explanation: |
  行政处罚法第五十五条第一款：调查或者检查时主动出示执法证件。主动，就是不等别人问。
options:
  - {key: a, text: 亮证件，说明身份和来意, correct: true, reason: 先表明身份，再开始检查。}
  - {key: b, text: 先看现场，有人问起再亮证件, correct: false, reason: 等别人问，就不是主动。}
  - {key: c, text: 填检查记录时把证件号写上就可以, correct: false, reason: 写在纸上不等于出示过。}`
};

/** A case that has hardly been begun. */
export const BEGUN_CASE = {
	title: '教育卡上的同一支笔',
	lead: '十二张三级教育卡，同一天、同一支笔、同一种笔迹。',
	polarity: 'negative',
	industry: '工贸',
	areas: 'evidence\nfacts',
	body: `## 案情 · 一叠太整齐的卡片

【案件证据】十二张卡片摆在桌上，边角对得齐齐的。签名各写各的姓，收笔的钩却一样。

（车间主任的说法、培训室的监控、考勤，下周补。）`
};

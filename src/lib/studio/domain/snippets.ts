/** The usual headings of a case study, in their order. */
export const SECTIONS = ['案情', '争议焦点', '查处经过', '法律适用', '裁量说理', '点评', '启示'] as const;
/** The five contested areas as tags at the head of a paragraph. */
export const AREA_TAGS = ['违法事实', '调查程序', '案件证据', '法律适用', '自由裁量'] as const;

/** A question to think about, to be filled in. */
export const CHECKPOINT = `\`\`\`checkpoint
id: 〔填：英文编号，本文内不重复〕
type: single
stem: 〔填：情境和问题〕
options:
  - text: 〔填：选项一〕
    correct: false
    reason: 〔填：为什么不对，又为什么容易选它〕
  - text: 〔填：选项二〕
    correct: true
    reason: 〔填：为什么对〕
  - text: 〔填：选项三〕
    correct: false
    reason: 〔填：为什么不对，又为什么容易选它〕
explanation: 〔填：规则落到本案的道理〕
citations:
  - {law: administrative-penalty-law, article: "42", paragraph: 1}
\`\`\``;

import type { Fields } from '../domain/manuscript.ts';
import { CHECKPOINT } from '../domain/snippets.ts';

/** What every case begins with, hints where the author has to say something. */
export const CASE_SKELETON: Fields = {
	title: '〔填：标题，不超过二十字，不说出结论〕',
	lead: '〔填：一句话让人想读下去〕',
	sourceKind: 'invented',
	redaction: '{state: not-needed}',
	sources: '〔填：据以核对的条文，一行一个〕',
	timeline: [
		'- {at: 2026-01-05T09:00, text: 〔填：怎么发现的〕}',
		'- {at: 2026-01-05T09:40, text: 〔填：怎么查的〕}',
		'- {at: 2026-02-10T10:00, text: 〔填：怎么处理的〕}'
	].join('\n'),
	people: '- {who: 〔填：称呼〕, role: 执法人员}\n- {who: 〔填：称呼〕, role: 当事人}',
	defects:
		'- {what: 〔填：哪一步错了〕, area: procedure, citation: {law: administrative-penalty-law, article: "42", paragraph: 1}, gravity: unlawful, better: 〔填：当时该怎么做〕}',
	related: 'items: []'
};

const NEXT_DAY = `1. 〔填：明天起改的第一件事，写到能照着做〕
2. 〔填：第二件〕
3. 〔填：第三件〕`;

/** A case in which something went wrong: the story first, the mistake where it happens, what a court would say at the end. */
export const NEGATIVE_BODY = `## 案情 · 〔填：自拟题目〕

〔填：时间、地点、天气、看见什么。让读者站到现场，先不评价〕

【违法事实】〔填：当事人做了什么，哪些证据当时就在眼前〕

## 争议焦点

〔填：后来各方争的是什么，一两句〕

## 查处经过

【调查程序】〔填：从接到线索到作出决定，谁在什么时候做了什么。错的那一步照实写，写出当时为什么会那样做〕

${CHECKPOINT}

【案件证据】〔填：证据怎么来的，缺了哪一环〕

## 法律适用

【法律适用】〔填：义务在哪一条，罚则在哪一条，为什么是它不是别的〕

${CHECKPOINT}

## 裁量说理

【自由裁量】〔填：从轻、从重各有什么，决定书里写了多少，没写的是什么〕

${CHECKPOINT}

## 点评

〔填：法院会怎么说，错在哪一步，这一步值多少〕

## 启示 · 明天起改三件事

${NEXT_DAY}`;

/** A case done well: why it held, and what it would have fallen over. */
export const POSITIVE_BODY = `## 案情 · 〔填：自拟题目〕

〔填：时间、地点、天气、看见什么。让读者站到现场，先不评价〕

【违法事实】〔填：当事人做了什么，哪些一眼看得见，哪些要查〕

## 争议焦点

〔填：这个案子难在哪里，省事的办法有哪几种〕

## 查处经过

【调查程序】〔填：一步一步怎么走的，哪一步本来可以省，为什么没有省〕

${CHECKPOINT}

【案件证据】〔填：每份证据证明什么，怎么互相接上的〕

## 法律适用

【法律适用】〔填：义务在哪一条，罚则在哪一条，还比较过哪一条〕

${CHECKPOINT}

## 裁量说理

【自由裁量】〔填：考虑了哪些情节，各有什么证据，决定书里怎么写的〕

${CHECKPOINT}

## 点评

〔填：上了法庭会怎样，少了哪一样就站不住〕

## 启示 · 明天起学三件事

${NEXT_DAY}`;

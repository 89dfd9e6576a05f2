/** A small sound practice case over the table of `discretion-house.ts`. */
export const LAMP_PRACTICE_PATH = 'content/discretion/cases/lamp-fine.yaml';

export const LAMP_PRACTICE = `id: lamp-fine
title: 一盏灯
author: 梁若川
internalReview: {by: 顾晓棠, on: 2026-10-19}
legalReview: {by: 沈知微, on: 2026-10-26}
sources: [灯火法第七条]
level: 2
industry: 综合
traps: [3, 6]
story: 执法人员到明火灯铺检查，店主老罗在场。
evidence:
  - {name: 检查记录, shows: 灯没有罩}
  - {name: 上次的决定书, shows: 三月罚过一次}
claims:
  - {party: 明火灯铺, text: 三月刚罚过。, factor: a1, evidence: [上次的决定书]}
  - {party: 老罗, text: 我自己先把灯灭了。, factor: M1}
  - {party: 老罗, text: 生意不好。, factor: null}
input:
  decidedOn: 2026-06-20
  violations:
    - id: v1
      actEndedOn: 2026-06-01
      candidates: [lamp-7-1-no-shade]
      stage: overdue
      facts: {orderServedOn: 2026-05-01, reinspectedOn: 2026-06-01}
      parties:
        - party: 单位
          label: 明火灯铺
          factors: [{id: a1, evidence: [上次的决定书]}]
        - {party: 直接责任人员, label: 老罗, factors: [{id: M1, evidence: []}]}
lookalikes: []
lesson: 依灯火法第七条加罩。
`;

/** A small sound `content/discretion` over the law `lamp-law`, for tests that plant faults. */
const provenance = (id: string) => `id: ${id}
title: 一盏灯
author: 梁若川
internalReview: {by: 顾晓棠, on: 2026-10-19}
legalReview: {by: 沈知微, on: 2026-10-26}
sources: [灯火法第七条]
asOf: 2026-03-18`;

const factor = (id: string, more = '') =>
	`  - {id: ${id}, group: ${id[0]}, text: 因子, evidence: 证据, statutory: []${more}}`;

export const PROVISIONS = 'content/discretion/provisions/lamp-law.yaml';
export const FRAME = 'content/discretion/frame.yaml';
export const BENCHMARK = 'content/discretion/benchmarks/thirds.yaml';
export const TRAPS = 'content/discretion/traps.yaml';
export const PHRASES = 'content/discretion/phrases.yaml';
export const JURISDICTION = 'content/discretion/jurisdictions/default.yaml';

export const DISCRETION_HOUSE: Record<string, string> = {
	[PROVISIONS]: `${provenance('lamp-law')}
law: lamp-law
validityNote: null
special: false
provisions:
  - id: lamp-7-1-no-shade
    violation: 灯没有罩
    duties:
      - {law: lamp-law, article: "7", paragraph: 1}
    penalty: {article: "7", paragraph: 2}
    also:
      - {law: lamp-law, article: "7", paragraph: 3}
    subjects: [单位, 直接责任人员]
    stages:
      first:
        trigger: 查实
        order: 责令加罩
        fines: []
        sanctions: []
      overdue:
        trigger: 逾期
        order: null
        fines:
          - {subject: 单位, kind: range, min: 3000, max: 5000, mandatory: true}
          - {subject: 直接责任人员, kind: up_to, min: 0, max: 1000, mandatory: false}
        sanctions:
          - {code: suspend_operation, mandatory: false, target: 单位, condition: 情节严重}
    orderToCorrect: required-first
    dualPenalty:
      overdue: {person: 直接责任人员, kind: up_to, min: 0, max: 1000, unitAlsoFined: true}
    criminal: []
    hearing: {first: false, overdue: true}
    majorHazard: possible
    valid: {from: 2020-04-01, to: null}
    verified: true
    source: law-text
    scorable: true
    notes: null
`,
	[FRAME]: `${provenance('frame')}
version: 1
textSource: 灯火法
laws: {lamp-law: 灯火法}
supersessions:
  - {law: lamp-law, title: 灯火法, replacedBy: 电灯法, replacement: null, effective: 2027-01-01, source: 无, rule: 无}
accidentLevels:
  - {level: 一般, deaths: [0, 3], seriousInjuries: [0, 10], directLoss: [0, 10000000]}
  - {level: 较大, deaths: [3, 10], seriousInjuries: null, directLoss: null}
  - {level: 重大, deaths: [10, 30], seriousInjuries: null, directLoss: null}
  - {level: 特别重大, deaths: [30, null], seriousInjuries: null, directLoss: null}
accidentLevelsBasis: {law: lamp-law, article: "7"}
simpleProcedure: {person: 200, unit: 3000, basis: {law: lamp-law, article: "7"}, note: 含}
criminalIndex: []
criminalResult: {deaths: 1, seriousInjuries: 3, directLoss: 1000000, articles: [], text: 无, source: 无}
`,
	[BENCHMARK]: `${provenance('thirds')}
version: 1
verified: false
basis: span
fractions: {light: [0, 30], normal: [30, 70], heavy: [70, 100]}
reduced: {floorOfMin: 10, requiresMinAboveZero: true, requiresCollectiveDiscussion: true}
point: midpoint
rounding: {unit: 1000, person: 100, mode: half_up, then: clamp_to_bracket}
weights: {M: -2, m: -1, a: 1, A: 2, mTotalCap: -2}
thresholds: {heavyFrom: 2, lightFrom: -2, reducedFromM: 2}
firstViolationWindowYears: 2
factors:
${factor('M1')}
${factor('a1')}
${factor('A3', ', replaces: a1')}
notFactors: []
elsewhere: []
`,
	[JURISDICTION]: `${provenance('default')}
version: 1
benchmark: thirds
hearing:
  {unit: 30000, person: 10000, inclusive: true, compare: total-per-party, verified: false, source: 无, basis: {law: lamp-law, article: "7"}, nonFineTriggers: []}
daily: {lastDay: reinspection, inclusive: true, note: 无}
noPenalty:
  conditions:
    - {id: noSeriousAccidentIn3Years, text: 一}
    - {id: notOnDishonestyList, text: 二}
    - {id: notHighRiskUnit, text: 三}
    - {id: noMajorHazard, text: 四}
  definitions: []
  source: 无
  rows:
    - {list: MINOR, gate: N5, provision: lamp-7-1-no-shade, condition: 只有一盏}
accidentSubranges:
  enabled: false
  verified: false
  source: 无
  rows: []
  remarks: []
ranges:
  - {provision: lamp-7-1-no-shade, stage: overdue, subject: 单位, min: 4000, max: 5000, basis: 无, verified: false}
overrides:
  - {provision: lamp-7-1-no-shade, stage: overdue, subject: 单位, light: [3000, 3500], normal: [3500, 4000], heavy: [4000, 5000], basis: 无, verified: false}
`,
	[TRAPS]: `${provenance('traps')}
version: 1
traps:
  - number: 1
    title: 忘了罩
    why: 急
    law: 要有罩
    citations: [{law: lamp-law, article: "7"}]
    avoid: 先看罩
`,
	[PHRASES]: `${provenance('phrases')}
version: 1
companies: {heads: [甲], trades: {工贸: [灯厂]}}
places: [乙镇]
surnames: [丙]
roles: [灯长]
headRoles: [厂长]
openings: ["{day}，到{place}的{unit}。"]
orders: [一句]
corrected: [一句]
notCorrected: [一句]
notInspected: [一句]
defied: [一句]
persons: [一句]
heads: [一句]
income: [一句]
noIncome: [一句]
wage: [一句]
accidents: {一般: [一句]}
suspicion: [一句]
lists: [一句]
minor: [一句]
slight: [一句]
rules:
  - provision: lamp-7-1-no-shade
    topic: 灯
    industries: [工贸]
    found: ["{unit}的灯没有罩"]
    shows: 灯
    scope: 盏灯
    lookalikes: []
factors: []
twin: {claims: [又一句]}
notFactors: []
`
};

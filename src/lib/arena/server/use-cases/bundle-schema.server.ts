import * as v from 'valibot';
import { about, citation, day, line, provenance, slug } from '#lib/platform/content-files.server.ts';
import { JUDGMENTS } from '../../domain/ballot/judgment.ts';
import { EXHIBIT_KINDS, PROPERTIES, REHEARSAL_STAGES, WEAKNESSES } from '../../domain/bundle/bundle.ts';
import { CONSEQUENCES } from '../../domain/bundle/consequences.ts';
import { SIDES } from '../../domain/bundle/side.ts';
import { EVIDENCE_KINDS } from '../../domain/hearing/case-file.ts';
import { SUB_ISSUES } from '../../domain/bundle/sub-issues.ts';

const keysOf = <Key extends string>(labels: Readonly<Record<Key, unknown>>) => Object.keys(labels) as [Key, ...Key[]];
const side = v.picklist(keysOf(SIDES), '写 plaintiff 或者 defendant');
const sub = v.picklist(keysOf(SUB_ISSUES), '写子争点的编号，如 B6');
const lines = v.pipe(v.array(line), v.minLength(1, '不能为空'));
const exhibitId = v.pipe(v.string(), v.regex(/^[PD][1-9]\d?$/, '证据编号写作 P1、D12'), v.toLowerCase());
const key = v.pipe(line, v.maxLength(16, '不超过 16 个字'));

const party = v.strictObject({
	name: line,
	kind: v.picklist(['unit', 'person', 'bureau']),
	address: line,
	head: line
});

const exhibit = v.strictObject({
	id: exhibitId,
	kind: v.picklist(keysOf(EXHIBIT_KINDS)),
	form: v.picklist(keysOf(EVIDENCE_KINDS)),
	weak: v.optional(v.array(v.picklist(keysOf(WEAKNESSES))), []),
	title: v.pipe(line, v.maxLength(40, '不超过 40 个字')),
	on: day,
	proves: line,
	text: v.optional(v.string(), ''),
	drawing: v.optional(lines),
	table: v.optional(v.strictObject({ head: lines, rows: v.pipe(v.array(lines), v.minLength(1)) })),
	notes: v.strictObject(v.entriesFromList(keysOf(PROPERTIES), v.optional(line)))
});

const reply = v.strictObject({ text: line, worth: v.picklist([0, 50, 100], '写 0、50 或者 100'), why: line });

const argument = v.strictObject({
	id: slug,
	by: side,
	stage: v.picklist(keysOf(REHEARSAL_STAGES)),
	issue: slug,
	line: v.pipe(line, v.maxLength(160, '一口气说不完：不超过 160 个字')),
	exhibits: v.array(exhibitId),
	law: v.array(key),
	strength: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5)),
	replies: v.array(reply),
	met: v.strictObject({ exhibits: v.array(exhibitId), law: v.array(key), line })
});

/** One file of `content/arena/bundles`. */
export const bundleSchema = v.strictObject({
	...provenance,
	industry: about.industry,
	areas: about.areas,
	difficulty: about.difficulty,
	lead: v.pipe(line, v.maxLength(60, '不超过 60 个字')),
	reserved: v.optional(v.boolean(), false),
	cleanFile: v.optional(v.nullable(slug), null),
	act: v.strictObject({ number: line, what: line, decidedOn: day, servedOn: day }),
	suedOn: day,
	parties: v.strictObject({ plaintiff: party, defendant: party }),
	claims: lines,
	story: line,
	complaint: line,
	answer: line,
	timeline: v.pipe(v.array(v.strictObject({ on: day, text: line })), v.minLength(3)),
	exhibits: v.array(exhibit),
	lawPack: v.array(v.strictObject({ key, ...citation.entries, about: line })),
	issues: v.array(
		v.strictObject({
			...{ id: slug, sub, question: line, note: line, items: v.array(slug) },
			favours: v.picklist([...keysOf(SIDES), 'open'])
		})
	),
	arguments: v.array(argument),
	defects: v.array(
		v.strictObject({
			...{ id: slug, sub, exhibit: exhibitId, what: line, raisedBy: side },
			consequence: v.picklist(keysOf(CONSEQUENCES))
		})
	),
	witnesses: v.array(
		v.strictObject({
			...{ id: slug, name: line, role: line, calledBy: side },
			...{ knows: lines, holdsBack: lines, manner: line }
		})
	),
	odds: v.strictObject({ plaintiff: v.pipe(v.number(), v.integer()), why: line }),
	verdict: v.strictObject({ kind: v.picklist(keysOf(JUDGMENTS)), why: line }),
	teams: v.strictObject({ good: line, fair: line, weak: line })
});
export type BundleInput = v.InferOutput<typeof bundleSchema>;

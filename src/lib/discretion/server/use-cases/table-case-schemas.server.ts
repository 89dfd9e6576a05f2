import * as v from 'valibot';
import { citation, day, line, provenance, slug } from '#lib/platform/content-files.server.ts';
import { positive } from './content-shapes.server.ts';

const head = { ...provenance, asOf: day, version: positive };

export const trapsSchema = v.strictObject({
	...head,
	traps: v.pipe(
		v.array(
			v.strictObject({
				...{ number: positive, title: line, why: line, law: line, avoid: line },
				citations: v.pipe(v.array(citation), v.minLength(1, '至少引一条'))
			})
		),
		v.minLength(1),
		v.check((traps) => traps.every(({ number }, index) => number === index + 1), '编号从 1 起连续，不跳号不重号')
	)
});

const sentences = v.pipe(v.array(line), v.minLength(1, '至少一句'));
const exhibit = v.strictObject({ name: line, shows: line });

export const phrasesSchema = v.strictObject({
	...head,
	companies: v.strictObject({ heads: sentences, trades: v.record(line, sentences) }),
	...{ places: sentences, surnames: sentences, roles: sentences, headRoles: sentences, openings: sentences },
	...{ orders: sentences, corrected: sentences, notCorrected: sentences, notInspected: sentences, defied: sentences },
	...{ persons: sentences, heads: sentences, income: sentences, noIncome: sentences, wage: sentences },
	accidents: v.record(line, sentences),
	...{ suspicion: sentences, lists: sentences, minor: sentences, slight: sentences },
	rules: v.array(
		v.strictObject({
			...{ provision: slug, topic: line, industries: sentences, found: sentences, shows: line, scope: line },
			...{ openings: v.optional(sentences), without: v.optional(v.array(line)) },
			lookalikes: v.array(slug),
			element: v.optional(v.strictObject({ claim: line, name: line, shows: line })),
			list: v.optional(v.picklist(['N5', 'N6']))
		})
	),
	factors: v.array(v.strictObject({ id: line, claims: sentences, bare: sentences, evidence: v.array(exhibit) })),
	twin: v.strictObject({ claims: sentences }),
	notFactors: v.array(v.strictObject({ trap: positive, texts: sentences }))
});

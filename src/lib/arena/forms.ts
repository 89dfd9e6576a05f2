import * as v from 'valibot';
import { AREAS, type Area } from '#lib/shared/piece.ts';
import { ARTICLE } from '#lib/shared/citation.ts';
import { CONDITIONS } from './domain/ballot/judgment.ts';
import { type Act, LINE_KINDS, type LineKind, PAPERS, SUBJECTS } from './domain/hearing/act.ts';
import { EXCLUSIONS, PROPERTIES, RULINGS } from './domain/hearing/evidence.ts';
import { GROUNDS } from './domain/hearing/objection.ts';
import { PENALTIES } from './domain/hearing/penalty.ts';
import { PARTIES, type Party } from './domain/hearing/role.ts';

const keysOf = <Key extends string>(table: Readonly<Record<Key, unknown>>) => Object.keys(table) as [Key, ...Key[]];
const oneOf = <Key extends string>(table: Readonly<Record<Key, unknown>>) => v.picklist(keysOf(table));

const MOST_TEXT = 4000;
const text = v.pipe(v.string('写下内容。'), v.maxLength(MOST_TEXT, `至多 ${MOST_TEXT} 字。`));
const short = v.pipe(v.string('写下内容。'), v.maxLength(200, '至多 200 字。'));
const long = v.pipe(v.string('写下内容。'), v.maxLength(20_000, '至多 20000 字。'));
const id = v.pipe(v.string('选一项。'), v.regex(/^[a-z][a-z0-9-]{0,40}$/, '选一项。'));
const reason = v.optional(text, '');
const number = v.pipe(v.number(), v.integer(), v.minValue(1));
const sum = v.pipe(v.number('数额写整数元。'), v.integer('数额写整数元。'), v.minValue(0, '数额写整数元。'));
const flag = v.boolean('选一项。');
const party = oneOf<Party>(PARTIES);
const citation = v.strictObject({
	...{ law: id, article: v.pipe(v.string(), v.regex(ARTICLE)) },
	...{ paragraph: v.exactOptional(number), item: v.exactOptional(number) }
});
const few = <Schema extends v.GenericSchema>(schema: Schema) =>
	v.optional(v.pipe(v.array(schema), v.maxLength(20)), []);
const tags = { issueId: v.exactOptional(id), exhibitIds: few(id), citations: few(citation) };
const properties = few(oneOf(PROPERTIES));
const nothing = v.strictObject({});

/** What somebody with a seat may send; acts of the organiser and of the clock are missing on purpose. */
const SEATED = {
	...{ 'check-in': nothing, resume: nothing, 'withdraw-request': nothing, yield: nothing },
	...{ 'confirm-issues': nothing, rest: nothing },
	...{ 'take-over': v.strictObject({ reason }), reopen: v.strictObject({ reason }), pause: v.strictObject({ reason }) },
	...{
		'recuse-self': v.strictObject({ reason }),
		'take-back': v.strictObject({ reason }),
		'note-head': v.strictObject({ reason })
	},
	...{ warn: v.strictObject({ seatId: id, reason }), remove: v.strictObject({ seatId: id, reason }) },
	...{ 'ask-recusal': v.strictObject({ seatId: id, reason }), grant: v.strictObject({ seatId: id }) },
	'dismiss-witness': v.strictObject({ seatId: id }),
	attend: v.strictObject({ seatId: id, presence: v.picklist(['present', 'absent', 'left']), reason }),
	'rule-absence': v.strictObject({ party, outcome: v.picklist(['withdrawal', 'default', 'continue']), reason }),
	advance: v.strictObject({ to: v.pipe(v.string(), v.maxLength(4)), reason }),
	extend: v.strictObject({ party: v.nullable(party), reason }),
	'rule-recusal': v.strictObject({ seatId: id, granted: flag, reason }),
	'rule-call': v.strictObject({ seatId: id, granted: flag, reason }),
	call: v.strictObject({ seatId: id, about: oneOf(SUBJECTS) }),
	'file-paper': v.strictObject({ kind: oneOf(PAPERS), title: short, text: long }),
	'file-evidence': v.strictObject({ exhibitId: id, reason }),
	exchange: v.strictObject({ exhibitId: id, accepts: flag, properties, reason }),
	'ask-supplement': v.strictObject({ exhibitId: id, because: text, reason }),
	'rule-supplement': v.strictObject({ exhibitId: id, granted: flag, reason }),
	'challenge-norm': v.strictObject({ title: short, reason }),
	'request-floor': v.strictObject({ why: v.optional(short, '') }),
	say: v.strictObject({ ...tags, kind: oneOf<LineKind>(LINE_KINDS), text, speaker: id }),
	'correct-line': v.strictObject({ line: number, text }),
	object: v.strictObject({ ground: oneOf(GROUNDS), line: v.nullable(number), against: id, text: reason }),
	'rule-objection': v.strictObject({ objection: number, sustained: flag, reason }),
	'raise-issue': v.strictObject({
		issueId: id,
		area: oneOf<Area>(AREAS),
		point: v.pipe(v.string(), v.maxLength(3)),
		text
	}),
	offer: v.strictObject({ exhibitId: id, proves: text, issueIds: few(id) }),
	oppose: v.strictObject({ exhibitId: id, properties, weight: reason, text: reason, citations: few(citation) }),
	respond: v.strictObject({ exhibitId: id, text }),
	'rule-evidence': v.strictObject({
		...{ exhibitId: id, ruling: oneOf(RULINGS), exclusion: v.nullable(oneOf(EXCLUSIONS)), supports: few(id), reason }
	}),
	collect: v.strictObject({ title: short, purpose: v.picklist(['legality', 'other']), reason }),
	'offer-terms': v.strictObject({ text }),
	'answer-terms': v.strictObject({ terms: number, accepts: flag, reason }),
	vote: v.strictObject({ on: id, choice: short, reason }),
	pronounce: v.strictObject({
		...{ judgment: short, text, reasons: long, ticked: few(oneOf(CONDITIONS)) },
		...{ redo: v.optional(flag, false), coreRightLost: v.optional(flag, false) },
		...{ originalFine: v.optional(v.nullable(sum), null), newFine: v.optional(v.nullable(sum), null) }
	}),
	comment: v.strictObject({ ...tags, text, isPraise: flag }),
	penalise: v.strictObject({
		...{ party, seatId: v.nullable(id), kind: oneOf(PENALTIES), reason },
		...{ points: v.optional(number, 1), rule: v.optional(v.null(), null) }
	}),
	'lift-penalty': v.strictObject({ penalty: number, reason }),
	...{ 'panel-note': v.strictObject({ text }), 'team-note': v.strictObject({ text }), draft: v.strictObject({ text }) }
} as const satisfies Partial<Record<Act, v.GenericSchema>>;
export type SeatedAct = keyof typeof SEATED;

const KEY = v.pipe(v.string(), v.regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, '页面已经过期，请刷新再试。'));

/** A command as a page sends it: `{ key, act, detail }`. `key` is made once for each thing somebody wants done. */
export interface SentCommand {
	readonly key: string;
	readonly act: SeatedAct;
	readonly detail: Record<string, unknown>;
}

/** Reads what a page has sent; the fault is a sentence. */
export function readCommand(sent: unknown): { ok: true; value: SentCommand } | { ok: false; fault: string } {
	const outer = v.safeParse(v.looseObject({ key: KEY, act: v.picklist(keysOf(SEATED)), detail: v.unknown() }), sent);
	if (!outer.success) return { ok: false, fault: outer.issues[0].message };
	const { key, act } = outer.output;
	const detail = v.safeParse(SEATED[act], outer.output.detail);
	if (!detail.success) return { ok: false, fault: detail.issues[0].message };
	return { ok: true, value: { key, act, detail: detail.output } };
}

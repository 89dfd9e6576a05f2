import * as v from 'valibot';
import type { ResolvedCitation } from '#lib/law/domain/cited-article.ts';
import type { LawIndex } from '#lib/law/domain/law-index.ts';
import { withoutRepeats } from '#lib/law/domain/references.ts';
import {
	type ContentFault,
	type SourceFile,
	checkProvenance,
	line,
	parseYaml,
	provenance,
	readFolder,
	slug
} from '#lib/platform/content-files.server.ts';
import { render } from '#lib/platform/markdown.server.ts';
import { INDUSTRIES } from '#lib/shared/piece.ts';
import type { RuleBook } from '../../domain/decision.ts';
import type { DecisionInput } from '../../domain/decision-input.ts';
import type { PracticeCaseFile } from '../../domain/practice-case.ts';
import { CASE_LEVELS } from '../../domain/practice-case.ts';
import { findCaseFaults, findIdleTraps } from '../../domain/practice-faults.ts';
import type { ProvisionFile } from '../../domain/provision.ts';
import type { TableFile } from '../../domain/table-file.ts';
import { asList, decisionSchemas } from '../../forms.ts';
import { bookOf } from './book-of-files.server.ts';

/** As `discretion decide` reads it: violations in a list, or one written flat. */
const input = v.lazy((raw) =>
	raw !== null && typeof raw === 'object' && 'violations' in raw ? decisionSchemas.list : decisionSchemas.flat
);

const caseSchema = v.strictObject({
	...provenance,
	level: v.picklist(CASE_LEVELS, '难度为 1 至 5'),
	industry: v.picklist(INDUSTRIES),
	traps: v.array(v.pipe(v.number(), v.integer())),
	reference: v.optional(v.array(v.picklist([1, 2, 3, 4], '季度为 1 至 4')), []),
	story: line,
	evidence: v.array(v.strictObject({ name: line, shows: line })),
	claims: v.array(
		v.strictObject({
			...{ violation: v.optional(line, 'v1'), party: line, text: line },
			factor: v.nullable(line),
			evidence: v.optional(v.array(line), [])
		})
	),
	acts: v.optional(v.record(v.string(), v.pipe(line, v.maxLength(16, '不超过 16 个字')))),
	input,
	lookalikes: v.array(slug),
	lesson: line
});

interface Tables {
	readonly provisions: readonly ProvisionFile[];
	readonly tables: readonly TableFile[];
}
interface Read {
	readonly cases: PracticeCaseFile[];
	readonly faults: ContentFault[];
	readonly remarks: ContentFault[];
}

/** More than this many reference cases in a quarter would be an exam. */
const REFERENCES_A_QUARTER = 2;

/** Reads `content/discretion/cases`: each case is decided by the engine here, so that none without an answer is ever asked. */
export function readPracticeFiles(root: string, laws: LawIndex, tables: Tables): Read {
	const read: Read = { cases: [], faults: [], remarks: [] };
	for (const file of readFolder(root, 'content/discretion/cases', '.yaml')) {
		readCase(file, { laws, bookAt: (place) => bookOf(tables, place) }, read);
	}
	for (const quarter of [1, 2, 3, 4]) {
		const set = read.cases.filter(({ body }) => body.reference.includes(quarter));
		if (set.length <= REFERENCES_A_QUARTER) continue;
		const message = `第 ${quarter} 季度的基准案例超过 ${REFERENCES_A_QUARTER} 个：${set.map(({ id }) => id).join('、')}`;
		read.faults.push({ file: `content/discretion/cases/${set.at(-1)!.id}.yaml`, line: 1, field: 'reference', message });
	}
	return read;
}

/** Reads one case in the file format, wherever its text comes from. */
export function readPracticeText(file: SourceFile, around: Around): Read {
	const read: Read = { cases: [], faults: [], remarks: [] };
	readCase(file, around, read);
	return read;
}

interface Around {
	readonly laws: LawIndex;
	/** The rule book of a place; null = no such place. */
	readonly bookAt: (place: string) => RuleBook | null;
}

function readCase(file: SourceFile, { laws, bookAt }: Around, read: Read): void {
	const parsed = parseYaml(file.path, file.text, caseSchema);
	if (!parsed.ok) {
		read.faults.push(...parsed.faults);
		return;
	}
	const { value, at } = parsed;
	const decision: DecisionInput = 'violations' in value.input ? value.input : asList(value.input);
	const content = { ...value, input: decision };
	read.faults.push(...checkProvenance(file, value, at));
	const book = bookAt(decision.jurisdiction);
	const isFlat = decision !== value.input;
	const place = (field: string) => (isFlat ? field.replace('input.violations.0.', 'input.') : field);
	if (!book) read.faults.push(at('input.jurisdiction', `没有这个地区：${decision.jurisdiction}`));
	else {
		const faults = findCaseFaults(content, book);
		read.faults.push(...faults.map(({ field, message }) => at(place(field), message)));
		// Worth a look and no fault: a mistake may also show in what no machine asks.
		const idle = faults.length === 0 ? findIdleTraps(content, book) : [];
		read.remarks.push(...idle.map((number) => at('traps', `陷阱 ${number} 在这个案例里没有哪一问能看出来`)));
	}
	const { html, cites } = readTexts(value, decision.decidedOn, { laws, at, read });
	const body = { ...content, storyHtml: html.story, lessonHtml: html.lesson };
	read.cases.push({
		id: value.id,
		digest: file.digest,
		source: file.text,
		title: value.title,
		body,
		citations: withoutRepeats(cites, [])
	});
}

/** Story and lesson as HTML, and what they cite; as with stems, the law behind a link in the story may be the answer. */
function readTexts(
	value: { readonly story: string; readonly lesson: string },
	day: string,
	{ laws, at, read }: { laws: LawIndex; at: (field: string, message: string) => ContentFault; read: Read }
) {
	const texts = { story: false, lesson: true } as const;
	const html = { story: '', lesson: '' };
	const cites: ResolvedCitation[] = [];
	for (const field of ['story', 'lesson'] as const) {
		const rule = { find: laws.findMentions, asLinks: texts[field] };
		const { html: own, broken, citations, mentioned } = render(value[field], day, rule);
		html[field] = own;
		read.faults.push(...broken.map((address) => at(field, `链接写法不对：${address}`)));
		read.faults.push(...mentioned.faults.map((message) => at(field, message)));
		read.remarks.push(...mentioned.remarks.map((message) => at(field, message)));
		for (const cited of [...citations, ...mentioned.citations]) {
			const answer = laws.resolve(cited, day);
			if (typeof answer === 'string') read.faults.push(at(field, answer));
			else cites.push(answer);
		}
	}
	return { html, cites };
}

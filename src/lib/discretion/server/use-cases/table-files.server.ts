import type { ResolvedCitation } from '#lib/law/domain/cited-article.ts';
import type { LawResolver } from '#lib/law/domain/law-index.ts';
import {
	type ContentFault,
	type SourceFile,
	checkProvenance,
	parseYaml,
	readFolder
} from '#lib/platform/content-files.server.ts';
import type { Citation } from '#lib/shared/citation.ts';
import type { ProvisionFile } from '../../domain/provision.ts';
import { findPhraseFaults } from '../../domain/generate/phrases.ts';
import type { TableFile } from '../../domain/table-file.ts';
import { findPlaceFaults } from '../../domain/place-faults.ts';
import { phrasesSchema, trapsSchema } from './table-case-schemas.server.ts';
import { benchmarkSchema, frameSchema, jurisdictionSchema } from './table-schemas.server.ts';

interface Read {
	readonly tables: TableFile[];
	readonly faults: ContentFault[];
}
type At = (field: string, message: string) => ContentFault;

/**
 * Reads the rest of `content/discretion`.
 * @param provisions what the tables may speak of; null = they are not checked against it
 */
export function readTableFiles(root: string, laws: LawResolver, provisions: readonly ProvisionFile[] | null): Read {
	const rules = readRuleTables(root, laws, provisions);
	const words = readWordTables(root, laws, provisions);
	return { tables: [...rules.tables, ...words.tables], faults: [...rules.faults, ...words.faults] };
}

/** What decisions are computed from: the frame, benchmarks and jurisdictions. */
export function readRuleTables(root: string, laws: LawResolver, provisions: readonly ProvisionFile[] | null): Read {
	const reads = [...onlyFile(root, 'frame').map((file) => readFrame(file, laws))];
	for (const file of readFolder(root, `${FOLDER}/benchmarks`, '.yaml')) reads.push(readBenchmark(file, laws));
	const benchmarks = new Set(reads.flatMap(({ tables }) => tables.map(({ id }) => id)));
	for (const file of readFolder(root, `${FOLDER}/jurisdictions`, '.yaml')) {
		reads.push(readJurisdiction(file, laws, { provisions, benchmarks }));
	}
	return merge(reads);
}

/** What practice needs beside: the catalogue of traps, and the words of made cases. */
export function readWordTables(root: string, laws: LawResolver, provisions: readonly ProvisionFile[] | null): Read {
	return merge([
		...onlyFile(root, 'traps').map((file) => readTraps(file, laws)),
		...onlyFile(root, 'phrases').map((file) => readPhrases(file, laws, provisions))
	]);
}

const FOLDER = 'content/discretion';
const onlyFile = (root: string, name: string): SourceFile[] =>
	readFolder(root, FOLDER, `${name}.yaml`)
		.filter(({ path }) => path === `${FOLDER}/${name}.yaml`)
		.map((file) => ({ ...file, name }));
const merge = (reads: readonly Read[]): Read => ({
	tables: reads.flatMap(({ tables }) => tables),
	faults: reads.flatMap(({ faults }) => faults)
});

const failed = (faults: ContentFault[]): Read => ({ tables: [], faults });

function readFrame(file: SourceFile, laws: LawResolver): Read {
	const parsed = parseYaml(file.path, file.text, frameSchema);
	if (!parsed.ok) return failed(parsed.faults);
	const { value, at } = parsed;
	const cite = new Citer(laws, value.asOf, at);
	cite.faults.push(...checkProvenance(file, value, at));
	const body = {
		...value,
		accidentLevelsBasis: cite.one(value.accidentLevelsBasis, 'accidentLevelsBasis'),
		simpleProcedure: { ...value.simpleProcedure, basis: cite.one(value.simpleProcedure.basis, 'simpleProcedure.basis') }
	};
	value.criminalIndex.forEach(({ article }, index) =>
		cite.one({ law: 'criminal-law', article }, `criminalIndex.${index}.article`)
	);
	for (const id of Object.keys(value.laws)) {
		if (!laws.has(id)) cite.faults.push(at(`laws.${id}`, `没有这部法：${id}`));
	}
	value.supersessions.forEach(({ law, replacement }, index) => {
		for (const id of [law, replacement]) {
			if (id !== null && !laws.has(id)) cite.faults.push(at(`supersessions.${index}`, `没有这部法：${id}`));
		}
	});
	return finish(file, { kind: 'frame', ...body }, cite);
}

function readBenchmark(file: SourceFile, laws: LawResolver): Read {
	const parsed = parseYaml(file.path, file.text, benchmarkSchema);
	if (!parsed.ok) return failed(parsed.faults);
	const { value, at } = parsed;
	const cite = new Citer(laws, value.asOf, at);
	cite.faults.push(...checkProvenance(file, value, at));
	const ids = value.factors.map(({ id }) => id);
	const factors = value.factors.map((factor, index) => {
		const field = `factors.${index}`;
		if (ids.indexOf(factor.id) !== index) cite.faults.push(at(`${field}.id`, `因子 ${factor.id} 重复`));
		if (!factor.id.startsWith(factor.group)) cite.faults.push(at(`${field}.group`, '编号的首字母应与组别一致'));
		const { replaces, sameFactAs, disprovedBy } = factor;
		for (const id of [replaces, sameFactAs, ...disprovedBy]) {
			if (id !== undefined && !ids.includes(id)) cite.faults.push(at(field, `没有因子 ${id}`));
		}
		const statutory = factor.statutory.map((one, number) => cite.one(one, `${field}.statutory.${number}`));
		return { ...factor, statutory };
	});
	return finish(file, { kind: 'benchmark', ...value, factors }, cite);
}

function readJurisdiction(
	file: SourceFile,
	laws: LawResolver,
	known: { provisions: readonly ProvisionFile[] | null; benchmarks: ReadonlySet<string> }
): Read {
	const parsed = parseYaml(file.path, file.text, jurisdictionSchema);
	if (!parsed.ok) return failed(parsed.faults);
	const { value, at } = parsed;
	const cite = new Citer(laws, value.asOf, at);
	cite.faults.push(...checkProvenance(file, value, at));
	if (!known.benchmarks.has(`benchmark/${value.benchmark}`)) {
		cite.faults.push(at('benchmark', `没有这个裁量基准：${value.benchmark}`));
	}
	const rows = known.provisions?.map(({ body }) => body);
	if (rows) cite.faults.push(...findPlaceFaults(value, rows).map(({ field, message }) => at(field, message)));
	const hearing = { ...value.hearing, basis: cite.one(value.hearing.basis, 'hearing.basis') };
	return finish(file, { kind: 'jurisdiction', ...value, hearing }, cite);
}

function readTraps(file: SourceFile, laws: LawResolver): Read {
	const parsed = parseYaml(file.path, file.text, trapsSchema);
	if (!parsed.ok) return failed(parsed.faults);
	const { value, at } = parsed;
	const cite = new Citer(laws, value.asOf, at);
	cite.faults.push(...checkProvenance(file, value, at));
	const traps = value.traps.map((trap, index) => ({
		...trap,
		citations: trap.citations.map((one, number) => cite.one(one, `traps.${index}.citations.${number}`))
	}));
	return finish(file, { kind: 'traps', ...value, traps }, cite);
}

function readPhrases(file: SourceFile, laws: LawResolver, provisions: readonly ProvisionFile[] | null): Read {
	const parsed = parseYaml(file.path, file.text, phrasesSchema);
	if (!parsed.ok) return failed(parsed.faults);
	const { value, at } = parsed;
	const cite = new Citer(laws, value.asOf, at);
	const known = provisions && new Set(provisions.map(({ id }) => id));
	cite.faults.push(...checkProvenance(file, value, at));
	cite.faults.push(...findPhraseFaults(value, known).map(({ field, message }) => at(field, message)));
	return finish(file, { kind: 'phrases', ...value }, cite);
}

/** Resolves citations on the file's day and keeps them with their faults. */
class Citer {
	readonly citations: ResolvedCitation[] = [];
	readonly faults: ContentFault[] = [];

	constructor(
		private readonly laws: LawResolver,
		private readonly asOf: string,
		readonly at: At
	) {}

	one(cited: Citation, field: string): ResolvedCitation {
		const answer = this.laws.resolve(cited, this.asOf);
		if (typeof answer !== 'string') {
			this.citations.push(answer);
			return answer;
		}
		this.faults.push(this.at(field, answer));
		return { ...cited, version: this.asOf };
	}
}

function finish(file: SourceFile, body: TableFile['body'], cite: Citer): Read {
	const { title, asOf } = body;
	const table = { id: `${body.kind}/${file.name}`, digest: file.digest, title, asOf, body, citations: cite.citations };
	return { tables: [table], faults: cite.faults };
}

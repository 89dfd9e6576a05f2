import type { LawResolver } from '#lib/law/domain/law-index.ts';
import { type ContentFault, readFolder } from '#lib/platform/content-files.server.ts';
import type { DocumentKind } from '../../domain/document-kind.ts';
import type { Parameter, RuleBook } from '../../domain/rule-book.ts';
import type { RecordShape } from '../../domain/shape.ts';
import { titleOfStatute } from '../../domain/statute.ts';
import type { KnownKinds } from '../../forms.ts';
import { ContentReader, type RuleBasis } from './content-reader.server.ts';
import { finishDocument, readDocument, readFields, readFileRules } from './document-files.server.ts';
import { readLayouts } from './layout-files.server.ts';
import { readFrame, readPlaces, readStatutes, readTexts } from './shared-files.server.ts';

/** Everything under `content/drafting`. */
export interface DraftingContent extends Omit<RuleBook, 'parameters'> {
	readonly places: ReadonlyMap<string, readonly Parameter[]>;
	/** Which articles the rules rest on, by the file that they stand in. */
	readonly bases: readonly RuleBasis[];
}

interface Read {
	/** Null when there is no such content, or nothing could be made of it. */
	readonly drafting: DraftingContent | null;
	readonly faults: ContentFault[];
}

const FOLDER = 'content/drafting';
const SHARED = ['frame.yaml', 'statutes.yaml', 'file-rules.yaml', 'texts.yaml', 'layouts.yaml'] as const;
/** Case files, tasks, guides and seeded files: material and no rules, which commands do without. */
const PIECES = /^(files|tasks|guides|reviews)\//;

/** Reads `content/drafting`; a rule with an operation or path that is not there is a fault. */
export function readDraftingFiles(root: string, laws: LawResolver): Read {
	const found = readFolder(root, FOLDER, '.yaml', (path) => !PIECES.test(path));
	const files = new Map(found.map((file) => [file.path.slice(FOLDER.length + 1), file]));
	const reader = new ContentReader(laws);
	if (files.size === 0) return { drafting: null, faults: [] };
	const need = (name: string) => {
		const file = files.get(name);
		if (!file) reader.add({ file: `${FOLDER}/${name}`, line: 0, field: '', message: '缺少这个文件' });
		return file;
	};
	const inside = (folder: string) => [...files].flatMap(([path, file]) => (path.startsWith(folder) ? [file] : []));
	const [frameFile, statutesFile, rulesFile, textsFile, layoutsFile] = SHARED.map(need);
	const places = need('places/default.yaml') && readPlaces(inside('places/'), reader);
	if (!frameFile || !statutesFile || !rulesFile || !textsFile || !layoutsFile || !places)
		return { drafting: null, faults: reader.faults };
	const written = inside('documents/').map((file) => ({ name: file.name, file: readDocument(file, reader) }));
	const statutes = readStatutes(statutesFile, reader);
	const lists = {
		statute: Object.fromEntries([...statutes].map(([id, row]) => [id, titleOfStatute(row)])),
		document: Object.fromEntries(written.map(({ name, file }) => [name, file?.value.title ?? name]))
	};
	const frame = readFrame(frameFile, lists, reader);
	if (!frame) return { drafting: null, faults: reader.faults };
	const half = written.map(({ name, file }) => ({ name, read: file && readFields(file, frame.dictionary, reader) }));
	const around = {
		documents: new Map<string, RecordShape | null>(half.map(({ name, read }) => [name, read?.shape ?? null])),
		facts: frame.facts,
		parameters: new Set(places.get('default')?.map(({ id }) => id))
	};
	const documents = new Map<string, DocumentKind>();
	for (const { name, read } of half) if (read) documents.set(name, finishDocument(read, around, reader));
	const fileRules = readFileRules(rulesFile, around, reader);
	const texts = readTexts(textsFile, documents, reader);
	const layouts = readLayouts(layoutsFile, documents, reader);
	if (!texts || !layouts) return { drafting: null, faults: reader.faults };
	const { scoring, facts } = frame;
	const { bases, faults } = reader;
	return { drafting: { documents, fileRules, facts, statutes, scoring, texts, layouts, places, bases }, faults };
}

/** The rule book of a place; null = no such place. */
export function bookOf({ places, bases: _, ...rest }: DraftingContent, place: string): RuleBook | null {
	const parameters = places.get(place);
	return parameters ? { ...rest, parameters } : null;
}

/** What the shapes of drafts and case files are read from. */
export const knownOf = ({ documents, facts, places }: DraftingContent): KnownKinds => ({
	...{ documents, facts, parameters: places.get('default') ?? [] }
});

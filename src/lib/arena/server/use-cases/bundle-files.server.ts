import type { ResolvedCitation } from '#lib/law/domain/cited-article.ts';
import type { LawIndex } from '#lib/law/domain/law-index.ts';
import { withoutRepeats } from '#lib/law/domain/references.ts';
import {
	type ContentFault,
	type SourceFile,
	checkProvenance,
	parseYaml,
	readFolder
} from '#lib/platform/content-files.server.ts';
import { render } from '#lib/platform/markdown.server.ts';
import { findBundleFaults } from '../../domain/bundle/bundle-faults.ts';
import { type BundleBody, type BundleFile, type Exhibit, type LawEntry, sideOf } from '../../domain/bundle/bundle.ts';
import { readDrawing } from '../../domain/bundle/drawing.ts';
import { type BundleInput, bundleSchema } from './bundle-schema.server.ts';

/** What a bundle may point at outside of itself. */
export interface BundleLinks {
	/** Ids of drill items. */
	readonly items: ReadonlySet<string>;
	/** Ids of clean case files in `content/drafting`. */
	readonly files: ReadonlySet<string>;
	/** Files that have a fault of their own: it is told there, and not here again. */
	readonly faulty: ReadonlySet<string>;
}

interface Read {
	readonly bundles: BundleFile[];
	readonly faults: ContentFault[];
	readonly remarks: ContentFault[];
}

/** Reads `content/arena/bundles`: format, days, references among its parts, articles in force on the day of the decision. */
export function readBundleFiles(root: string, laws: LawIndex, links: BundleLinks): Read {
	const read: Read = { bundles: [], faults: [], remarks: [] };
	for (const file of readFolder(root, 'content/arena/bundles', '.yaml')) readBundle(file, { laws, links }, read);
	return read;
}

interface Around {
	readonly laws: LawIndex;
	readonly links: BundleLinks;
}

function readBundle(file: SourceFile, { laws, links }: Around, read: Read): void {
	const parsed = parseYaml(file.path, file.text, bundleSchema);
	if (!parsed.ok) {
		read.faults.push(...parsed.faults);
		return;
	}
	const { value, at } = parsed;
	const reader = new BundleReader(value, { laws, at, read });
	const body = reader.body();
	const own = [...findBundleFaults(body), ...findLinkFaults(value, links)];
	read.faults.push(...checkProvenance(file, value, at));
	read.faults.push(...own.map(({ field, message }) => at(field, message)));
	const citations = withoutRepeats(reader.citations, []);
	read.bundles.push({ id: value.id, digest: file.digest, source: file.text, title: value.title, body, citations });
}

/** Links to drill items and to the clean file that are not there. */
function findLinkFaults({ issues, cleanFile }: BundleInput, { items, files, faulty }: BundleLinks) {
	const isGone = (id: string, among: ReadonlySet<string>) => !among.has(id) && !faulty.has(id);
	return [
		...issues.flatMap((issue, index) =>
			issue.items
				.filter((id) => isGone(id, items))
				.map((id) => ({ field: `issues.${index}.items`, message: `没有这道题：${id}` }))
		),
		...(cleanFile !== null && isGone(cleanFile, files)
			? [{ field: 'cleanFile', message: `没有这本案卷：${cleanFile}` }]
			: [])
	];
}

interface Told {
	readonly laws: LawIndex;
	readonly at: (field: string, message: string) => ContentFault;
	readonly read: Read;
}

/** Makes the stored body of one file; what does not resolve is told on the way. */
class BundleReader {
	readonly citations: ResolvedCitation[] = [];
	readonly #input: BundleInput;
	readonly #told: Told;

	constructor(input: BundleInput, told: Told) {
		this.#input = input;
		this.#told = told;
	}

	body(): BundleBody {
		const { story, complaint, answer, exhibits, lawPack, reserved, ...rest } = this.#input;
		const { id: _id, title: _title, ...kept } = rest;
		return {
			...kept,
			isReserved: reserved,
			storyHtml: this.#html('story', story),
			complaintHtml: this.#html('complaint', complaint),
			answerHtml: this.#html('answer', answer),
			exhibits: exhibits.map((one, index) => this.#exhibit(one, index)),
			lawPack: lawPack.flatMap((one, index) => this.#law(one, index))
		};
	}

	#exhibit({ on, text, drawing, ...one }: BundleInput['exhibits'][number], index: number): Exhibit {
		const drawn = drawing ? readDrawing(drawing) : null;
		const { at, read } = this.#told;
		read.faults.push(...(drawn?.faults ?? []).map((message) => at(`exhibits.${index}.drawing`, message)));
		const html = text === '' ? '' : this.#html(`exhibits.${index}.text`, text);
		return { ...one, side: sideOf(one.id), gatheredOn: on, html, drawing: drawn?.drawing };
	}

	#law({ key, about, ...cited }: BundleInput['lawPack'][number], index: number): LawEntry[] {
		const answer = this.#told.laws.resolve(cited, this.#input.act.decidedOn);
		if (typeof answer === 'string') {
			this.#told.read.faults.push(this.#told.at(`lawPack.${index}`, answer));
			return [];
		}
		this.citations.push(answer);
		return [{ key, citation: answer, about }];
	}

	/** Markdown as HTML, with the articles that it names linked in the version of the day of the decision. */
	#html(field: string, text: string): string {
		const { laws, at, read } = this.#told;
		const day = this.#input.act.decidedOn;
		const { html, broken, citations, mentioned } = render(text, day, { find: laws.findMentions, asLinks: true });
		read.faults.push(...broken.map((address) => at(field, `链接写法不对：${address}`)));
		read.faults.push(...mentioned.faults.map((message) => at(field, message)));
		read.remarks.push(...mentioned.remarks.map((message) => at(field, message)));
		for (const cited of [...citations, ...mentioned.citations]) {
			const answer = laws.resolve(cited, day);
			if (typeof answer === 'string') read.faults.push(at(field, answer));
			else this.citations.push(answer);
		}
		return html;
	}
}

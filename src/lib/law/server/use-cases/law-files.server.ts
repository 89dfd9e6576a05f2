import * as v from 'valibot';
import {
	type ContentFault,
	articleNumber,
	checkProvenance,
	day,
	line,
	parseYaml,
	provenance,
	readFolder,
	slug
} from '#lib/platform/content-files.server.ts';
import { articlePosition, formatReference } from '#lib/shared/citation.ts';
import { formatDay } from '#lib/shared/time.ts';
import type { LawIndex } from '../../domain/law-index.ts';
import { type LawVersion, versionOn, beginOf } from '../../domain/in-force.ts';
import type { LawFile } from '../../domain/law-file.ts';
import { mentionFinder } from '../../domain/mentions.ts';
import { LAW_KINDS, type LawKind } from '../../domain/law-kinds.ts';

const lawSchema = v.strictObject({
	...provenance,
	shortTitles: v.array(line),
	kind: v.picklist(Object.keys(LAW_KINDS) as [LawKind]),
	versions: v.pipe(
		v.array(
			v.strictObject({
				id: day,
				inForceFrom: v.nullable(day),
				inForceUntil: v.nullable(day),
				text: v.picklist(['gist', 'missing']),
				articles: v.nullable(v.pipe(v.number(), v.integer())),
				note: v.nullable(line),
				replacedBy: v.optional(slug)
			})
		),
		v.minLength(1)
	),
	articles: v.array(
		v.strictObject({
			article: articleNumber,
			versions: v.pipe(v.array(day), v.minLength(1)),
			heading: line,
			gist: line
		})
	)
});
/** Reads `content/law`; every fault of every file is reported at once. */
export function readLawFiles(root: string): { laws: LawFile[]; faults: ContentFault[] } {
	const laws: LawFile[] = [];
	const faults: ContentFault[] = [];
	const files = readFolder(root, 'content/law', '.yaml');
	const known = new Set(files.map(({ name }) => name));
	for (const file of files) {
		const parsed = parseYaml(file.path, file.text, lawSchema);
		if (!parsed.ok) faults.push(...parsed.faults);
		else {
			faults.push(...checkProvenance(file, parsed.value, parsed.at), ...checkLaw(parsed.value, parsed.at));
			faults.push(...checkSuccessors(parsed.value, known, parsed.at));
			laws.push({ ...parsed.value, digest: file.digest });
		}
	}
	return { laws, faults };
}

type At = (field: string, message: string) => ContentFault;

function checkLaw(law: v.InferOutput<typeof lawSchema>, at: At): ContentFault[] {
	const faults: ContentFault[] = [];
	law.versions.forEach((version, index) => {
		const before = law.versions[index - 1];
		const from = beginOf({ ...version, version: version.id });
		if (before && (before.inForceUntil === null || before.inForceUntil >= from)) {
			faults.push(at(`versions.${index}`, '两个版本的施行期间重叠'));
		}
		if (version.inForceUntil !== null && version.inForceUntil < from) {
			faults.push(at(`versions.${index}.inForceUntil`, '失效日期早于施行日期'));
		}
		if (version.inForceFrom === null && version.note === null) {
			faults.push(at(`versions.${index}.note`, '没有施行日期时要写明原因'));
		}
	});
	const known = new Set(law.versions.map(({ id }) => id));
	law.articles.forEach(({ article, versions }, index) => {
		const unknown = versions.find((id) => !known.has(id));
		if (unknown) faults.push(at(`articles.${index}.versions`, `没有版本 ${unknown}`));
		const twin = law.articles.findIndex(
			(one) => one.article === article && one.versions.some((id) => versions.includes(id))
		);
		if (twin !== index) faults.push(at(`articles.${index}.article`, `第 ${article} 条的要点重复`));
		const before = law.articles[index - 1];
		if (before && articlePosition(before.article) > articlePosition(article)) {
			faults.push(at(`articles.${index}.article`, '条号没有按顺序排列'));
		}
	});
	return faults;
}

/** `replacedBy` names another law that is here, of a version that has ended and has no newer one after it. */
function checkSuccessors(law: v.InferOutput<typeof lawSchema>, known: ReadonlySet<string>, at: At): ContentFault[] {
	return law.versions.flatMap(({ replacedBy, inForceUntil }, index) => {
		if (replacedBy === undefined) return [];
		const place = `versions.${index}.replacedBy`;
		if (!known.has(replacedBy)) return [at(place, `没有这部法：${replacedBy}`)];
		if (replacedBy === law.id) return [at(place, '由本法的新版本取代时，不写 replacedBy')];
		if (inForceUntil === null) return [at(place, '写明 replacedBy 的版本要有 inForceUntil')];
		return index === law.versions.length - 1 ? [] : [at(place, '后面还有新版本，不写 replacedBy')];
	});
}

/** An index over law files, for the checker and the loaders. */
export function indexLaws(laws: readonly LawFile[]): LawIndex {
	const byId = new Map(laws.map((law) => [law.id, law]));
	return {
		findMentions: mentionFinder(laws.map(asHeld)),
		has: (law) => byId.has(law),
		resolve(cited, on) {
			const law = byId.get(cited.law);
			if (!law) return `没有这部法：${cited.law}`;
			const versions = law.versions.map((one): LawVersion & { text: string } => ({ ...one, version: one.id }));
			const version = versionOn(versions, on);
			if (!version) return `《${law.title}》在${formatDay(on)}没有生效的版本`;
			if (version.text === 'missing') return `《${law.title}》${version.version} 版缺文本，不能引用条文`;
			const gist = law.articles.find((one) => one.article === cited.article && one.versions.includes(version.version));
			if (!gist) return `《${law.title}》${version.version} 版缺少${formatReference({ article: cited.article })}的要点`;
			return { ...cited, version: version.version };
		}
	};
}

/** A law file as far as citations in running text ask: its versions, each with the articles that have a gist. */
function asHeld({ id, title, shortTitles, versions, articles }: LawFile) {
	const gistsOf = (version: string) => articles.flatMap((one) => (one.versions.includes(version) ? [one.article] : []));
	return {
		...{ id, title, shortTitles },
		versions: versions.map((one) => ({ ...one, version: one.id, held: gistsOf(one.id) }))
	};
}

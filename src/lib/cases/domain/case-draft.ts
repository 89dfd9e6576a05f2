import type { CaseMaterial, MaterialDefect } from '#lib/drafting/domain/review/case-material.ts';

/** How the severity of a defect reads on the ladder of case studies; the author may change it. */
const GRAVITY_OF = { fatal: 'revoked', major: 'unlawful', minor: 'defect' } as const;

/** Whatever stands on one line of YAML: JSON is YAML. */
const flow = (row: Readonly<Record<string, unknown>>) => `- ${JSON.stringify(row)}`;

/** Colons, hashes and the like of a text must not start new lines or headings of the body. */
const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/**
 * The parts of a case study that a reviewed file gives: facts, defects with the rules they break, tasks made from the same file.
 * What only an author can say – lead, people, time line, the lesson – stays empty or is asked for in 〔 〕.
 * @returns the parts by name, as the studio begins a manuscript with them
 */
export function draftCase(material: CaseMaterial): Readonly<Record<string, string>> {
	const { title, industry, asOf, source, defects, tasks } = material;
	const areas = [...new Set(defects.map(({ area }) => area))];
	return {
		...{ title: oneLine(title), industry, asOf, sources: oneLine(source) },
		polarity: defects.length > 0 ? 'negative' : 'positive',
		areas: areas.join('\n'),
		sourceKind: 'invented',
		redaction: '{state: not-needed}',
		defects: defects.map((defect) => flow(defectRow(defect))).join('\n'),
		related: tasks.length > 0 ? `tasks: ${JSON.stringify(tasks)}` : '',
		body: bodyOf(material)
	};
}

const defectRow = ({ what, where, area, rule, severity, wanted }: MaterialDefect) => ({
	...{ what: oneLine(`${where}${what}`), area, rule, gravity: GRAVITY_OF[severity], better: oneLine(wanted) }
});

function bodyOf({ story, defects, mending }: CaseMaterial): string {
	const found = defects.map(({ where, what, rule }) => `- ${oneLine(`${where}${what}`)}（${rule}）`);
	const sections: [string, readonly string[]][] = [
		['案情', story.map((part) => oneLine(part).replace(/^(?=[#>`~-])/, '\\'))],
		['争议焦点', ['〔这本案卷最值得争的是哪一处？〕']],
		['查处经过', ['〔按先后写：谁、什么时候、做了什么〕']],
		['法律适用', ['〔义务条款、罚则条款，各写一条，写清为什么是这一条〕']],
		['裁量说理', ['〔幅度、因子、证据〕']],
		['点评', [found.length > 0 ? found.join('\n') : '〔哪里做得好，为什么〕', ...mendingOf(mending)]],
		['启示', ['1. 〔明天起换一种做法〕\n2. 〔〕\n3. 〔〕']]
	];
	return sections.map(([word, parts]) => `## ${word}\n\n${parts.join('\n\n')}\n`).join('\n');
}

const mendingOf = (mending: readonly string[]) =>
	mending.length > 0 ? [`评查后要求整改：\n${mending.map((text) => `- ${oneLine(text)}`).join('\n')}`] : [];

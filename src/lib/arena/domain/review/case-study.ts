import type { Bundle, Defect } from '../bundle/bundle.ts';
import { nameOfExhibit } from '../bundle/bundle.ts';
import type { Consequence } from '../bundle/consequences.ts';
import { areaOf } from '../bundle/sub-issues.ts';
import type { Hearing, Line } from '../hearing/hearing.ts';
import { partyOf } from '../hearing/role.ts';

/** How the ladder of a moot case reads on the ladder of case studies; the author may change it. */
const GRAVITY_OF: Readonly<Record<Consequence, string>> = {
	...{ weak: 'defect', excluded: 'defect', slip: 'defect', unlawful: 'unlawful', changed: 'unlawful' },
	...{ partly: 'revoked', revoked: 'revoked', void: 'void' }
};

/** What a hearing leaves for whoever writes it up. */
export interface HearingMaterial {
	readonly title: string;
	/** Where it may be looked at again: `/arena/…`. */
	readonly address: string;
	readonly bundle: Bundle;
	readonly hearing: Hearing;
	/** Words of the bundle's HTML. */
	readonly story: readonly string[];
}

/** JSON is YAML. */
const flow = (row: Readonly<Record<string, unknown>>) => `- ${JSON.stringify(row)}`;
/** What was said in court must not begin lists or headings of the body. */
const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
const quoted = (text: string) => oneLine(text).replace(/^(?=[#>`~-])/, '\\');

/**
 * The parts of a case study that a published hearing gives: story, people, time line, issues with what both sides made of
 * them, defects with their article, judgment, commentary, and the exercises of the issues. What only an author can say is
 * asked for in 〔 〕. @returns the parts by name, as the studio begins a manuscript with them
 */
export function draftHearingCase(material: HearingMaterial): Readonly<Record<string, string>> {
	const { bundle } = material;
	return {
		...{ title: oneLine(bundle.title), lead: oneLine(bundle.lead), polarity: 'mixed', industry: bundle.industry },
		...{ areas: bundle.areas.join('\n'), difficulty: String(bundle.difficulty), asOf: bundle.act.decidedOn },
		...{ sourceKind: 'invented', redaction: '{state: not-needed}', sources: bundle.sources.map(oneLine).join('\n') },
		timeline: bundle.timeline.map(({ on, text }) => flow({ at: `${on}T09:00`, text: oneLine(text) })).join('\n'),
		people: peopleOf(bundle),
		well: material.hearing.court.lines
			.filter(isComment)
			.slice(0, 1)
			.map(({ text }) => oneLine(text))
			.join('\n'),
		defects: bundle.defects.map((defect) => flow(defectRow(defect, bundle))).join('\n'),
		related: `items: ${JSON.stringify([...new Set(bundle.issues.flatMap(({ items }) => items))])}`,
		body: bodyOf(material)
	};
}

const isComment = ({ kind }: Line) => kind === 'comment';

function peopleOf({ parties, witnesses }: Bundle): string {
	const sides = [
		{ who: parties.plaintiff.name, role: '原告，被处罚的一方' },
		{ who: parties.defendant.name, role: '被告，作出处罚的机关' }
	];
	const all = [...sides, ...witnesses.map(({ name, role }) => ({ who: name, role }))];
	return all.map(flow).join('\n');
}

/** The article that the issue of the same point is argued with. */
function defectRow({ sub, what, exhibit, consequence }: Defect, { issues, arguments: prepared, lawPack }: Bundle) {
	const issue = issues.find((one) => one.sub === sub)?.id;
	const key = prepared.find((one) => one.issue === issue)?.law[0];
	const cited = lawPack.find((one) => one.key === key)?.citation;
	const { law, article, paragraph, item } = cited ?? {};
	const citation = law && article ? { citation: { law, article, paragraph, item } } : {};
	const said = oneLine(`${nameOfExhibit(exhibit)}：${what}`);
	return { what: said, area: areaOf(sub), ...citation, gravity: GRAVITY_OF[consequence], better: '〔当时该怎么做〕' };
}

function bodyOf({ title, address, hearing, story }: HearingMaterial): string {
	const { court } = hearing;
	const judgment = court.judgment ? [quoted(court.judgment.text), `理由：${quoted(court.judgment.reasons)}`] : [];
	const comments = court.lines.filter(isComment).map(({ text }) => `- ${oneLine(text)}`);
	const sections: [string, readonly string[]][] = [
		['案情', story.map(quoted)],
		['争议焦点', [court.issues.map(({ point, text }) => `- ${point} ${oneLine(text)}`).join('\n')]],
		['查处经过', ['〔按先后写：谁、什么时候、做了什么〕', ...evidenceOf(hearing)]],
		['法律适用', [...arguedOn(hearing, ['facts', 'procedure', 'evidence', 'law']), '〔写清为什么是这一条〕']],
		['裁量说理', [...arguedOn(hearing, ['discretion']), '〔幅度、因子、证据〕']],
		['点评', [...judgment, comments.join('\n'), `出自模拟庭审“${oneLine(title)}”（${address}）。`]],
		['启示', ['1. 〔明天起换一种做法〕\n2. 〔〕\n3. 〔〕']]
	];
	const isSaid = (part: string) => part !== '';
	return sections.map(([word, parts]) => `## ${word}\n\n${parts.filter(isSaid).join('\n\n')}\n`).join('\n');
}

/** What became of the evidence that was fought over. */
function evidenceOf({ court }: Hearing): string[] {
	const rows = Object.entries(court.exhibits).flatMap(([id, { offered, oppositions, ruling }]) => {
		const against = oppositions.find(({ properties }) => properties.length > 0);
		if (!offered || !against || !ruling) return [];
		return [
			`- ${nameOfExhibit(id)}《${oneLine(offered.title)}》：${oneLine(against.text)}法庭：${oneLine(ruling.reason)}`
		];
	});
	return rows.length > 0 ? [`庭上争过的证据：\n${rows.join('\n')}`] : [];
}

/** Issue by issue, what each side said in the debate. */
function arguedOn({ course, court }: Hearing, areas: readonly string[]): string[] {
	const sideOf = (seatId: string) => partyOf(course.seats.find(({ id }) => id === seatId));
	return court.issues
		.filter(({ area }) => areas.includes(area))
		.flatMap(({ id, text }) => {
			const said = court.lines.filter(({ issueId, kind }) => issueId === id && kind === 'argument');
			if (said.length === 0) return [];
			const words = { plaintiff: '攻方', defendant: '守方', third: '第三人' };
			const rows = said.map((line) => `- ${words[sideOf(line.seatId) ?? 'plaintiff']}：${oneLine(line.text)}`);
			return [`${oneLine(text)}\n\n${rows.join('\n')}`];
		});
}

import { printable } from '#lib/shared/printable.ts';

interface Entry {
	readonly id: string;
	readonly title: string;
	readonly lead: string;
	readonly warning: string;
	readonly industry: string;
	readonly changedAt: Date;
}

interface Feed {
	/** Under which the server was reached, `https://example.org`. */
	readonly origin: string;
	readonly bureau: string;
	readonly entries: readonly Entry[];
	/** Of the list; the feed's own date where it has no entries. */
	readonly changedAt: Date;
}

/** The public cases as an Atom feed (RFC 4287), newest change first; nothing else of a piece is in it. */
export function formatFeed({ origin, bureau, entries, changedAt }: Feed): string {
	const list = `${origin}/public/cases`;
	const newestFirst = [...entries].sort((left, right) => right.changedAt.getTime() - left.changedAt.getTime());
	return [
		'<?xml version="1.0" encoding="utf-8"?>',
		'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">',
		`<id>${escapeXml(list)}</id>`,
		`<title>${escapeXml(`以案释法 · ${bureau}`)}</title>`,
		`<updated>${changedAt.toISOString()}</updated>`,
		`<author><name>${escapeXml(bureau)}</name></author>`,
		`<link rel="self" type="application/atom+xml" href="${escapeXml(`${list}/feed.xml`)}"/>`,
		`<link rel="alternate" type="text/html" href="${escapeXml(list)}"/>`,
		...newestFirst.map((entry) => formatEntry(list, entry)),
		'</feed>',
		''
	].join('\n');
}

function formatEntry(list: string, { id, title, lead, warning, industry, changedAt }: Entry): string {
	const address = escapeXml(`${list}/${id}`);
	return [
		'<entry>',
		`<id>${address}</id>`,
		`<title>${escapeXml(title)}</title>`,
		`<updated>${changedAt.toISOString()}</updated>`,
		`<link rel="alternate" type="text/html" href="${address}"/>`,
		`<category term="${escapeXml(industry)}"/>`,
		`<summary>${escapeXml(`${lead}警示：${warning}`)}</summary>`,
		'</entry>'
	].join('\n');
}

const ENTITIES: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&apos;'
};

const LONE = /\p{Surrogate}/gu;

/** Text for an element or an attribute; characters that XML 1.0 cannot hold are left out. */
export function escapeXml(text: string): string {
	return printable(text)
		.replace(LONE, '')
		.replace(/[&<>"']/g, (sign) => ENTITIES[sign]!);
}

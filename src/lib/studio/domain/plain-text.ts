const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** The words of our own sanitised HTML, in one line. */
export function plainText(html: string): string {
	const bare = html.replace(/<[^>]*>/g, ' ');
	const read = bare.replace(/&(#?\w+);/g, (whole, entity: string) => letterOf(entity) ?? whole);
	return read.replace(/\s+/g, ' ').trim();
}

function letterOf(entity: string): string | undefined {
	if (!entity.startsWith('#')) return NAMED[entity];
	const code = /^#x/i.test(entity) ? parseInt(entity.slice(2), 16) : Number(entity.slice(1));
	return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

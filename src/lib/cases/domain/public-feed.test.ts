import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeXml, formatFeed } from './public-feed.ts';

const SIGNS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const read = (text: string) => text.replace(/&(\w+);/g, (_, name: string) => SIGNS[name]!);
/** The content of each element without children. */
const textsOf = (xml: string) => [...xml.matchAll(/<(\w+)>([^<]*)<\/\1>/g)].map(([, , text]) => read(text!));

const entry = (id: string, day: string, title = id) => ({
	...{ id, title, lead: '提要。', warning: '当心。', industry: '工贸', changedAt: new Date(`2026-11-${day}T08:00:00Z`) }
});
const feed = (entries: ReturnType<typeof entry>[]) =>
	formatFeed({ origin: 'http://a.example', bureau: '应急局', entries, changedAt: new Date('2026-11-20T08:00:00Z') });

test('entries stand by their newest change, with absolute addresses and dates that Atom asks for', () => {
	const xml = feed([entry('old', '03'), entry('new', '11')]);
	expect([...xml.matchAll(/<id>([^<]*)<\/id>/g)].map(([, id]) => id)).toEqual([
		...['http://a.example/public/cases', 'http://a.example/public/cases/new', 'http://a.example/public/cases/old']
	]);
	expect([...xml.matchAll(/<updated>([^<]*)<\/updated>/g)].map(([, at]) => at)).toEqual([
		...['2026-11-20T08:00:00.000Z', '2026-11-11T08:00:00.000Z', '2026-11-03T08:00:00.000Z']
	]);
	expect(textsOf(xml)).toContain('提要。警示：当心。');
});

test('an empty feed is a feed', () => {
	expect(textsOf(feed([]))).toContain('以案释法 · 应急局');
});

test('whatever a title holds stays text, and is said whole but for what XML cannot hold', () => {
	fc.assert(
		fc.property(fc.array(fc.nat(0xffff), { maxLength: 40 }), (codes) => {
			const title = String.fromCharCode(...codes);
			const escaped = escapeXml(title);
			expect(escaped).not.toMatch(/[<>"']|&(?!(amp|lt|gt|quot|apos);)/);
			// eslint-disable-next-line no-control-regex -- they are what must be gone
			expect(escaped).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
			expect(read(escaped).isWellFormed()).toBe(true);
			// eslint-disable-next-line no-control-regex
			const kept = title.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffd-\uffff]/g, '');
			expect(read(escaped).replaceAll('\ufffd', '')).toBe(kept);
		})
	);
	expect(textsOf(feed([entry('one', '03', '</title><script>alert(1)</script>')]))).toContain(
		'</title><script>alert(1)</script>'
	);
	expect(escapeXml('a\u0000\ud800b')).toBe('ab');
});

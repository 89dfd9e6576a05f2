import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { stampContent } from './content-stamp.ts';

const root = mkdtempSync(join(tmpdir(), 'leitai-stamp-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
mkdirSync(join(root, 'content/law'), { recursive: true });
const write = (name: string, text: string) => writeFileSync(join(root, 'content', name), text);
write('law/one.yaml', 'ab');
write('law/two.yaml', 'c');
const program = pathToFileURL('/srv/build/leitai/chunks/serve-abc123.js').href;
const stamp = () => stampContent(root, program);

test('the same files and the same program give the same stamp', () => {
	expect(stamp()).toBe(stamp());
	expect(stamp()).toMatch(/^[0-9a-f]{64}$/);
});

test('another program, a changed, moved, added or renamed file gives another', () => {
	const seen = new Set([stamp(), stampContent(root, program.replace('abc123', 'abd123'))]);
	write('law/two.yaml', 'd');
	seen.add(stamp());
	// The same bytes in the same order, cut elsewhere.
	write('law/one.yaml', 'a');
	write('law/two.yaml', 'bd');
	seen.add(stamp());
	write('law/three.yaml', '');
	seen.add(stamp());
	rmSync(join(root, 'content/law/three.yaml'));
	write('three.yaml', '');
	seen.add(stamp());
	expect(seen.size).toBe(6);
});

test('what runs from its sources is read every time', () => {
	expect(stampContent(root, import.meta.url)).toBeNull();
});

import { mkdtempSync, mkdirSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { processIdentity } from '../process-identity.server.mjs';
import { isClientAlive } from './clients.server.ts';
import { accessRules, writeSettings } from './configuration.server.ts';
import { targetOf } from './connection.server.ts';
import { isShortEnough } from './home.server.ts';
import { makeLibraryLinks } from './links.server.mjs';
import { commandNames } from './postmaster.server.ts';

test.each([
	['/x/bin/postgres -D /data/pg ', true],
	['/x/bin/postgres -D /data/pg', true],
	['/x/bin/postgres -D "/data/pg"', true],
	['/x/bin/postgres -D /data/pg2', false],
	['/x/bin/postgres -D /data/pg/inner', false],
	['vim /data/pg', false],
	['', false]
])('%j starts a server on /data/pg: %s', (command, expected) => {
	expect(commandNames(command, '/data/pg')).toBe(expected);
});

test('a socket path counts in bytes', () => {
	expect(isShortEnough(`/${'a'.repeat(80)}`)).toBe(true);
	expect(isShortEnough(`/${'a'.repeat(90)}`)).toBe(false);
	expect(isShortEnough(`/${'擂'.repeat(30)}`)).toBe(false);
});

test('settings are quoted for postgresql.conf', () => {
	expect(writeSettings({ port: 5432, unix_socket_directories: "/it's here" })).toBe(
		"port = '5432'\nunix_socket_directories = '/it''s here'\n"
	);
});

test('only the user of the server and root may use the socket, loopback needs the password', () => {
	const { hba, ident } = accessRules('officer');
	expect(hba).toBe('local all all peer map=leitai\nhost all all 127.0.0.1/32 scram-sha-256\n');
	expect(ident).toBe('leitai "officer" leitai\nleitai "root" leitai\n');
	expect(accessRules('root').ident.match(/root/g)).toHaveLength(1);
});

test('a target goes through the socket, or through loopback with the password', () => {
	expect(targetOf({ socketFolder: '/s', port: 5432, listen: '' }, 'secret')).not.toHaveProperty('password');
	expect(targetOf({ socketFolder: '/s', port: 5432, listen: '' }, 'secret').path).toBe('/s/.s.PGSQL.5432');
	expect(targetOf({ socketFolder: '', port: 6000, listen: '127.0.0.1' }, 'secret')).toMatchObject({
		host: '127.0.0.1',
		port: 6000,
		password: 'secret'
	});
});

test('a client is its process number and start time together', () => {
	expect(isClientAlive(`${process.pid}.${processIdentity(process.pid)}.ab`)).toBe(true);
	expect(isClientAlive(`${process.pid}.12.ab`)).toBe(false);
	expect(isClientAlive('not-a-client')).toBe(false);
});

test('missing library links are made, existing ones left alone', () => {
	const folder = mkdtempSync(join(tmpdir(), 'leitai-links-'));
	mkdirSync(join(folder, 'native', 'lib'), { recursive: true });
	const links = [{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }];
	writeFileSync(join(folder, 'native', 'pg-symlinks.json'), JSON.stringify(links));
	makeLibraryLinks(join(folder, 'native'));
	makeLibraryLinks(join(folder, 'native'));
	expect(readlinkSync(join(folder, 'native', 'lib', 'libpq.so.5'))).toBe('libpq.so.5.18');
	makeLibraryLinks(join(folder, 'nowhere'));
	rmSync(folder, { recursive: true });
});

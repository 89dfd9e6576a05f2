import { chownSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Home } from './home.server.ts';

export type Settings = Readonly<Record<string, string | number>>;

/** A bureau of some thirty people: little memory, no replication, every commit on disk. */
export const DEFAULT_SETTINGS: Settings = {
	max_connections: 60,
	shared_buffers: '64MB',
	maintenance_work_mem: '32MB',
	max_wal_size: '256MB',
	min_wal_size: '64MB',
	wal_level: 'minimal',
	max_wal_senders: 0,
	max_logical_replication_workers: 0,
	wal_compression: 'on',
	max_parallel_workers_per_gather: 0,
	io_method: 'sync',
	jit: 'off',
	timezone: 'UTC',
	log_timezone: 'UTC',
	lc_messages: 'C',
	log_min_messages: 'warning',
	log_line_prefix: '%m [%p] ',
	unix_socket_permissions: '0700',
	cluster_name: 'leitai'
};

/** The line in `postgresql.conf` that brings our file in. */
export const INCLUDE_LINE = "include = 'leitai.conf'";

/** One `name = 'value'` line per setting, quotes doubled. */
export function writeSettings(settings: Settings): string {
	return Object.entries(settings)
		.map(([name, value]) => `${name} = '${String(value).replaceAll("'", "''")}'\n`)
		.join('');
}

/**
 * Who may connect. Socket: the user who runs the server and root, vouched for by the operating system; the folder of the
 * socket is closed to all others anyway. Loopback: whoever knows the random password.
 */
export function accessRules(serverUser: string): { hba: string; ident: string } {
	return {
		hba: 'local all all peer map=leitai\nhost all all 127.0.0.1/32 scram-sha-256\n',
		ident: [...new Set([serverUser, 'root'])].map((name) => `leitai "${name}" leitai\n`).join('')
	};
}

/** Writes all three files anew; called before every start, so that a changed place or version takes effect. */
export function writeConfiguration(home: Home, socket: string | null, port: number, extra: Settings): void {
	const { hba, ident } = accessRules(home.user.name);
	const place: Settings =
		socket === null
			? { listen_addresses: '127.0.0.1', unix_socket_directories: '' }
			: { listen_addresses: '', unix_socket_directories: socket };
	const files = {
		'leitai.conf': writeSettings({
			...DEFAULT_SETTINGS,
			...place,
			port,
			hba_file: join(home.data, 'leitai_hba.conf'),
			ident_file: join(home.data, 'leitai_ident.conf'),
			...extra
		}),
		'leitai_hba.conf': hba,
		'leitai_ident.conf': ident
	};
	for (const [name, text] of Object.entries(files)) {
		writeFileSync(join(home.data, name), text, { mode: 0o600 });
		if (home.user.foreign) chownSync(join(home.data, name), home.user.uid, home.user.gid);
	}
}

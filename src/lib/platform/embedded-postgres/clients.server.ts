import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { processIdentity } from '../process-identity.server.mjs';

/**
 * Who uses a cluster: one empty file per handle, `pid.startTime.random`, in `folder/clients`.
 * The start time tells a living client from a dead one whose number was given away again. Call only under the lock.
 */
export function addClient(folder: string): string {
	mkdirSync(join(folder, 'clients'), { recursive: true });
	const file = `${process.pid}.${processIdentity(process.pid)}.${randomBytes(4).toString('hex')}`;
	writeFileSync(join(folder, 'clients', file), '');
	return file;
}

export function removeClient(folder: string, file: string): void {
	rmSync(join(folder, 'clients', file), { force: true });
}

/** How many clients live; forgets the dead ones. */
export function countClients(folder: string): number {
	const living = readdirSync(join(folder, 'clients')).filter((file) => {
		if (isClientAlive(file)) return true;
		removeClient(folder, file);
		return false;
	});
	return living.length;
}

/** Whether the process that registered under this name still runs. */
export function isClientAlive(file: string): boolean {
	const [pid, started] = file.split('.');
	return started !== undefined && processIdentity(Number(pid)) === started;
}

import type { DemoAccount } from './prepare.ts';
import { networkInterfaces } from 'node:os';

export interface Started {
	readonly address: string;
	/** Set if the wished port was taken. */
	readonly portTaken?: number;
	/** Where others in the house reach us; empty if we listen on this machine only. */
	readonly others: readonly string[];
	readonly data: string;
	readonly demoAccounts: readonly DemoAccount[];
}

/** An address that a browser on this machine can open. */
export function shownAddress(host: string, port: number): string {
	if (host === '0.0.0.0' || host === '::' || host === '') return `http://127.0.0.1:${port}`;
	return host.includes(':') ? `http://[${host}]:${port}` : `http://${host}:${port}`;
}

/** The addresses of this machine in its networks, if the server listens on all of them. */
export function otherAddresses(host: string, port: number): string[] {
	if (host !== '0.0.0.0' && host !== '::') return [];
	return Object.values(networkInterfaces())
		.flatMap((list) => list ?? [])
		.filter((entry) => entry.family === 'IPv4' && !entry.internal)
		.map((entry) => shownAddress(entry.address, port));
}

export function formatBanner({ address, portTaken, others, data, demoAccounts }: Started): string {
	const accounts = demoAccounts.map(
		({ role, name, account, password }) => `  ${role}　${name}　账号 ${account}　密码 ${password}`
	);
	return [
		'',
		`擂台已启动：${address}`,
		...others.map((other) => `　　　局域网：${other}`),
		...(portTaken === undefined ? [] : [`端口 ${portTaken} 已被别的程序占用，改用上面的端口`]),
		...(accounts.length > 0 ? ['演示账号：', ...accounts] : []),
		`数据：${data}`,
		'按 Ctrl-C 停止',
		''
	].join('\n');
}

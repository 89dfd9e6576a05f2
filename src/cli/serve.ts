import { stateFolder, type OpenDatabase } from '#lib/platform/database.server.ts';
import { withFileLock } from '#lib/platform/file-lock.server.mjs';
import { configureHandler, isStream, startHttpServer } from '#lib/platform/http-server.server.ts';
import { findRunningInstance, isSameWish, removeInstance, writeInstance } from '#lib/platform/instance.server.mjs';
import { projectRoot } from '#lib/platform/project-root.server.ts';
import { announceDrained } from '#lib/platform/shutdown.server.ts';
import { readEnvironment, type Environment } from '#lib/shared/environment.ts';
import { randomUUID } from 'node:crypto';
import type { RequestListener, Server } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Arguments, Output } from './command.ts';
import { formatBanner, otherAddresses, shownAddress, type Started } from './shell/banner.ts';
import { makeReady } from './shell/ready.ts';
import { shutDown, stopSignal } from './shell/stop.ts';

export const name = 'serve';
export const summary = '启动网站（npm start 就是它）';
export const usage = '';
export const options = {};

/** What a start has opened so far: a signal in the middle of it must close just that. */
interface Serving {
	database?: OpenDatabase;
	server?: Server;
	instance: string;
}

export async function run(_: Arguments, io: Output): Promise<void> {
	const environment = readEnvironment(process.env);
	const folder = stateFolder(environment);
	const file = join(folder, 'instance.json');
	const serving: Serving = { instance: randomUUID() };
	const signal = stopSignal();
	void signal.then((name) => {
		removeInstance(file, serving.instance);
		return shutDown(name, serving.server ?? null, async () => serving.database?.close());
	});
	const onWait = () => io.err('另一个进程正在启动，等它完成');
	const running = await withFileLock({ folder, name: 'start', onWait }, async () => {
		const other = await findRunningInstance(file);
		if (other && isSameWish(other, process.env['PORT'])) return other;
		const started = await start(environment, serving, io).catch(async (error: unknown) => {
			// The application may have opened its own part already.
			await announceDrained();
			await serving.database?.close();
			throw error;
		});
		writeInstance(file, { ...started, instance: serving.instance, pid: process.pid });
		return null;
	});
	if (running) {
		io.out(`擂台已经在运行：${running.address}（进程 ${running.pid}）`);
		io.json({ running: true, address: running.address, pid: running.pid });
		return;
	}
	await new Promise(() => {});
}

async function start(environment: Environment, serving: Serving, io: Output) {
	const { database, demoAccounts } = await makeReady(process.env, io.err, (opened) => (serving.database = opened));
	const { server, port } = await startHttpServer({
		host: environment.HOST,
		port: environment.PORT,
		trustProxy: environment.TRUST_PROXY,
		instance: serving.instance,
		meter: await loadMeter(environment),
		handler: await loadHandler()
	});
	serving.server = server;
	const address = shownAddress(environment.HOST, port);
	const others = otherAddresses(environment.HOST, port);
	const isMoved = environment.PORT !== 0 && environment.PORT !== port;
	const started: Started = {
		address,
		others,
		data: database.where,
		demoAccounts,
		...(isMoved ? { portTaken: environment.PORT } : {})
	};
	io.out(formatBanner(started));
	io.json(started);
	return { address, port };
}

/** Nothing of it is loaded where nobody wants figures. */
async function loadMeter({ LEITAI_METRICS, LEITAI_METRICS_TOKEN }: Environment) {
	if (!LEITAI_METRICS) return null;
	const { openMeter } = await import('#lib/platform/metrics/meter.server.ts');
	return openMeter({ token: LEITAI_METRICS_TOKEN, isStream });
}

/** The built application; it opens its own database while it loads. */
async function loadHandler(): Promise<RequestListener> {
	configureHandler(process.env);
	const path = pathToFileURL(join(projectRoot(), 'build', 'handler.js')).href;
	const { handler } = (await import(/* @vite-ignore */ path)) as { handler: RequestListener };
	return handler;
}

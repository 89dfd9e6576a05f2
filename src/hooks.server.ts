import { type Handle, type HandleServerError, type ServerInit, error, redirect } from '@sveltejs/kit';
import { sequence } from '@sveltejs/kit/hooks';
import { randomInt, randomUUID } from 'node:crypto';
import {
	DATABASE_POOL,
	DATABASE_URL,
	LEITAI_CLOCK,
	LEITAI_DATA,
	LEITAI_SECRET_KEY,
	LOG_LEVEL,
	MAIL_FROM,
	SMTP_URL
} from '$app/env/private';
import {
	LEITAI_OIDC_CLAIM as claim,
	LEITAI_OIDC_CLIENT_ID as clientId,
	LEITAI_OIDC_CLIENT_SECRET as clientSecret,
	LEITAI_OIDC_ISSUER as issuer,
	LEITAI_OIDC_LABEL as label
} from '$app/env/private';
import { startHub } from '#lib/arena/server/live/node-hub.server.ts';
import { keepProvider } from '#lib/identity/server/provider.server.ts';
import { keepRecentSessions } from '#lib/identity/server/recent-sessions.server.ts';
import { validateSession } from '#lib/identity/server/sessions.server.ts';
import { forgetDigest } from '#lib/notices/server/kept-digests.server.ts';
import { keepSettings } from '#lib/settings/server/kept-settings.server.ts';
import { keepHolidays } from '#lib/settings/server/use-cases/holidays.server.ts';
import { startApplication } from '#lib/platform/application.server.ts';
import { type Clock, startClock } from '#lib/platform/clock.server.ts';
import { SESSION_COOKIE, keepSession } from '#lib/platform/session-cookie.server.ts';
import { keepSecretKey } from '#lib/platform/secret-box.server.ts';
import { type Log, openLog } from '#lib/platform/log.server.ts';
import { openMailer } from '#lib/platform/mailer.server.ts';
import { noteRoute } from '#lib/platform/metrics/route-note.server.ts';
import { isPublicPath } from '#lib/platform/public-answers.server.ts';
import { startSweeps } from './sweeps.server.ts';

// Set by `init`: the environment has no values while modules are still being loaded.
let log: Log;
let clock: Clock;
let application: Awaited<ReturnType<typeof startApplication>>;

export const init: ServerInit = async () => {
	log = openLog(LOG_LEVEL);
	clock = startClock(LEITAI_CLOCK);
	keepSecretKey(LEITAI_SECRET_KEY);
	keepProvider({ issuer, clientId, clientSecret, label, claim });
	application = await startApplication({ DATABASE_URL, DATABASE_POOL, LEITAI_DATA }, clock);
	await keepRecentSessions(application.listen);
	await keepSettings(application.listen);
	await keepHolidays({ db: application.db, log }, application.listen);
	await startHub({ db: application.db, now: clock, log }, application.listen);
	const mailer = openMailer({ SMTP_URL, MAIL_FROM });
	startSweeps(() => ({ db: application.db, now: clock(), actor: null, seed: 0, log, request: 'sweep' }), mailer);
};

/** Who asks, when, with what: everything that a use-case needs to know of a request. */
const identify: Handle = async ({ event, resolve }) => {
	const { locals, cookies, url } = event;
	noteRoute(event.platform?.req, event.route.id);
	// PostgreSQL cannot hold the character, so nothing can be found by it.
	if (/%00/.test(url.pathname + url.search)) error(400, '地址里有不能识别的字符。');
	const now = clock();
	// The cheapest source of chance in node: it draws in advance.
	const requestNumber = randomUUID().slice(0, 8);
	// Public pages are the same for everybody, and may be kept by anybody: who asks is not even looked up.
	const token = isPublicPath(url.pathname) ? null : (cookies.get(SESSION_COOKIE) ?? null);
	const session = token ? await validateSession(application.db, now, token) : null;
	if (token && session?.renewed) keepSession(event, token, session.maxAge);
	locals.requestNumber = requestNumber;
	locals.sessionToken = session ? token : null;
	const actor = session?.actor ?? null;
	locals.ctx = { db: application.db, now, actor, seed: randomInt(2 ** 31), log, request: requestNumber };
	if (actor?.mustChangePassword && !PASSWORD_PATHS.has(url.pathname)) redirect(303, '/password');
	if (session?.mustEnrol && !FACTOR_PATHS.has(url.pathname)) redirect(303, '/me/second-factor');
	const response = await resolve(event);
	// Whoever does something sees at the next page what it changed of what waits.
	if (actor && event.request.method === 'POST') forgetDigest(actor.personId);
	return response;
};

/** What somebody with a first password may still reach. */
const PASSWORD_PATHS = new Set(['/password', '/login', '/healthz', '/readyz']);
/** And an administrator who has not taken up the second factor that the office asks for. */
const FACTOR_PATHS = new Set(['/me/second-factor', ...PASSWORD_PATHS]);

/** They say what a page may do: of no use on data. */
const DOCUMENT_HEADERS: readonly [string, string][] = [
	['referrer-policy', 'same-origin'],
	['x-frame-options', 'DENY'],
	['cross-origin-opener-policy', 'same-origin'],
	['permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=()']
];

/** Everything but our own JSON: what a browser could show as a page. */
const isDocument = (headers: Headers) => headers.get('content-type') !== 'application/json';

const hint = (path: string) => `<link rel="modulepreload" href="${path}">`;

/** What every answer carries besides the content security policy of `svelte.config.js`. */
const harden: Handle = async ({ event, resolve }) => {
	const begun = performance.now();
	// Style sheets stand in the head of the page already, the two entries in its only script: they come as soon as a hint would.
	// The other scripts are named in the head, where they are compressed; Kit would name them in a header, which is not.
	const ahead: string[] = [];
	const response = await resolve(event, {
		preload: ({ type, path }) => {
			if (type === 'js' && !path.includes('/entry/')) ahead.push(path);
			return false;
		},
		transformPageChunk: ({ html }) => html.replace('</head>', `${ahead.map(hint).join('')}</head>`)
	});
	const { headers } = response;
	headers.set('x-content-type-options', 'nosniff');
	if (event.url.protocol === 'https:') headers.set('strict-transport-security', 'max-age=31536000');
	if (isDocument(headers)) for (const [name, value] of DOCUMENT_HEADERS) headers.set(name, value);
	if (!headers.has('cache-control')) headers.set('cache-control', 'private, no-cache');
	const { requestNumber: request } = event.locals;
	const millis = Math.round(performance.now() - begun);
	log.debug(
		{ request, method: event.request.method, path: event.url.pathname, status: response.status, millis },
		'answered'
	);
	return response;
};

export const handle = sequence(identify, harden);

export const handleError: HandleServerError = ({ error, event, status }) => {
	const requestNumber = event.locals.requestNumber ?? '—';
	if (status === 404) return { message: '没有这个页面。', requestNumber };
	log.error({ request: requestNumber, path: event.url.pathname, error }, 'request failed');
	return { message: `出错了（编号 ${requestNumber}）`, requestNumber };
};

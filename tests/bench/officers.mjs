// Signed-in officers with sets to answer: what the timed runs send.
import { URLSearchParams } from 'node:url';
import { Connection, request, textOf } from './client.mjs';
import { connectTo } from './server.mjs';

/** Printed on the demo's front page. */
const PASSWORD = 'qinglan-2026';
const KINDS = 5;
export const OFFICERS = 16;
const AGENT = 'Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 Chrome/156.0.0.0 Safari/537.36';

/**
 * @typedef {{ id: string, account: string, cookie: string, waiting: Buffer[] }} Officer `waiting`: answers not yet sent
 */

/**
 * Real sessions through the sign-in form.
 * @param {import('./server.mjs').Server} server
 * @returns {Promise<Officer[]>}
 */
export async function signIn(server) {
	const sql = connectTo('leitai');
	const people = await sql`select p.id, p.account from person p where p.deactivated_at is null and exists
		(select 1 from role_grant g where g.person_id = p.id and g.role = 'officer' and g.ended_at is null)
		order by p.account limit ${OFFICERS}`;
	await sql.end();
	const officers = [];
	for (const { id, account } of people) {
		const answer = await ask(
			server,
			request('POST', '/login', headersOf(server), form({ account, password: PASSWORD }))
		);
		const cookie = /\r\nset-cookie: *(session=[^;]+)/i.exec(answer.head)?.[1];
		if (!cookie) throw new Error(`${account} could not sign in: ${textOf(answer)}`);
		officers.push({ id, account, cookie, waiting: [] });
	}
	if (officers.length < OFFICERS) throw new Error('the demo bureau has too few officers');
	return officers;
}

/** One request on a connection of its own. @param {import('./server.mjs').Server} server @param {Buffer} bytes */
export async function ask(server, bytes) {
	const connection = new Connection(server.port);
	const answer = await connection.send(bytes);
	connection.close();
	return answer;
}

/**
 * The headers of a form that the page itself posts.
 * @param {import('./server.mjs').Server} server @param {string} cookie
 */
function formHeaders({ url, port }, cookie = '') {
	return {
		host: `127.0.0.1:${port}`,
		accept: 'application/json',
		'user-agent': AGENT,
		'accept-language': 'zh-CN,zh;q=0.9',
		'content-type': 'application/x-www-form-urlencoded;charset=UTF-8',
		origin: url,
		...(cookie ? { cookie } : {})
	};
}

/** … that goes to an action of its page. @param {import('./server.mjs').Server} server @param {string} cookie */
function headersOf(server, cookie = '') {
	return { ...formHeaders(server, cookie), 'x-sveltekit-action': 'true' };
}

/** @param {{ cookie: string } | null} officer @param {import('./server.mjs').Server} server @param {string} path */
export function pageRequest(server, path, officer) {
	const headers = {
		host: `127.0.0.1:${server.port}`,
		accept: 'text/html',
		'user-agent': AGENT,
		'accept-language': 'zh-CN,zh;q=0.9'
	};
	return request('GET', path, officer ? { ...headers, cookie: officer.cookie } : headers);
}

/** @param {Record<string, string>} fields */
const form = (fields) => new URLSearchParams(fields).toString();

/**
 * Draws practice sets of all kinds until every officer has so many answers waiting.
 * @param {import('./server.mjs').Server} server @param {Officer[]} officers @param {number} each
 */
export async function prepareAnswers(server, officers, each) {
	const sql = connectTo('leitai');
	const tasks = new Map(
		(await sql`select id, version, body->'task' as task from item_version`).map((row) => [
			`${row.id}@${row.version}`,
			row.task
		])
	);
	const kinds = (await sql`select distinct kind from item_version order by kind limit ${KINDS}`).map(
		({ kind }) => kind
	);
	await Promise.all(
		officers.map(async (officer) => {
			const connection = new Connection(server.port);
			/** @type {string[]} */
			const sets = [];
			for (let at = 0; officer.waiting.length + sets.length * 10 < each; at++) {
				const path = `/drills/${kinds[at % kinds.length]}`;
				const answer = await connection.send(request('POST', path, headersOf(server, officer.cookie)));
				const set = /\/drills\/sets\/([0-9a-f-]{36})/.exec(textOf(answer))?.[1];
				if (!set) throw new Error(`no set was drawn: ${textOf(answer).slice(0, 300)}`);
				sets.push(set);
			}
			connection.close();
			const rows = await sql`select id, picks from drill_set where id = any(${sets}) order by id`;
			for (const { id, picks } of rows) {
				picks.forEach((/** @type {{ id: string, version: number }} */ pick, /** @type {number} */ position) => {
					officer.waiting.push(answerRequest(server, officer, id, position, tasks.get(`${pick.id}@${pick.version}`)));
				});
			}
			// Sent from the end of the list.
			officer.waiting.reverse();
		})
	);
	await sql.end();
}

/**
 * An open draft of a task for every officer, holding the whole document as it should be.
 * @param {import('./server.mjs').Server} server @param {Officer[]} officers @param {string} task
 * @returns {Promise<{ drafts: string[], checks: Buffer[] }>} their ids, and a request for a check of each
 */
export async function beginDrafts(server, officers, task) {
	const sql = connectTo('leitai');
	const [piece] = await sql`select v.body->'model' as model from drafting_piece p join drafting_piece_version v
		on v.kind = p.kind and v.id = p.id and v.version = p.current_version where p.kind = 'task' and p.id = ${task}`;
	if (!piece) throw new Error(`no task ${task}`);
	/** @type {string[]} */
	const drafts = [];
	for (const officer of officers) {
		const begun = await ask(server, request('POST', `/drafting/${task}?/start`, headersOf(server, officer.cookie)));
		if (begun.status !== 200) throw new Error(`no draft was begun: ${textOf(begun).slice(0, 300)}`);
		const [row] = await sql`update draft set entries = ${sql.json(typed(piece.model))}
			where officer_id = ${officer.id} and task_id = ${task} and submitted_at is null returning id`;
		drafts.push(/** @type {string} */ (row?.id));
	}
	await sql.end();
	const checks = officers.map(({ cookie }, at) =>
		request('POST', `/drafting/drafts/${drafts[at]}/check`, formHeaders(server, cookie))
	);
	return { drafts, checks };
}

/** Values as they would have been typed. @param {any} value @returns {any} */
function typed(value) {
	if (Array.isArray(value)) return value.map(typed);
	if (typeof value !== 'object' || value === null) return String(value);
	return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, typed(part)]));
}

/**
 * @param {import('./server.mjs').Server} server @param {Officer} officer
 * @param {string} set @param {number} position @param {any} task
 */
function answerRequest(server, officer, set, position, task) {
	const fields = new URLSearchParams({ position: String(position) });
	for (const pick of picksOf(task, position)) fields.append('pick', pick);
	return request('POST', `/drills/sets/${set}/answer`, formHeaders(server, officer.cookie), fields.toString());
}

/** A lawful answer, right or wrong as it comes. @param {any} task @param {number} turn @returns {string[]} */
function picksOf(task, turn) {
	if (task.type === 'numeric') return [String(task.value)];
	if (task.type === 'ordering') return task.accepted[turn % task.accepted.length];
	const keys = task.options.map((/** @type {{ key: string }} */ { key }) => key);
	return task.type === 'multiple' ? keys.slice(0, 2) : [keys[turn % keys.length]];
}

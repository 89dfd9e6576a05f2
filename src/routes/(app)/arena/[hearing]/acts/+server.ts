import { json } from '@sveltejs/kit';
import { linkOf } from '#lib/arena/server/link-cookie.server.ts';
import { refusalWords } from '#lib/arena/server/refusal-words.server.ts';
import { actInHearing } from '#lib/arena/server/use-cases/act-in-hearing.server.ts';
import { guard } from '#lib/platform/guard.server.ts';
import type { RequestHandler } from './$types';

/** A command `{ key, act, detail }`; `{ data }` says which events it came to, `{ fault }` why it is refused, with the rule. */
export const POST: RequestHandler = async (event) => {
	const { request, params, url, locals } = event;
	const sent: unknown = await request.json().catch(() => null);
	if (sent === null || typeof sent !== 'object') return json({ fault: '页面已经过期，请刷新再试。' }, { status: 400 });
	const acted = await guard(url, () =>
		actInHearing(locals.ctx, params.hearing, sent as Record<string, unknown>, linkOf(event))
	);
	if (acted.ok) return json({ data: acted.value });
	const { code, field } = acted.refusal;
	return json({ fault: refusalWords(acted.refusal), code, field }, { status: 400 });
};

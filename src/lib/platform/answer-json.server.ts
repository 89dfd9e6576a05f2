import { json } from '@sveltejs/kit';
import { NotAllowed } from '#lib/identity/server/use-cases/authorise.server.ts';
import type { Posted } from '#lib/kit/posted.ts';
import type { Result } from '#lib/shared/result.ts';

/**
 * Runs a use-case for a page that asked by script: its value as plain JSON (decision 0017), its refusal with status 400; 401
 * when nobody is signed in any more, 404 for what the person may not see.
 */
export async function answerJson<T>(work: () => Promise<Result<T>>): Promise<Response> {
	const reply = (posted: Posted<T>, status: number) => json(posted, { status });
	try {
		const result = await work();
		return result.ok ? reply({ data: result.value }, 200) : reply({ fault: result.refusal.message }, 400);
	} catch (cause) {
		if (!(cause instanceof NotAllowed)) throw cause;
		return cause.isSignedIn
			? reply({ fault: '没有这一项，或者没有权限。' }, 404)
			: reply({ fault: '登录已经失效。', location: '/login' }, 401);
	}
}

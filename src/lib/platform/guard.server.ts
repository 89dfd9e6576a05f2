import { error, redirect } from '@sveltejs/kit';
import { NotAllowed } from '#lib/identity/server/use-cases/authorise.server.ts';
import type { Result } from '#lib/shared/result.ts';

/**
 * The one guard: runs a use-case for a page. Not signed in → the sign-in page, which leads back; signed in but not
 * allowed → the same "not there" that a stranger's id gets, so that nothing can be probed.
 */
export async function guard<T>(url: URL, work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (cause) {
		if (!(cause instanceof NotAllowed)) throw cause;
		if (!cause.isSignedIn) redirect(303, `/login?next=${encodeURIComponent(url.pathname + url.search)}`);
		error(404, '没有这个页面，或者没有权限查看。');
	}
}

/** The value of a result, or "not found" with its sentence. */
export function orNotFound<T>(result: Result<T>): T {
	if (result.ok) return result.value;
	error(404, result.refusal.message);
}

import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { Opened } from '#lib/identity/server/open-session.server.ts';
import { dropErrand, keepErrand } from '#lib/platform/errand-cookie.server.ts';
import { keepSession } from '#lib/platform/session-cookie.server.ts';

/** Where a sign-in goes on: to the code, to news that must be read first, or to where the person was going. */
export function enter(event: Pick<RequestEvent, 'cookies' | 'url'>, opened: Opened, next: string): never {
	const { token, maxAge } = opened;
	const query = next === '/' ? '' : `?next=${encodeURIComponent(next)}`;
	if (opened.step === 'code') {
		keepErrand(event, 'sign-in-code', { text: token, maxAge });
		redirect(303, `/login/code${query}`);
	}
	dropErrand(event, 'sign-in-code');
	keepSession(event, token, maxAge);
	redirect(303, opened.hasNews ? `/me/second-factor${query}` : next);
}

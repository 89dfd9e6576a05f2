import { error } from '@sveltejs/kit';
import { LEITAI_BENCH } from '$app/env/private';
import type { PageServerLoad } from './$types';

/** The bare limit of `npm run bench`: what SvelteKit itself costs in this build. Nobody else finds it. */
export const load: PageServerLoad = () => {
	if (!LEITAI_BENCH) error(404, '没有这个页面。');
};

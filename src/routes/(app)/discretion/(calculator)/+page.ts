import { error } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import type { PageLoad } from './$types';

/** A changed answer asks for plain JSON: half the work of the page's own data (decision 0019). */
export const load: PageLoad = async ({ url, data, fetch }) => {
	if (data.search === url.search) return data.answer;
	const response = await fetch(resolve('/(app)/discretion/answer') + url.search).catch(() => null);
	if (!response?.ok) error(response?.status ?? 503, '没有连上服务器。案情都在地址里，重新载入这一页就会回来。');
	return (await response.json()) as typeof data.answer;
};

import { redirect } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** The public side begins with what there is to read. */
export const GET: RequestHandler = () => redirect(307, '/public/cases');

import type { RequestHandler } from './$types';

/** Alive: the process answers. In production the HTTP server says so itself, before Kit is asked; this is for `npm run dev`. */
export const GET: RequestHandler = () => Response.json({ app: 'leitai', status: 'ok' });

import type { IncomingMessage } from 'node:http';
import type { Ctx } from '#lib/platform/ctx.server.ts';

declare global {
	namespace App {
		interface Error {
			message: string;
			/** The request number to tell the administrator. */
			requestNumber?: string;
		}
		/** What Kit's adapter hands on; nothing while developing. */
		interface Platform {
			readonly req: IncomingMessage;
		}
		interface Locals {
			/** Who asks, when, with which database: the first argument of every use-case. */
			ctx: Ctx;
			requestNumber: string;
			sessionToken: string | null;
		}
	}
}

export {};

import { readOwnPasswordRules } from '#lib/identity/server/use-cases/change-password.server.ts';
import * as own from '#lib/identity/server/use-cases/own-factor.server.ts';
import * as links from '#lib/identity/server/use-cases/personal-links.server.ts';
import * as reset from '#lib/identity/server/use-cases/reset-factor.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';

type Rows = Record<string, (ctx: Ctx) => unknown>;
const NONE = '01980000-0000-7000-8000-000000000000';

/** Everybody's own second factor. */
export const factorRows: Rows = {
	...{ readOwnPasswordRules, readOwnFactor: own.readOwnFactor, beginFactor: own.beginFactor },
	confirmFactor: (ctx) => own.confirmFactor(ctx, '000000', 'token'),
	renewRecoveryCodes: (ctx) => own.renewRecoveryCodes(ctx, '000000'),
	switchOffFactor: (ctx) => own.switchOffFactor(ctx, 'wrong', '000000'),
	acknowledgeReset: own.acknowledgeReset
};
/** For those who keep accounts, and who gave links. */
export const accessRows: Rows = {
	readFactorHolders: reset.readFactorHolders,
	resetFactor: (ctx) => reset.resetFactor(ctx, NONE, '当面核对了执法证'),
	readPersonalLinks: links.readPersonalLinks,
	revokePersonalLink: (ctx) => links.revokePersonalLink(ctx, `seat:${NONE}/panel-1`)
};

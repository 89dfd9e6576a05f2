import * as v from 'valibot';
import { errandText } from '#lib/identity/forms.ts';
import { finishErrand, providerFailure } from '#lib/identity/server/provider.server.ts';
import { signInByProvider } from '#lib/identity/server/use-cases/provider-sign-in.server.ts';
import { describeDevice } from '#lib/platform/device.server.ts';
import { dropErrand, errandOf } from '#lib/platform/errand-cookie.server.ts';
import type { Refusal } from '#lib/shared/result.ts';
import { enter } from '../../enter.server.ts';
import type { PageServerLoad } from './$types';

/** Where the provider sends people back to: in, or told why not. An errand is good for one way back. */
export const load: PageServerLoad = async (event) => {
	const { url, locals, request } = event;
	const kept = v.safeParse(errandText, errandOf(event, 'sign-in-provider'));
	dropErrand(event, 'sign-in-provider');
	if (!kept.success) return told(providerFailure(url.searchParams.get('failed')));
	const { next, ...errand } = kept.output;
	const known = await finishErrand(locals.ctx.log, url, errand);
	if (!known.ok) return told(known.refusal);
	const device = describeDevice(request.headers.get('user-agent'));
	const address = event.getClientAddress();
	const opened = await signInByProvider(locals.ctx, { account: known.value, device, address });
	if (!opened.ok) return { ...told(opened.refusal), account: known.value };
	return enter(event, opened.value, next);
};

const told = ({ code, message }: Refusal) => ({ code, message, account: null });

import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { codeForm, nextPath, switchOffForm } from '#lib/identity/forms.ts';
import * as factor from '#lib/identity/server/use-cases/own-factor.server.ts';
import { readForm, toFaults } from '#lib/platform/forms.server.ts';
import { guard } from '#lib/platform/guard.server.ts';
import { drawQrCode } from '#lib/platform/qr-code.server.ts';
import type { Result } from '#lib/shared/result.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, setHeaders, locals: { ctx } }) =>
	guard(url, async () => {
		// A key on the screen must not be found again with the back button.
		setHeaders({ 'cache-control': 'no-store' });
		const { pending, ...own } = await factor.readOwnFactor(ctx);
		const shown = pending && { ...pending, qr: drawQrCode(pending.address) };
		return { ...own, pending: shown, next: v.parse(nextPath, url.searchParams.get('next') ?? undefined) };
	});

const refused = (action: string, faults: Record<string, string>) => fail(400, { action, faults, codes: null });
/** Codes are shown with the answer and never again: there is no page to come back to. */
const shown = (action: string, made: Result<readonly string[]>) =>
	made.ok ? { action, faults: {}, codes: made.value } : refused(action, toFaults(made.refusal));

export const actions: Actions = {
	begin: async ({ url, locals: { ctx } }) => {
		const begun = await guard(url, () => factor.beginFactor(ctx));
		if (!begun.ok) return refused('begin', toFaults(begun.refusal));
		redirect(303, '/me/second-factor');
	},
	confirm: async ({ request, url, locals: { ctx, sessionToken } }) => {
		const form = readForm(await request.formData(), codeForm);
		if (!form.ok) return refused('confirm', form.faults);
		const { code } = form.value;
		return shown('confirm', await guard(url, () => factor.confirmFactor(ctx, code, sessionToken ?? '')));
	},
	codes: async ({ request, url, locals: { ctx } }) => {
		const form = readForm(await request.formData(), codeForm);
		if (!form.ok) return refused('codes', form.faults);
		return shown('codes', await guard(url, () => factor.renewRecoveryCodes(ctx, form.value.code)));
	},
	off: async ({ request, url, locals: { ctx } }) => {
		const form = readForm(await request.formData(), switchOffForm);
		if (!form.ok) return refused('off', form.faults);
		const { password, code } = form.value;
		const off = await guard(url, () => factor.switchOffFactor(ctx, password, code));
		if (!off.ok) return refused('off', toFaults(off.refusal));
		redirect(303, '/me/second-factor');
	},
	seen: async ({ url, locals: { ctx } }) => {
		await guard(url, () => factor.acknowledgeReset(ctx));
		redirect(303, v.parse(nextPath, url.searchParams.get('next') ?? undefined));
	}
};

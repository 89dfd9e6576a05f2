import { fail, redirect } from '@sveltejs/kit';
import { UNIT_KINDS } from '#lib/identity/domain/roles.ts';
import { addUnitForm } from '#lib/identity/register-forms.ts';
import { addSubunit } from '#lib/identity/server/use-cases/manage-units.server.ts';
import { readUnitTree } from '#lib/identity/server/use-cases/read-register.server.ts';
import { readForm, toFaults } from '#lib/platform/forms.server.ts';
import { guard } from '#lib/platform/guard.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, locals: { ctx } }) =>
	guard(url, async () => ({
		units: await readUnitTree(ctx),
		kinds: Object.entries(UNIT_KINDS).map(([value, label]) => ({ value, label })),
		parent: url.searchParams.get('parent') ?? ''
	}));

export const actions: Actions = {
	default: async ({ request, url, locals: { ctx } }) => {
		const read = readForm(await request.formData(), addUnitForm);
		if (!read.ok) return fail(400, { values: read.values, faults: read.faults });
		const { parentId, ...given } = read.value;
		const added = await guard(url, () => addSubunit(ctx, parentId, given));
		if (!added.ok) return fail(400, { values: { ...read.value }, faults: toFaults(added.refusal) });
		redirect(303, `/admin/units/${added.value}?done=added`);
	}
};

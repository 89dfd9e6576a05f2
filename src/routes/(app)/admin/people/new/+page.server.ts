import { fail } from '@sveltejs/kit';
import { newPersonForm } from '#lib/identity/register-forms.ts';
import { readUnitChoices } from '#lib/identity/server/use-cases/read-register.server.ts';
import { registerPerson } from '#lib/identity/server/use-cases/register-people.server.ts';
import { readForm, toFaults, withoutSecrets } from '#lib/platform/forms.server.ts';
import { guard } from '#lib/platform/guard.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { dayOf } from '#lib/shared/time.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, locals: { ctx } }) =>
	guard(url, async () => ({
		units: (await readUnitChoices(ctx)).map(({ id, label }) => ({ value: id, label })),
		unit: url.searchParams.get('unit') ?? '',
		id: newId(ctx.now),
		today: dayOf(ctx.now)
	}));

export const actions: Actions = {
	default: async ({ request, url, locals: { ctx } }) => {
		const form = await request.formData();
		const values = withoutSecrets(Object.fromEntries(form));
		const read = readForm(form, newPersonForm);
		if (!read.ok) return fail(400, { values, faults: read.faults });
		const made = await guard(url, () => registerPerson(ctx, read.value));
		if (!made.ok) return fail(400, { values, faults: toFaults(made.refusal) });
		const { name, account } = read.value.sheet;
		return { made: { ...made.value, name, account } };
	}
};

import { type RequestEvent, fail, redirect } from '@sveltejs/kit';
import type * as v from 'valibot';
import { moveUnitForm, reasonForm, renameForm } from '#lib/identity/register-forms.ts';
import { closeUnit, moveUnit, renameUnit, reopenUnit } from '#lib/identity/server/use-cases/manage-units.server.ts';
import { readUnit } from '#lib/identity/server/use-cases/read-register.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { readForm, toFaults } from '#lib/platform/forms.server.ts';
import { guard, orNotFound } from '#lib/platform/guard.server.ts';
import type { Result } from '#lib/shared/result.ts';
import type { PageServerLoad } from './$types';

const DONE: Readonly<Record<string, string>> = {
	...{ added: '已设立。', rename: '已更名。', move: '已改隶。', close: '已撤销。', reopen: '已恢复。' }
};

export const load: PageServerLoad = ({ params, url, locals: { ctx } }) =>
	guard(url, async () => ({
		...orNotFound(await readUnit(ctx, params.id)),
		done: DONE[url.searchParams.get('done') ?? ''] ?? null
	}));

/** One kind of change of this unit. */
function on<Schema extends v.GenericSchema>(
	action: string,
	schema: Schema,
	work: (ctx: Ctx, id: string, given: v.InferOutput<Schema>) => Promise<Result<null>>
) {
	return async ({ request, params, url, locals: { ctx } }: RequestEvent<{ id: string }>) => {
		const form = await request.formData();
		const read = readForm(form, schema);
		if (!read.ok) return fail(400, { action, values: read.values, faults: read.faults });
		const done = await guard(url, () => work(ctx, params.id, read.value));
		const values = Object.fromEntries([...form].filter(([, value]) => typeof value === 'string')) as Record<
			string,
			string
		>;
		if (!done.ok) return fail(400, { action, values, faults: toFaults(done.refusal) });
		redirect(303, `/admin/units/${params.id}?done=${action}`);
	};
}

export const actions = {
	rename: on('rename', renameForm, (ctx, id, { name, reason }) => renameUnit(ctx, id, name, reason)),
	move: on('move', moveUnitForm, (ctx, id, { parentId, reason }) => moveUnit(ctx, id, parentId, reason)),
	close: on('close', reasonForm, (ctx, id, { reason }) => closeUnit(ctx, id, reason)),
	reopen: on('reopen', reasonForm, (ctx, id, { reason }) => reopenUnit(ctx, id, reason))
};

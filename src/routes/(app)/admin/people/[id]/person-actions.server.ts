import { type RequestEvent, fail, redirect } from '@sveltejs/kit';
import type * as v from 'valibot';
import { isSeparated } from '#lib/identity/domain/duties.ts';
import * as forms from '#lib/identity/register-forms.ts';
import { endGrant, grantRole } from '#lib/identity/server/use-cases/grant-roles.server.ts';
import { cancelTransfer, transferPerson } from '#lib/identity/server/use-cases/move-people.server.ts';
import * as standing from '#lib/identity/server/use-cases/person-standing.server.ts';
import { cancelLeave, recordLeave } from '#lib/identity/server/use-cases/record-leave.server.ts';
import { editPerson } from '#lib/identity/server/use-cases/register-people.server.ts';
import { requestAccount, requestEnd, requestGrant } from '#lib/identity/server/use-cases/separated-duties.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { readForm, toFaults, withoutSecrets } from '#lib/platform/forms.server.ts';
import { guard } from '#lib/platform/guard.server.ts';
import type { Result } from '#lib/shared/result.ts';

type Event = RequestEvent<{ id: string }>;

/** What the page says when something was done and it is opened again. */
export const DONE: Readonly<Record<string, string>> = {
	...{ edit: '档案已保存。', transfer: '调动已登记。', cancelTransfer: '调动已撤销。', leave: '离岗已登记。' },
	...{ cancelLeave: '离岗登记已撤销。', deactivate: '账号已停用，他的登录已全部结束。', reactivate: '账号已恢复。' },
	...{ endSessions: '他的登录已全部结束。', grant: '角色已授予。', end: '角色已结束。' },
	asked: '申请已提出，七天内由第二个人确认后生效。'
};

/** One kind of change of this person. @param done what is said of it, by a key of `DONE` */
function on<Schema extends v.GenericSchema>(
	action: string,
	schema: Schema,
	work: (ctx: Ctx, id: string, given: v.InferOutput<Schema>) => Promise<Result<unknown>>,
	done: (given: v.InferOutput<Schema>) => string = () => action
) {
	return async ({ request, params: { id }, url, locals: { ctx } }: Event) => {
		const form = await request.formData();
		const values = withoutSecrets(Object.fromEntries(form));
		const read = readForm(form, schema);
		if (!read.ok) return fail(400, { action, values, faults: read.faults });
		const result = await guard(url, () => work(ctx, id, read.value));
		if (!result.ok) return fail(400, { action, values, faults: toFaults(result.refusal) });
		redirect(303, `/admin/people/${id}?done=${done(read.value)}`);
	};
}

/** The one answer that cannot be asked for again. */
const reset = async ({ params: { id }, url, locals: { ctx } }: Event) => {
	const result = await guard(url, () => standing.resetPassword(ctx, id));
	return result.ok
		? { action: 'reset', values: {}, faults: {}, password: result.value }
		: fail(400, { action: 'reset', values: {}, faults: toFaults(result.refusal) });
};

export const personActions = {
	edit: on('edit', forms.sheetForm, (ctx, id, { seen, ...sheet }) => editPerson(ctx, id, { sheet, seen })),
	transfer: on('transfer', forms.transferForm, transferPerson),
	cancelTransfer: on('cancelTransfer', forms.takeBackForm, (ctx, id, { entry }) => cancelTransfer(ctx, id, entry)),
	leave: on('leave', forms.leaveForm, recordLeave),
	cancelLeave: on('cancelLeave', forms.takeBackForm, (ctx, id, { entry }) => cancelLeave(ctx, id, entry)),
	deactivate: on('deactivate', forms.reasonForm, (ctx, id, { reason }) => standing.deactivatePerson(ctx, id, reason)),
	reactivate: on('reactivate', forms.reasonForm, (ctx, id, { reason }) => standing.reactivatePerson(ctx, id, reason)),
	endSessions: on('endSessions', forms.nothingForm, (ctx, id) => standing.endSessionsOf(ctx, id)),
	grant: on(
		'grant',
		forms.grantForm,
		(ctx, id, wanted) => (isSeparated(wanted.role) ? requestGrant : grantRole)(ctx, id, wanted),
		({ role }) => (isSeparated(role) ? 'asked' : 'grant')
	),
	end: on('end', forms.endForm, (ctx, id, { grantId, ...ending }) => endGrant(ctx, id, grantId, ending)),
	askEnd: on(
		'askEnd',
		forms.endForm,
		(ctx, id, { grantId, ...ending }) => requestEnd(ctx, id, grantId, ending),
		() => 'asked'
	),
	askAccount: on('askAccount', forms.accountRequestForm, requestAccount, () => 'asked'),
	reset
};

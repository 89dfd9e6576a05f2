import { randomBytes } from 'node:crypto';
import { recordAudit } from '#lib/platform/audit.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { sha256 } from '#lib/shared/canonical.ts';
import { isId } from '#lib/shared/ids.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { type Day, addDays, dayOf } from '#lib/shared/time.ts';
import { isSeparated } from '../../domain/duties.ts';
import { FIRST_PASSWORD_BYTES, firstPassword } from '../../domain/first-password.ts';
import type { Role } from '../../domain/roles.ts';
import { holdsDuty } from '../account-changes.server.ts';
import { knowPerson } from '../known-person.server.ts';
import { insertNewPerson, judgeAccount, toAccount } from '../new-person.server.ts';
import { hashPassword } from '../password-hash.server.ts';
import { changeIdentity } from '../recent-sessions.server.ts';
import { selectUnits } from '../repository.server.ts';
import * as people from '../repository/people.server.ts';
import { authorisePerson } from './authorise.server.ts';

/** What the register says of a person beside unit and roles. */
export interface PersonSheet {
	readonly name: string;
	readonly account: string;
	readonly certificateNumber: string;
	readonly certificateExpiresOn: Day | null;
	readonly joinedOn: Day;
}

/** Whether a sheet can stand in the register; `id` is whose it is. */
async function judgeSheet(ctx: Ctx, id: string, sheet: PersonSheet): Promise<Result<null>> {
	const judged = judgeAccount(sheet.account);
	if (!judged.ok) return judged;
	const holder = await people.findByAccount(ctx.db, sheet.account);
	if (holder !== null && holder !== id) return refuse('taken', `账号 ${sheet.account} 已有人使用。`, 'account');
	if (sheet.joinedOn > addDays(dayOf(ctx.now), 366)) return refuse('joined', '入册日至多在一年以后。', 'joinedOn');
	if (sheet.certificateExpiresOn !== null && sheet.certificateNumber === '')
		return refuse('no-number', '登记有效期的，写上证号。', 'certificateNumber');
	if (sheet.certificateNumber === '') return ok(null);
	const other = await people.findByCertificate(ctx.db, sheet.certificateNumber);
	return other !== null && other.id !== id
		? refuse('certificate-taken', `这个证号已登记在${other.name}名下。`, 'certificateNumber')
		: ok(null);
}

const readSheet = (sheet: PersonSheet): PersonSheet => ({
	...sheet,
	account: toAccount(sheet.account),
	name: sheet.name.trim(),
	certificateNumber: sheet.certificateNumber.trim()
});

export interface NewEntry {
	/** Made by the page: sent twice is one person. */
	readonly id: string;
	readonly sheet: PersonSheet;
	readonly unitId: string;
	readonly roles: readonly Role[];
}

/** Enters a person with ordinary roles. @returns the first password: shown once, known to nobody afterwards */
export async function registerPerson(ctx: Ctx, given: NewEntry): Promise<Result<{ id: string; password: string }>> {
	const { id, unitId, roles } = given;
	const unit = ctx.actor ? (await selectUnits(ctx.db)).find((one) => one.id === unitId) : undefined;
	const me = authorisePerson(ctx, 'identity.managePeople', { unitPath: unit?.path ?? '-' });
	if (!isId(id)) return refuse('no-id', '请重新打开本页再提交。');
	if (roles.some(isSeparated)) return refuse('separate', '系统管理员、督导、审计员建好人员以后另行申请授予。', 'roles');
	if ((await people.selectRegistered(ctx.db, id)) !== null)
		return refuse('already-made', '这个人刚才已经建好。初始密码只显示一次，没有记下的在他的页面重设。');
	const sheet = readSheet(given.sheet);
	const judged = await judgeSheet(ctx, id, sheet);
	if (!judged.ok) return judged;
	const password = firstPassword(randomBytes(FIRST_PASSWORD_BYTES));
	const passwordHash = await hashPassword(password);
	const row = { ...sheet, id, unitId, certificateNumber: sheet.certificateNumber || null, passwordHash };
	const added = await changeIdentity(me, (inner) =>
		insertNewPerson(inner, { ...row, mustChangePassword: true }, roles)
	);
	return added.ok ? ok({ id, password }) : added;
}

/** What a form had seen of a sheet: an edit over somebody else's edit is noticed. */
export const digestOfSheet = (sheet: PersonSheet): string =>
	sha256(
		JSON.stringify([sheet.name, sheet.account, sheet.certificateNumber, sheet.certificateExpiresOn, sheet.joinedOn])
	).slice(0, 16);

type StoredSheet = Omit<PersonSheet, 'certificateNumber'> & { readonly certificateNumber: string | null };

export const sheetOf = (row: StoredSheet): PersonSheet => ({
	...{ name: row.name, account: row.account, certificateNumber: row.certificateNumber ?? '' },
	...{ certificateExpiresOn: row.certificateExpiresOn, joinedOn: row.joinedOn }
});

/** Sets right what the register says of a person. @param seen digest of the sheet that the form was filled in over */
export async function editPerson(
	ctx: Ctx,
	id: string,
	given: { readonly sheet: PersonSheet; readonly seen: string }
): Promise<Result<null>> {
	const { me } = await knowPerson(ctx, 'identity.managePeople', id);
	const sheet = readSheet(given.sheet);
	return changeIdentity(me, async (inner) => {
		const row = await people.lockPerson(inner.db, id);
		const before = sheetOf(row!);
		if (digestOfSheet(before) === digestOfSheet(sheet)) return ok(null);
		if (digestOfSheet(before) !== given.seen)
			return refuse('changed', '这份档案刚被别人改过。下面是填写的内容，请对照现在的档案再提交。');
		// A provider may open an account by its name: whoever could give an auditor's account another one could be the auditor.
		if (before.account !== sheet.account && (await holdsDuty(inner, id)))
			return refuse('duty', '他担任系统管理员、督导或者审计员，期间不能改账号。', 'account');
		const judged = await judgeSheet(inner, id, sheet);
		if (!judged.ok) return judged;
		await people.updatePerson(inner.db, id, { ...sheet, certificateNumber: sheet.certificateNumber || null });
		await recordAudit(inner, 'identity.editPerson', `person:${id}`, changesOf(before, sheet));
		return ok(null);
	});
}

/** Only what changed, before and after. */
function changesOf(before: PersonSheet, after: PersonSheet): Record<string, unknown> {
	const keys = (Object.keys(after) as (keyof PersonSheet)[]).filter((key) => before[key] !== after[key]);
	const pick = (sheet: PersonSheet) => Object.fromEntries(keys.map((key) => [key, sheet[key]]));
	return { before: pick(before), after: pick(after) };
}

import { recordAudit } from '#lib/platform/audit.server.ts';
import { type Ctx, inTransaction } from '#lib/platform/ctx.server.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { clockOf, dayOf } from '#lib/shared/time.ts';
import { fromBase32 } from '../../domain/base32.ts';
import { isRequired } from '../../domain/second-factor.ts';
import { enrolmentAddress } from '../../domain/totp.ts';
import { readSecondFactorRule } from '../access-rules.server.ts';
import { changeIdentity } from '../recent-sessions.server.ts';
import * as repository from '../repository.server.ts';
import * as factors from '../repository/factors.server.ts';
import { keyOf, makeKey, makeRecoveryCodes, spendCode } from '../second-factor.server.ts';
import { hashOf } from '../sessions.server.ts';
import { authorisePerson } from './authorise.server.ts';
import { checkOwnPassword } from '../own-password.server.ts';
import { readBureauName } from './directory.server.ts';

const NOT_ON = refuse('not-on', '动态口令没有启用。');

/** Everything that the own page about the second factor shows; the key only until it is confirmed. */
export async function readOwnFactor(ctx: Ctx) {
	const { actor } = authorisePerson(ctx, 'identity.manageOwnFactor');
	const [rule, factor, codesLeft, resets] = await Promise.all([
		readSecondFactorRule(ctx),
		factors.selectFactor(ctx.db, actor.personId),
		factors.countRecoveryCodes(ctx.db, actor.personId),
		factors.selectUnseenResets(ctx.db, actor.personId)
	]);
	const key = factor && !factor.confirmedAt ? keyOf(ctx, factor) : null;
	const issuer = `${await readBureauName(ctx)} 擂台`.trim();
	return {
		...{ isUsedHere: rule !== 'off', isRequired: isRequired(rule, actor), codesLeft },
		since: factor?.confirmedAt ? dayOf(factor.confirmedAt) : null,
		pending: key === null ? null : { key, address: enrolmentAddress(fromBase32(key), actor.account, issuer) },
		resets: resets.map(({ by, at, reason }) => ({ by, at: `${dayOf(at)} ${clockOf(at)}`, reason }))
	};
}

/** Makes a key to be taken into an authenticator program; one that was never confirmed gives way to it. */
export async function beginFactor(ctx: Ctx): Promise<Result<null>> {
	const { actor } = authorisePerson(ctx, 'identity.manageOwnFactor');
	if ((await readSecondFactorRule(ctx)) === 'off') return refuse('off', '本单位现在不用动态口令。');
	const { personId } = actor;
	const row = { personId, key: makeKey(personId), createdAt: ctx.now, lastStep: 0 };
	const isPut = await factors.putFactor(ctx.db, row);
	return isPut ? ok(null) : refuse('on-already', '动态口令已经启用。');
}

/**
 * From here on every sign-in asks for a code. Other sessions end.
 * @param token of the session that stays
 * @returns the recovery codes: shown once
 */
export async function confirmFactor(ctx: Ctx, code: string, token: string): Promise<Result<readonly string[]>> {
	const me = authorisePerson(ctx, 'identity.manageOwnFactor');
	const { personId } = me.actor;
	return changeIdentity(me, async (inner): Promise<Result<readonly string[]>> => {
		const factor = await factors.selectFactor(inner.db, personId);
		if (!factor) return refuse('not-begun', '请先生成密钥。');
		if (factor.confirmedAt) return refuse('on-already', '动态口令已经启用。');
		const spent = await spendCode(inner, personId, code, { allowsRecovery: false });
		if (!spent.ok) return spent;
		await factors.updateFactor(inner.db, personId, { confirmedAt: inner.now });
		await repository.deleteOtherSessions(inner.db, personId, hashOf(token));
		await recordAudit(inner, 'identity.manageOwnFactor', `person:${personId}`, { on: true });
		return ok(await makeRecoveryCodes(inner, personId));
	});
}

/** New recovery codes; the old ones open nothing from now on. */
export async function renewRecoveryCodes(ctx: Ctx, code: string): Promise<Result<readonly string[]>> {
	const me = authorisePerson(ctx, 'identity.manageOwnFactor');
	const { personId } = me.actor;
	return inTransaction(me, async (inner): Promise<Result<readonly string[]>> => {
		if (!(await factors.hasConfirmedFactor(inner.db, personId))) return NOT_ON;
		const spent = await spendCode(inner, personId, code, { allowsRecovery: true });
		if (!spent.ok) return spent;
		await recordAudit(inner, 'identity.manageOwnFactor', `person:${personId}`, { newCodes: true, by: spent.value });
		return ok(await makeRecoveryCodes(inner, personId));
	});
}

/** Switches it off: whoever only found an open session can do neither of the two things it takes. */
export async function switchOffFactor(ctx: Ctx, password: string, code: string): Promise<Result<null>> {
	const me = authorisePerson(ctx, 'identity.manageOwnFactor');
	const { personId } = me.actor;
	if (isRequired(await readSecondFactorRule(ctx), me.actor)) {
		return refuse('required', '本单位规定系统管理员必须使用动态口令，不能停用。换手机可以请另一位管理员重置。');
	}
	const checked = await checkOwnPassword(me, password, 'password');
	if (!checked.ok) return checked;
	return changeIdentity(me, async (inner): Promise<Result<null>> => {
		if (!(await factors.hasConfirmedFactor(inner.db, personId))) return NOT_ON;
		const spent = await spendCode(inner, personId, code, { allowsRecovery: true });
		if (!spent.ok) return spent;
		await factors.deleteFactor(inner.db, personId);
		await recordAudit(inner, 'identity.manageOwnFactor', `person:${personId}`, { on: false, by: spent.value });
		return ok(null);
	});
}

/** The person has read that an administrator took the second factor away. */
export async function acknowledgeReset(ctx: Ctx): Promise<void> {
	const { actor } = authorisePerson(ctx, 'identity.manageOwnFactor');
	await factors.markResetsSeen(ctx.db, actor.personId, ctx.now);
}

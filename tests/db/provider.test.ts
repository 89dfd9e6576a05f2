import { readClaim } from '#lib/identity/domain/provider.ts';
import {
	type Errand,
	beginErrand,
	finishErrand,
	keepProvider,
	providerFailure,
	providerLabel
} from '#lib/identity/server/provider.server.ts';
import { validateSession } from '#lib/identity/server/sessions.server.ts';
import { signInByProvider } from '#lib/identity/server/use-cases/provider-sign-in.server.ts';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { freshDatabase } from '../support/database.ts';
import { signInThere, startIdentityProvider } from '../support/identity-provider.ts';
import { contextOf, makeBureau, MORNING, refusalOf, valueOf } from '../support/people.ts';

const { db, sql } = await freshDatabase();
const { lin, wei } = await makeBureau(db);
const ctx = contextOf(db);
const provider = await startIdentityProvider();
afterAll(() => provider.stop());

const BACK = 'http://127.0.0.1:4999/login/provider/callback';
const told = provider.environment;
const settings = {
	...{
		issuer: told.LEITAI_OIDC_ISSUER,
		clientId: told.LEITAI_OIDC_CLIENT_ID,
		clientSecret: told.LEITAI_OIDC_CLIENT_SECRET
	},
	...{ label: told.LEITAI_OIDC_LABEL, claim: told.LEITAI_OIDC_CLAIM }
};
beforeEach(() => keepProvider(settings));

const begin = async () => valueOf(await beginErrand(ctx.log, BACK));
const enter = (account: string) => signInByProvider(ctx, { account, device: 'Firefox', address: '10.1.0.9' });

test('whoever signs in there is known here by the claim: code, PKCE, state and nonce', async () => {
	expect(providerLabel()).toBe('区统一身份认证登录');
	const { address, errand } = await begin();
	const asked = Object.fromEntries(address.searchParams);
	expect(asked).toMatchObject({
		...{ response_type: 'code', client_id: 'leitai', redirect_uri: BACK, code_challenge_method: 'S256' },
		...{ state: errand.state, nonce: errand.nonce }
	});
	expect(JSON.stringify(asked)).not.toContain(errand.verifier);
	const arrived = await signInThere(address, 'lin.yue');
	const account = valueOf(await finishErrand(ctx.log, arrived, errand));
	expect(account).toBe('lin.yue');
	expect(refusalOf(await finishErrand(ctx.log, arrived, errand)).code, 'a code is good for once').toBe('broken');

	await sql`update person set must_change_password = true where id = ${lin.personId}`;
	const opened = valueOf(await enter(account));
	expect(opened.step).toBe('in');
	expect((await validateSession(db, MORNING, opened.token))?.actor).toMatchObject({
		...{ account: 'lin.yue', mustChangePassword: false }
	});
});

test('what was begun elsewhere, or changed on the way, opens nothing', async () => {
	const { address, errand } = await begin();
	const arrived = await signInThere(address, 'lin.yue');
	const other = (await begin()).errand;
	for (const wrong of [
		other,
		{ ...errand, state: other.state },
		{ ...errand, nonce: other.nonce },
		{ ...errand, verifier: other.verifier }
	]) {
		const { address: again, errand: fresh } = await begin();
		const back = await signInThere(again, 'lin.yue');
		const mixed = wrong === other ? other : { ...fresh, ...differing({ ...wrong }, { ...errand }) };
		expect(refusalOf(await finishErrand(ctx.log, back, mixed)).code).toBe('broken');
	}
	const refused = new URL(arrived);
	refused.search = `?error=access_denied&state=${errand.state}`;
	expect(refusalOf(await finishErrand(ctx.log, refused, errand)).code).toBe('broken');
	refused.search = '';
	expect(refusalOf(await finishErrand(ctx.log, refused, errand)).code).toBe('broken');
	expect(valueOf(await finishErrand(ctx.log, arrived, errand))).toBe('lin.yue');
});
/** The part of an errand in which it is another one. */
const differing = (one: Errand, other: Errand) =>
	Object.fromEntries(KEYS.filter((key) => one[key] !== other[key]).map((key) => [key, one[key]]));
const KEYS = ['state', 'nonce', 'verifier'] as const;

test('nobody is added: an unknown account and a deactivated one get the same answer, and it is written down', async () => {
	await sql`update person set deactivated_at = ${MORNING.toISOString()} where id = ${wei.personId}`;
	const count = async () => (await sql`select count(*)::int as people from person`)[0]!['people'] as number;
	const before = await count();
	const unknown = refusalOf(await enter('nobody.here'));
	expect(unknown.code).toBe('no-account');
	expect(refusalOf(await enter('wei.xiaoman'))).toEqual(unknown);
	expect(await count()).toBe(before);
	const rows =
		await sql`select subject, detail from audit_entry where use_case = 'identity.signIn' and detail ->> 'failed' = 'true'`;
	expect(rows).toHaveLength(2);
	expect(rows.map(({ detail }) => detail as object)).toContainEqual({
		failed: true,
		by: 'provider',
		address: '10.1.0.9'
	});
	expect(JSON.stringify(rows)).not.toContain('nobody.here');
	expect(valueOf(await enter(' ＬＩＮ.yue ')).step, 'written in another way it is the same account').toBe('in');
});

test('a claim that the provider does not send, and a provider that is not there', async () => {
	keepProvider({ ...settings, claim: 'employee_number' });
	const { address, errand } = await begin();
	const arrived = await signInThere(address, 'lin.yue');
	expect(refusalOf(await finishErrand(ctx.log, arrived, errand)).code).toBe('no-claim');
	expect(readClaim({ sub: 'lin.yue' }, 'employee_number')).toBeNull();

	keepProvider({ ...settings, issuer: 'http://127.0.0.1:9' });
	const away = refusalOf(await beginErrand(ctx.log, BACK));
	expect(away).toEqual(providerFailure('unreachable'));
	keepProvider({ ...settings, issuer: '' });
	expect([providerLabel(), refusalOf(await beginErrand(ctx.log, BACK)).code]).toEqual([null, 'no-provider']);
	expect(() => keepProvider({ ...settings, clientId: '' })).toThrow('LEITAI_OIDC_CLIENT_ID');
});

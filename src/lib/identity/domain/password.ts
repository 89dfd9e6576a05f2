import { type Refusal } from '#lib/shared/result.ts';

const MIN_LENGTH = 10;
const MAX_LENGTH = 128;

/** Why a text may not become this person's password; null when it may. Length counts, not character classes (NIST SP 800-63B §5.1.1). */
export function findPasswordFault(password: string, person: { account: string; name: string }): Refusal | null {
	const fault = (message: string): Refusal => ({ code: 'weak-password', message, field: 'fresh' });
	const length = [...password].length;
	if (length < MIN_LENGTH) return fault(`密码至少 ${MIN_LENGTH} 位，现在是 ${length} 位。`);
	if (length > MAX_LENGTH) return fault(`密码最多 ${MAX_LENGTH} 位。`);
	const plain = password.toLowerCase();
	if (plain.includes(person.account) || password.includes(person.name)) return fault('密码不能包含账号或姓名。');
	if (new Set(plain).size < 5) return fault('密码里重复的字符太多，请换一个。');
	if (/^(0123456789|1234567890|abcdefghij|qwertyuiop|password\d*)/.test(plain))
		return fault('这个密码太常见，请换一个。');
	return null;
}

import { type Refusal } from '#lib/shared/result.ts';
import { COMMON_PASSWORDS, COMMON_WORDS } from './common-passwords.ts';

const MIN_LENGTH = 10;
const MAX_LENGTH = 128;
/** Different characters, at least. */
const MIN_VARIETY = 5;

/**
 * Why a text may not become this person's password; null when it may. Length counts, not character classes, and what is tried first is
 * refused (NIST SP 800-63B §5.1.1).
 * @param minLength characters, as the office has set it
 */
export function findPasswordFault(
	password: string,
	person: { account: string; name: string },
	minLength = MIN_LENGTH
): Refusal | null {
	const fault = (message: string): Refusal => ({ code: 'weak-password', message, field: 'fresh' });
	const length = [...password].length;
	if (length < minLength) return fault(`密码至少 ${minLength} 位，现在是 ${length} 位。`);
	if (length > MAX_LENGTH) return fault(`密码最多 ${MAX_LENGTH} 位。`);
	const plain = password.toLowerCase();
	if (plain.includes(person.account) || password.includes(person.name)) return fault('密码不能包含账号或姓名。');
	if (new Set(plain).size < MIN_VARIETY) return fault('密码里重复的字符太多，请换一个。');
	if (isCommon(plain)) return fault('这个密码太常见，请换一个。');
	return null;
}

/** One of the commonest, also with a number or signs behind or before it, and rows of the keyboard however they go on. */
function isCommon(plain: string): boolean {
	const core = plain.normalize('NFKC').replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
	return (
		COMMON_PASSWORDS.has(plain) ||
		COMMON_WORDS.has(core) ||
		/^(0123456789|1234567890|abcdefghij|qwertyuiop|password)/.test(plain)
	);
}

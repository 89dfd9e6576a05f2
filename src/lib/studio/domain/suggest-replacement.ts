import { DOUBLE_SURNAMES } from './redaction-surnames.ts';
import type { PersonalDataKind } from './redaction-found.ts';

const COVERED: Readonly<Record<Exclude<PersonalDataKind, 'name' | 'plate'>, string>> = {
	'id-card': '（身份证号略）',
	phone: '（电话略）',
	'credit-code': '（统一社会信用代码略）',
	address: '某处',
	'bank-card': '（账号略）',
	'e-mail': '（邮箱略）'
};

/** What may stand instead of something that points to a person. */
export function suggestReplacement(kind: PersonalDataKind, found: string): string {
	if (kind === 'name') return `${DOUBLE_SURNAMES.find((one) => found.startsWith(one)) ?? found[0] ?? ''}某`;
	if (kind === 'plate') return `${found.slice(0, 2)}×××××`;
	return COVERED[kind];
}

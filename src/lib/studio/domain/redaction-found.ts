/** What may point to a real person, unit or place: key stored, label shown. */
export const PERSONAL_DATA = {
	name: '姓名',
	'id-card': '身份证号',
	phone: '电话',
	plate: '车牌',
	'credit-code': '统一社会信用代码',
	address: '地址',
	'bank-card': '银行账号',
	'e-mail': '邮箱'
} as const;
export type PersonalDataKind = keyof typeof PERSONAL_DATA;

/** A place in a text that looks like data of a real person. */
export interface PersonalData {
	readonly kind: PersonalDataKind;
	/** Offsets in the text, `end` exclusive. */
	readonly start: number;
	readonly end: number;
	/** What it was recognised by, or what to do: one sentence. */
	readonly why: string;
}

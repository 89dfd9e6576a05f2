import type { UseCase } from '#lib/identity/domain/permissions.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { formatDay, isDay } from '#lib/shared/time.ts';

/** How a value is written, and what it may be. */
export type SettingType =
	| { readonly kind: 'integer'; readonly unit: string; readonly least: number; readonly most: number }
	| { readonly kind: 'text'; readonly most: number }
	| { readonly kind: 'choice'; readonly options: Readonly<Record<string, string>> }
	| { readonly kind: 'day' }
	| { readonly kind: 'flag' };

/** Whole number, text, key of a choice, day (`2026-11-22`) or switch, as the type says. */
export type SettingValue = number | string | boolean;

export type ValueOf<Type extends SettingType> = Type extends { kind: 'integer' }
	? number
	: Type extends { kind: 'flag' }
		? boolean
		: Type extends { kind: 'choice'; options: infer Options }
			? keyof Options & string
			: string;

/** One thing that a bureau decides for itself, as data. */
export interface Setting {
	readonly group: string;
	readonly title: string;
	/** What it does, and what follows from changing it. */
	readonly meaning: string;
	readonly type: SettingType;
	/** In force until somebody changes it. A blank text or day = not set. */
	readonly preset: SettingValue;
	/** The use-case that changes it: the permission table says who. */
	readonly changedBy: UseCase;
	/** A change counts only when a second person has confirmed it. */
	readonly needsSecond: boolean;
	/** A local legal figure: where the preset is from. Not verified until somebody confirms a value with its source and day. */
	readonly local?: string;
}

/**
 * Reads what was typed into a field of this type. @returns the value, or a refusal at the field `value`
 * Refused: what is no whole number or out of bounds, a text that is too long, a choice or day that does not exist.
 */
export function readValue(type: SettingType, typed: string): Result<SettingValue> {
	const text = typed.trim();
	const fault = (message: string) => refuse('bad-value', message, 'value');
	switch (type.kind) {
		case 'integer': {
			const allowed = `${type.least}–${type.most}${type.unit}`;
			if (!/^-?\d{1,12}$/.test(text)) return fault(`写一个整数，${allowed}。`);
			return isValue(type, Number(text)) ? ok(Number(text)) : fault(`应在 ${allowed} 之内。`);
		}
		case 'text':
			return isValue(type, text) ? ok(text) : fault(`写成一行，最多 ${type.most} 个字。`);
		case 'choice':
			return isValue(type, text) ? ok(text) : fault('请选其中一项。');
		case 'day':
			return isValue(type, text) ? ok(text) : fault('没有这一天；写法是 2026-11-22。');
		case 'flag':
			return text === 'on' || text === 'off' ? ok(text === 'on') : fault('请选开或关。');
	}
}

/** Whether a stored value is still one of this type: an earlier program may have had other bounds. */
export function isValue(type: SettingType, value: unknown): value is SettingValue {
	switch (type.kind) {
		case 'integer':
			return Number.isSafeInteger(value) && Number(value) >= type.least && Number(value) <= type.most;
		case 'text':
			return typeof value === 'string' && [...value].length <= type.most && !/\p{Cc}/u.test(value);
		case 'choice':
			return typeof value === 'string' && Object.hasOwn(type.options, value);
		case 'day':
			return value === '' || (typeof value === 'string' && isDay(value));
		case 'flag':
			return typeof value === 'boolean';
	}
}

/** A value in words: `10 位`, `开`, `2026年11月22日`. */
export function showValue(type: SettingType, value: SettingValue): string {
	switch (type.kind) {
		case 'integer':
			return `${Number(value)} ${type.unit}`;
		case 'text':
			return value === '' ? '（未填）' : String(value);
		case 'choice':
			return type.options[String(value)] ?? String(value);
		case 'day':
			return value === '' ? '（未定）' : formatDay(String(value));
		case 'flag':
			return value === true ? '开' : '关';
	}
}

/** What may be typed, in words: `6–600 个月`. */
export function showBounds(type: SettingType): string {
	switch (type.kind) {
		case 'integer':
			return `${type.least}–${type.most} ${type.unit}`;
		case 'text':
			return `一行，最多 ${type.most} 个字`;
		case 'choice':
			return Object.values(type.options).join('、');
		case 'day':
			return '一个日期，可以不填';
		case 'flag':
			return '开、关';
	}
}

/** A value as its form field holds it. */
export const typedValue = (value: SettingValue) =>
	typeof value === 'boolean' ? (value ? 'on' : 'off') : String(value);

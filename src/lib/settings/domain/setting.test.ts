import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PERMISSIONS } from '#lib/identity/domain/permissions.ts';
import { GROUPS, SETTINGS, type SettingKey, settingOf } from './registry.ts';
import { type SettingType, isValue, readValue, showBounds, showValue, typedValue } from './setting.ts';

const days: SettingType = { kind: 'integer', unit: '天', least: 1, most: 30 };
const choice: SettingType = { kind: 'choice', options: { off: '不用', on: '用' } };
const text: SettingType = { kind: 'text', most: 4 };

describe('what is typed', () => {
	test.each<[SettingType, string, unknown]>([
		[days, ' 7 ', 7],
		[days, '1', 1],
		[days, '30', 30],
		[choice, 'off', 'off'],
		[text, ' 青岚局 ', '青岚局'],
		[text, '', ''],
		[{ kind: 'day' }, '2026-11-22', '2026-11-22'],
		[{ kind: 'day' }, '', ''],
		[{ kind: 'flag' }, 'on', true],
		[{ kind: 'flag' }, 'off', false]
	])('%j takes %j as %j', (type, typed, value) => {
		expect(readValue(type, typed)).toEqual({ ok: true, value });
	});

	test.each<[SettingType, string]>([
		[days, '0'],
		[days, '31'],
		[days, '7.5'],
		[days, '七'],
		[days, ''],
		[days, '9999999999999999'],
		[days, '-1'],
		[choice, 'toString'],
		[choice, ''],
		[text, '青岚区应急'],
		[text, '青\n岚'],
		[{ kind: 'day' }, '2026-02-30'],
		[{ kind: 'flag' }, 'true']
	])('%j refuses %j at the field', (type, typed) => {
		expect(readValue(type, typed)).toMatchObject({ ok: false, refusal: { field: 'value' } });
	});

	test('what is shown in the field is read back as the same value', () => {
		fc.assert(
			fc.property(fc.constantFrom(...(Object.keys(SETTINGS) as SettingKey[])), fc.integer(), (key, number) => {
				const { type, preset } = settingOf(key);
				const value = isValue(type, number) ? number : preset;
				expect(readValue(type, typedValue(value))).toEqual({ ok: true, value });
			})
		);
	});
});

describe.each(Object.keys(SETTINGS) as SettingKey[])('%s', (key) => {
	const setting = settingOf(key);

	test('has a preset that may be set, words for it, a group and somebody who changes it', () => {
		expect(isValue(setting.type, setting.preset)).toBe(true);
		expect(showValue(setting.type, setting.preset)).not.toBe('');
		expect(showBounds(setting.type)).not.toBe('');
		expect(GROUPS[setting.group]).toBeDefined();
		expect(setting.meaning.length).toBeGreaterThan(10);
		expect(Object.keys(PERMISSIONS[setting.changedBy]).length).toBeGreaterThan(0);
	});

	test('is a figure of the place just where a legal reviewer confirms it', () => {
		expect(setting.changedBy === 'settings.confirmLocal').toBe(setting.local !== undefined);
	});
});

test('the log is kept for at least the six months of the law', () => {
	const { type } = settingOf('audit.retention-months');
	expect(readValue(type, '5').ok).toBe(false);
	expect(readValue(type, '6').ok).toBe(true);
});

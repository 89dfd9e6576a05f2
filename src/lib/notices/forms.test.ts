import { expect, test } from 'vitest';
import { readChoiceForm } from './forms.ts';

const posted = (fields: readonly (readonly [string, string])[]) => {
	const data = new FormData();
	for (const [name, value] of fields) data.append(name, value);
	return readChoiceForm(data);
};

test('kinds that nobody knows are dropped, boxes that are not ticked are off', () => {
	const fields = [
		['offered', 'mark'],
		['offered', 'marked'],
		['offered', 'x'],
		['on', 'mark'],
		['mailAddress', ' ']
	] as const;
	expect(posted(fields)).toEqual({
		ok: true,
		value: { offered: ['mark', 'marked'], on: ['mark'], wantsMail: false, mailAddress: '' }
	});
});

test.each([['lin.yue@example'], ['林岳'], ['a b@example.gov.cn'], [`${'a'.repeat(250)}@example.gov.cn`]])(
	'%s is no address: said in our words, and what was typed comes back',
	(mailAddress) => {
		const read = posted([
			['on', 'mark'],
			['wantsMail', 'on'],
			['mailAddress', mailAddress]
		]);
		expect(read.ok).toBe(false);
		if (read.ok) return;
		expect(read.faults['mailAddress']).toMatch(/邮箱地址|不超过/);
		expect(read.values).toEqual({ on: ['mark'], wantsMail: true, mailAddress });
	}
);

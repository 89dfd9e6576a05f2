import { expect, test } from 'vitest';
import { readLawSearch } from './forms.ts';

const read = (text: string) => readLawSearch(new URLSearchParams(text));

test('the days of the act and of the decision are read', () => {
	expect(read('q=x&on=2026-04-20&decided=2026-06-01')).toMatchObject({
		...{ on: '2026-04-20', decided: '2026-06-01', faults: { on: null, decided: null } }
	});
	expect(read('q=x')).toMatchObject({ on: null, decided: null, faults: { on: null, decided: null } });
});

test.each([
	['on=2026-02-30', 'on', '日期写作'],
	['decided=heute', 'decided', '日期写作'],
	['on=2026-04-20&decided=2026-04-19', 'decided', '不能早于']
] as const)('%s is not used, says so, and comes back as typed', (text, name, fault) => {
	const form = read(text);
	expect(form[name]).toBeNull();
	expect(form.faults[name]).toContain(fault);
	expect(form.typed[name]).toBe(new URLSearchParams(text).get(name));
});

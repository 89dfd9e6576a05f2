import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ROOMS, type Room } from './labels.ts';
import { type LogQuery, queryText, readQuery } from './log-query.ts';

const NOTHING: LogQuery = {
	...{ who: '', room: null, subject: '', from: null, until: null, text: '', cursor: null }
};

test.each([
	['', NOTHING],
	['room=nowhere&from=2026-02-30&until=x&after=1;drop', NOTHING],
	['who=%20林岳%20&room=settings', { ...NOTHING, who: '林岳', room: 'settings' }],
	[
		'from=2026-11-01&until=2026-11-20&after=12-3',
		{ ...NOTHING, from: '2026-11-01', until: '2026-11-20', cursor: { micros: 12, number: 3 } }
	]
])('%s', (text, query) => expect(readQuery(new URLSearchParams(text))).toEqual(query));

test('an address made of a question asks the same', () => {
	const word = fc.string({ maxLength: 40 }).map((text) => text.trim());
	const question = fc.record({
		...{ who: word, subject: word, text: word },
		room: fc.constantFrom(null, ...(Object.keys(ROOMS) as Room[])),
		...{ from: fc.constantFrom(null, '2026-11-01'), until: fc.constantFrom(null, '2026-11-20') },
		cursor: fc.option(fc.record({ micros: fc.nat(), number: fc.nat() }))
	});
	fc.assert(
		fc.property(question, ({ cursor, ...query }) => {
			expect(readQuery(new URLSearchParams(queryText(query, cursor)))).toEqual({ ...query, cursor });
		})
	);
});

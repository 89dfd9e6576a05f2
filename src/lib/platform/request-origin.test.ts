import { expect, test } from 'vitest';
import { originOf } from './request-origin.server.ts';

const direct = { host: '192.168.1.20:3000' };
const proxied = {
	host: '127.0.0.1:3000',
	'x-forwarded-proto': 'https',
	'x-forwarded-host': 'leitai.example',
	'x-forwarded-for': '6.6.6.6, 10.0.0.7'
};

test.each([
	['a browser in the house', direct, false, { protocol: 'http', host: '192.168.1.20:3000', address: '10.1.1.1' }],
	['nobody is trusted', proxied, false, { protocol: 'http', host: '127.0.0.1:3000', address: '10.1.1.1' }],
	['a trusted proxy', proxied, true, { protocol: 'https', host: 'leitai.example', address: '10.0.0.7' }],
	[
		'a trusted proxy that says nothing',
		direct,
		true,
		{ protocol: 'http', host: '192.168.1.20:3000', address: '10.1.1.1' }
	],
	[
		'an address that is none',
		{ ...direct, 'x-forwarded-for': 'unknown' },
		true,
		{ protocol: 'http', host: '192.168.1.20:3000', address: '10.1.1.1' }
	]
])('%s', (_, headers, trustProxy, expected) => {
	expect(originOf(headers, '::ffff:10.1.1.1', trustProxy)).toEqual(expected);
});

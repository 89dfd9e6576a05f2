import type { Plugin } from 'vite';

/** File of the driver, what stands in it, what shall stand there. */
const MENDS: readonly (readonly [file: RegExp, from: string, to: string])[] = [
	// What had not been sent when a connection closed was sent as the first bytes of the next one, or nothing ever was.
	[
		/postgres[\\/]src[\\/]connection\.js/,
		`    incomings = null
    clearImmediate(nextWriteTimer)`,
		`    incomings = null
    clearImmediate(nextWriteTimer)
    chunk = nextWriteTimer = null`
	],
	// A statement on a reserved connection that is gone threw outside of every promise.
	[
		/postgres[\\/]src[\\/]connection\.js/,
		`  function nextWrite(fn) {
    const x`,
		`  function nextWrite(fn) {
    if (socket === null) {
      const gone = Errors.connection('CONNECTION_CLOSED', options, socket)
      chunk = nextWriteTimer = null
      query && queryError(query, gone)
      while (sent.length)
        queryError(sent.shift(), gone)
      return true
    }
    const x`
	],
	// Types are asked for on the first connection; when it broke just then, nobody caught it, and the process ended.
	[
		/postgres[\\/]src[\\/]connection\.js/,
		'        return fetchArrayTypes()',
		'        return fetchArrayTypes().catch(() => { needsTypes = true })'
	],
	// A transaction whose connection broke went on, with its `rollback` at least, on that connection – which may have been
	// opened again by then and be in somebody else's transaction.
	[
		/postgres[\\/]src[\\/]index\.js/,
		`      , prepare = null

    try {`,
		`      , prepare = null
      , gone = null

    try {`
	],
	[
		/postgres[\\/]src[\\/]index\.js/,
		'new Promise((_, reject) => connection.onclose = reject)',
		'new Promise((_, reject) => connection.onclose = e => (gone = e, reject(e)))'
	],
	[
		/postgres[\\/]src[\\/]index\.js/,
		`        q.catch(e => uncaughtError || (uncaughtError = e))
        c.queue`,
		`        q.catch(e => uncaughtError || (uncaughtError = e))
        if (gone)
          return q.reject(gone)
        c.queue`
	]
];

/** Mends what postgres.js 3.4.9 does after a connection breaks (porsager/postgres issues 1154 and 1208). */
export function mendDriver(): Plugin {
	return {
		name: 'mend-driver',
		transform: {
			filter: { id: /node_modules[\\/]postgres[\\/]src[\\/](connection|index)\.js/ },
			handler: (code, id) => {
				const mended = MENDS.filter(([file]) => file.test(id)).reduce((text, [, from, to]) => {
					if (!text.includes(from)) throw new Error('postgres.js has changed: is vite.driver.ts still needed?');
					return text.replace(from, to);
				}, code);
				return { code: mended, map: null };
			}
		}
	};
}

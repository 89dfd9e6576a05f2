import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { TestContext } from 'vitest';

const SHARED = resolve(import.meta.dirname, '../../../shared');

/**
 * For tests that can use the material beside the checkout: the path of `../shared/<name>`; where it is absent the test is
 * skipped, and `npm test` prints why. `test('…', (context) => { const laws = withShared(context, 'laws'); … })`
 */
export function withShared(context: TestContext, name: string): string {
	const path = resolve(SHARED, name);
	if (!existsSync(path)) context.skip(`../shared/${name} is absent`);
	return path;
}

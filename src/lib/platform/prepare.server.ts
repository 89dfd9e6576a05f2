import type { Database } from '#db/connect.ts';
import type { Environment } from '#lib/shared/environment.ts';

export interface DemoAccount {
	readonly account: string;
	readonly password: string;
	readonly name: string;
	readonly role: string;
}

/**
 * TO BE REPLACED by the author of content loading: loads `content/` and makes the demo bureau. Does nothing yet.
 * @param progress one line for people
 */
export async function prepare(
	_database: Database,
	_environment: Environment,
	_progress: (text: string) => void
): Promise<{ demoAccounts?: DemoAccount[] }> {
	return {};
}

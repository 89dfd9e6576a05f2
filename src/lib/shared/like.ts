/** A pattern for SQL's LIKE that matches the words anywhere, each of their characters as itself. */
export function containing(words: string): string {
	return `%${words.replace(/[\\%_]/g, '\\$&')}%`;
}

/** A first password as it is compared: typed in capitals, with other dashes, with blanks or in full width it is the same. */
export function plainFirstPassword(typed: string): string {
	return typed
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[\s\p{Pd}\p{Cf}−ー]/gu, '');
}

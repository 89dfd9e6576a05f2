/** `240 000`: groups of three with thin no-break spaces, as amounts are set in this house. */
export function spellNumber(value: number): string {
	const [whole, part] = String(value).split('.');
	return whole!.replace(/\B(?=(\d{3})+$)/g, '\u202f') + (part ? `.${part}` : '');
}

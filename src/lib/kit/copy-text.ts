/**
 * Puts a text on the clipboard. Offices open the platform by http, where browsers have no clipboard of their own for
 * pages; there the old command still copies what is selected.
 */
export async function copyText(text: string): Promise<boolean> {
	if (isSecureContext) {
		const isCopied = await navigator.clipboard.writeText(text).then(
			() => true,
			() => false
		);
		if (isCopied) return true;
	}
	return copySelected(text);
}

function copySelected(text: string): boolean {
	const focused = document.activeElement;
	const field = document.createElement('textarea');
	field.value = text;
	field.style.position = 'fixed';
	field.style.insetInlineStart = '-100vw';
	document.body.append(field);
	field.select();
	// Deprecated, but the only way outside of secure contexts.
	const isCopied = document.execCommand('copy');
	field.remove();
	if (focused instanceof HTMLElement) focused.focus();
	return isCopied;
}

const MOST_BYTES = 100_000;

/** The form with its file as text in the field `table`; UTF-8, or what spreadsheets in China write. */
export async function withFile(data: FormData): Promise<FormData> {
	const file = data.get('file');
	data.delete('file');
	if (!(file instanceof File) || file.size === 0) return data;
	const bytes = new Uint8Array(await file.slice(0, MOST_BYTES).arrayBuffer());
	data.set('table', readText(bytes));
	return data;
}

function readText(bytes: Uint8Array): string {
	const text = new TextDecoder('utf-8').decode(bytes);
	// What is no UTF-8 shows as replacement characters.
	return text.includes('\ufffd') ? new TextDecoder('gb18030').decode(bytes) : text;
}

/** One value of a CSV line: quoted where it must be, and never read as a formula by a spreadsheet. */
const cell = (value: string) => {
	const plain = /^[=+\-@\t]/.test(value) ? `'${value}` : value;
	return /[",\n\r]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
};

/** Rows as CSV with a byte order mark, as spreadsheets in China want it; the first row names the columns. */
export function csvOf(rows: readonly (readonly string[])[]): string {
	return `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

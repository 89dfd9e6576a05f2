import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { LIMITS } from './limits.server.ts';
import { readCsv } from './read-csv.server.ts';
import { type NamedTable, readWorkbook } from './read-workbook.server.ts';

const startsWith = (bytes: Uint8Array, ...start: number[]) => start.every((byte, at) => bytes[at] === byte);

/**
 * The tables of a file that claims to be one: .xlsx by its sheets, everything else as CSV. What it is, its bytes say, not its
 * name. Refusals are sentences that name the way out.
 */
export async function readTableFile(bytes: Buffer): Promise<Result<NamedTable[]>> {
	if (bytes.length === 0) return refuse('empty', '文件是空的。');
	if (bytes.length > LIMITS.file) {
		return refuse(
			'too-large',
			`文件超过 ${LIMITS.file / 1024 / 1024} MB，没有读入。请删去图片和不用的列，或分成几个文件。`
		);
	}
	if (startsWith(bytes, 0x50, 0x4b)) return readWorkbook(bytes);
	if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return refuse('old-format', sayCompound(bytes));
	if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return refuse('pdf', '这是 PDF 文件，不是表格。');
	const table = readCsv(bytes);
	return table.ok ? ok([{ name: '', table: table.value }]) : table;
}

/** Word, Excel 97 and workbooks with a password come in one and the same container. */
function sayCompound(bytes: Buffer): string {
	const holds = (name: string) => bytes.includes(Buffer.from(name, 'utf16le'));
	if (holds('EncryptedPackage')) return '表格有打开密码。请在 Excel 或 WPS 里取消密码，另存后再导入。';
	if (holds('WordDocument')) return '这是 Word 文件，不是表格。';
	return '这是旧版表格（.xls 或 .et）。请在 Excel 或 WPS 里另存为 .xlsx 后再导入。';
}

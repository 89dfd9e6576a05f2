import { type Result, ok, refuse } from '#lib/shared/result.ts';

const MARKS: readonly (readonly [encoding: string, mark: readonly number[]])[] = [
	['utf-8', [0xef, 0xbb, 0xbf]],
	['utf-16le', [0xff, 0xfe]],
	['utf-16be', [0xfe, 0xff]]
];
/** Without a mark: what is UTF-8 throughout is UTF-8, all else must be GB 18030, which GBK and GB 2312 are part of. */
const UNMARKED = ['utf-8', 'gb18030'];

/** The text of a file whose encoding it names itself or that is UTF-8 or GBK. Refuses what is none of these, or no text at all. */
export function decodeText(bytes: Uint8Array): Result<string> {
	const marked = MARKS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte));
	if (marked?.[0] === 'utf-16le' && bytes.length % 4 === 0 && bytes[2] === 0 && bytes[3] === 0) return UNKNOWN;
	if (!marked && bytes.includes(0)) return NO_TEXT;
	for (const encoding of marked ? [marked[0]] : UNMARKED) {
		const text = decode(bytes, encoding);
		if (text !== null) return text.includes('\0') ? NO_TEXT : ok(text);
	}
	return UNKNOWN;
}

function decode(bytes: Uint8Array, encoding: string): string | null {
	try {
		return new TextDecoder(encoding, { fatal: true }).decode(bytes);
	} catch (error) {
		if (error instanceof TypeError) return null;
		throw error;
	}
}

const NO_TEXT = refuse('no-text', '文件里有空字节，不是 CSV 文本。请在 Excel 或 WPS 里另存为 .xlsx 后再导入。');
const UNKNOWN = refuse('encoding', '文字编码无法识别：只接受 UTF-8、UTF-16（带标记）和 GBK。请另存为 .xlsx 后再导入。');

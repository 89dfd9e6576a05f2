import { setImmediate as nextTurn } from 'node:timers/promises';
import { SaxesParser } from 'saxes';

/** The part is no XML that a spreadsheet program writes; the message is for people. */
export class BrokenPart extends Error {}

export interface XmlReader {
	/** @param name without its prefix */
	open(name: string, attributes: Readonly<Record<string, string>>): void;
	text?(text: string): void;
	close?(name: string): void;
}

/** Bytes between which others have their turn. */
const CHUNK = 64 * 1024;
/** Deeper than any part of a workbook. */
const DEPTH = 40;

/**
 * Reads one part of a workbook. A document type is refused, so that there are no entities to blow up or to fetch; nesting is
 * bounded, and the process answers others between two pieces. Throws `BrokenPart`.
 */
export async function readXml(bytes: Buffer, reader: XmlReader): Promise<void> {
	const parser = new SaxesParser({ xmlns: false, position: false } as const);
	let depth = 0;
	parser.on('doctype', () => refusePart('里有文档类型声明（DOCTYPE），不安全'));
	parser.on('error', () => refusePart('已损坏'));
	parser.on('opentag', ({ name, attributes }) => {
		if (++depth > DEPTH) refusePart('嵌套过深');
		reader.open(localName(name), attributes);
	});
	parser.on('closetag', ({ name }) => {
		depth--;
		reader.close?.(localName(name));
	});
	if (reader.text) {
		parser.on('text', (text) => reader.text!(text));
		parser.on('cdata', (text) => reader.text!(text));
	}
	const decoder = new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-8', { fatal: true });
	for (let at = 0; at < bytes.length; at += CHUNK) {
		if (at > 0) await nextTurn();
		parser.write(decodePart(decoder, bytes.subarray(at, at + CHUNK)));
	}
	parser.close();
}

function decodePart(decoder: TextDecoder, bytes: Buffer): string {
	try {
		return decoder.decode(bytes, { stream: true });
	} catch (error) {
		if (error instanceof TypeError) return refusePart('不是 UTF-8 编码');
		throw error;
	}
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1);

export function refusePart(why: string): never {
	throw new BrokenPart(`表格文件${why}，没有读入。请用 Excel 或 WPS 打开，另存为新的 .xlsx 后再导入。`);
}

import { type Result, ok } from '#lib/shared/result.ts';
import type { Cell, TableRow } from '#lib/shared/table.ts';
import { dayOfSerial } from '#lib/shared/serial-day.ts';
import { LIMITS, TOO_MANY_ROWS } from './limits.server.ts';
import { unescapeText } from './read-strings.server.ts';
import { readXml, refusePart } from './read-xml.server.ts';

/** What cells of a sheet refer to. */
export interface Workbook {
	readonly strings: readonly string[];
	readonly dateStyles: ReadonlySet<number>;
	readonly epoch: 1900 | 1904;
}

interface OpenCell {
	readonly column: number;
	readonly type: string;
	readonly isDay: boolean;
	isFormula: boolean;
	text: string;
}

interface Span {
	readonly from: { readonly row: number; readonly column: number };
	readonly to: { readonly row: number; readonly column: number };
}

/** More merged places than any table that people keep. */
const MERGES = 20_000;
/** Two whole columns: merged places never overlap, so only a made-up sheet has more. */
const MERGED_CELLS = 2_200_000;

/** Ends the reading of a sheet that goes on too long; the rest of it is never looked at. */
class Enough extends Error {}

/** The rows of a sheet that hold anything. What is merged downwards stands in every row it covers. */
export async function readSheet(part: Buffer, workbook: Workbook): Promise<Result<TableRow[]>> {
	const sheet = new Sheet(workbook);
	try {
		await readXml(part, sheet);
	} catch (error) {
		if (error instanceof Enough) return TOO_MANY_ROWS;
		throw error;
	}
	return ok(sheet.filled());
}

class Sheet {
	private readonly rows = new Map<number, Cell[]>();
	private readonly merges: Span[] = [];
	private row = 0;
	private column = -1;
	private cell: OpenCell | null = null;
	/** Inside <v>, or <t> of an inline text that is no reading of characters. */
	private isValue = false;
	private isReading = false;

	constructor(private readonly workbook: Workbook) {}

	open(name: string, attributes: Readonly<Record<string, string>>): void {
		if (name === 'row') this.openRow(attributes['r']);
		else if (name === 'c') this.openCell(attributes);
		else if (name === 'f' && this.cell) this.cell.isFormula = true;
		else if (name === 'v' || name === 't') this.isValue = this.cell !== null && !this.isReading;
		else if (name === 'rPh') this.isReading = true;
		else if (name === 'mergeCell') this.merge(attributes['ref'] ?? '');
	}

	text(piece: string): void {
		if (this.isValue && this.cell) this.cell.text += piece;
	}

	close(name: string): void {
		if (name === 'v' || name === 't') this.isValue = false;
		else if (name === 'rPh') this.isReading = false;
		else if (name === 'c' && this.cell) this.closeCell(this.cell);
	}

	private openRow(number: string | undefined): void {
		const next = number === undefined ? this.row + 1 : Number(number);
		if (!Number.isInteger(next) || next <= this.row) refusePart('里行号混乱');
		this.row = next;
		this.column = -1;
	}

	private openCell({ r, t = 'n', s }: Readonly<Record<string, string>>): void {
		const column = r === undefined ? this.column + 1 : (placeOf(r)?.column ?? refusePart('里格的位置无法识别'));
		if (column <= this.column) refusePart('里格的位置混乱');
		this.column = column;
		const isDay = s !== undefined && this.workbook.dateStyles.has(Number(s));
		this.cell = { column, type: t, isDay, isFormula: false, text: '' };
	}

	private closeCell(cell: OpenCell): void {
		this.cell = null;
		const value = cellOf(cell, this.workbook);
		if (value === '') return;
		let cells = this.rows.get(this.row);
		if (!cells) {
			if (this.rows.size >= LIMITS.rows) throw new Enough();
			this.rows.set(this.row, (cells = []));
		}
		// Wider tables are refused as a whole; one cell far to the right must not make a long list.
		cells[Math.min(cell.column, LIMITS.columns)] = value;
	}

	private merge(reference: string): void {
		const [from, to] = reference.split(':').map(placeOf);
		if (from && to && this.merges.length < MERGES) this.merges.push({ from, to });
	}

	filled(): TableRow[] {
		let steps = 0;
		for (const { from, to } of this.merges) {
			const value = this.rows.get(from.row)?.[from.column];
			if (value === undefined || to.column !== from.column) continue;
			for (let row = from.row + 1; row <= Math.min(to.row, this.row); row++) {
				if (++steps > MERGED_CELLS) refusePart('里合并的单元格互相重叠');
				const cells = this.rows.get(row);
				// A row with nothing of its own is no row.
				if (cells) cells[from.column] ??= value;
			}
		}
		return [...this.rows].map(([number, cells]) => ({ number, cells: Array.from(cells, (cell) => cell ?? '') }));
	}
}

/** `AB12` → its row and its column from 0. */
function placeOf(reference: string): { row: number; column: number } | null {
	const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference);
	if (!match) return null;
	const column = [...match[1]!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
	return { row: Number(match[2]), column };
}

const FORMULA: Cell = { fault: '是公式，请复制后“选择性粘贴为数值”' };
const LOST_DIGITS: Cell = { fault: '数字超过 15 位，表格软件已把末几位改成 0，请把这一列设为文本后重填' };

function cellOf({ type, text, isFormula, isDay }: OpenCell, { strings, epoch }: Workbook): Cell {
	if (isFormula) return FORMULA;
	if (text === '') return '';
	switch (type) {
		case 's':
			return strings[Number(text)] ?? refusePart('里缺少文字表的内容');
		case 'inlineStr':
		case 'str':
			return unescapeText(text);
		case 'b':
			return text === '1' ? 'TRUE' : 'FALSE';
		case 'e':
			return { fault: `是错误值 ${text}` };
		case 'd':
			return text.slice(0, 10);
		default:
			return numberCell(text, isDay ? epoch : null);
	}
}

function numberCell(text: string, epoch: 1900 | 1904 | null): Cell {
	const value = Number(text);
	if (!Number.isFinite(value)) return { fault: '不是有效的数字' };
	if (epoch !== null) return dayOfSerial(Math.floor(value), epoch) ?? { fault: '不是有效的日期' };
	return Math.abs(value) >= 1e15 ? LOST_DIGITS : String(value);
}

import { addDays, type Day } from './time.ts';

/** Serial numbers of spreadsheets end on 31 December 9999; ours where `isDay` does, in 2999. */
const LAST = 401_768;

/**
 * The day that a spreadsheet counts as `serial`: from 1 = 1900-01-01 (with the 29 February 1900 that never was, number 60), or
 * from 0 = 1904-01-01. Null for what is no day.
 */
export function dayOfSerial(serial: number, epoch: 1900 | 1904): Day | null {
	if (!Number.isInteger(serial) || serial > LAST) return null;
	if (epoch === 1904) return serial < 0 ? null : addDays('1904-01-01', serial);
	if (serial < 1 || serial === 60) return null;
	return addDays('1899-12-31', serial > 60 ? serial - 1 : serial);
}

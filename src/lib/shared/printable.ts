// What XML 1.0, and so a Word file or a feed, cannot hold: control characters but tab and line ends, and two that are no characters.
// eslint-disable-next-line no-control-regex
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
// Control characters but tab and line feed, zero width, direction marks.
// eslint-disable-next-line no-control-regex
const INVISIBLE = /[\u0000-\u0008\u000b-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** A text without what a file that goes out cannot hold. */
export const printable = (text: string): string => text.replace(UNPRINTABLE, '');

/** A text that came in without what nobody would see in it. */
export const withoutInvisible = (text: string): string => text.replace(INVISIBLE, '');

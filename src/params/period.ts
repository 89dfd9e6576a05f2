/** A quarter, a season or a year, `2026-Q4`, `2026-S1` or `2026`; months have a page of their own. */
export const match = (text: string): boolean => /^20\d{2}(-(Q[1-4]|S[1-9]))?$/.test(text);

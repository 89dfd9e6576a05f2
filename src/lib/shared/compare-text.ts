/** Order of two texts by their code units: for days, ids and everything that must sort alike everywhere. */
export const compareText = (left: string, right: string) => (left < right ? -1 : left > right ? 1 : 0);

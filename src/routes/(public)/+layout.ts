/** Public pages are text: no script runs there, none is loaded. */
export const csr = false;

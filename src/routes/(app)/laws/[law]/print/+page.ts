// Only paper: without the script the wording is in the page once.
export const csr = false;

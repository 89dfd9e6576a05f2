// Only paper: without the script the text is in the page once.
export const csr = false;

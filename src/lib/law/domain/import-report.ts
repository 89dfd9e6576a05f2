/** A remark on a file of an import. */
export interface FileRemark {
	readonly file: string;
	/** 1-based; 0 = the whole file. */
	readonly line: number;
	readonly message: string;
}

/** What an import did. Every file is taken, unchanged or refused; laws, versions and articles count what was written. */
export interface ImportReport {
	readonly files: number;
	readonly laws: number;
	readonly versions: number;
	readonly articles: number;
	readonly unchanged: number;
	readonly warnings: readonly FileRemark[];
	readonly refused: readonly FileRemark[];
}

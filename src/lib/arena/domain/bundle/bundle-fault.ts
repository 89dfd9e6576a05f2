/** What is wrong with a bundle, and where. */
export interface BundleFault {
	/** Path inside the file, `exhibits.3.gatheredOn`. */
	readonly field: string;
	readonly message: string;
}

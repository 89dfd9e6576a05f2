// Imported first: says in plain words what would otherwise be a syntax error somewhere.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
	console.error(`擂台需要 Node 20.19 或更高版本，现在是 ${process.versions.node}。请升级后再运行：https://nodejs.org/`);
	process.exit(1);
}

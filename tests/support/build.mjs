// Builds the application if its sources have changed since the last build.
import { ensureBuilt } from '../../src/start.mjs';

await ensureBuilt();

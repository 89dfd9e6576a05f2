import { projectRoot } from '#lib/platform/project-root.server.ts';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Command, Loaders } from './command.ts';
import { runCommand } from './shell/dispatch.ts';

// Every other file of this folder is a command, loaded only when it is called.
const files = import.meta.glob<Command>(['./*.ts', '!./*.test.ts', '!./main.ts', '!./command.ts']);
const commands: Loaders = new Map(Object.entries(files).map(([path, load]) => [path.slice(2, -3), load]));

const settings = join(projectRoot(), '.env');
if (existsSync(settings)) process.loadEnvFile(settings);
// Ends even if a command that failed has left a connection open.
process.exit(await runCommand(process.argv.slice(2), commands));

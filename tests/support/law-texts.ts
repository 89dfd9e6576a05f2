import { type TextFile } from '#lib/law/server/use-cases/import-texts.server.ts';

import { type SQL, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';

/** The two tables of a room's versioned material; `kind` where several kinds share them. */
interface Tables {
	readonly piece: string;
	readonly version: string;
	readonly kind?: string;
}

/** The text of a version. */
export interface OpenedPiece {
	readonly source: string;
	readonly version: number;
}

/** A file's draft that waits beside a piece that the studio owns. */
export interface ProposedPiece {
	readonly id: string;
	readonly version: number;
	readonly title: string;
	readonly at: Date;
}

/**
 * What the studio needs of versioned material, the same in every room: repositories call it with their own tables. All of them
 * have `id` and `current_version`; versions have `version`, `digest`, `origin`, `status`, `title`, `source`, `created_at`.
 */
export function pieceVersions({ piece, version, kind }: Tables) {
	const [p, v] = [sql.identifier(piece), sql.identifier(version)];
	const ofKind = (alias: string): SQL =>
		kind === undefined ? sql`` : sql` and ${sql.identifier(alias)}.kind = ${kind}`;
	return {
		/** Held against other writers until the transaction ends; newest = 0: there was none. */
		async lock(db: Db, id: string): Promise<{ newest: number; shown: number | null }> {
			const row = kind === undefined ? sql`(id) values (${id})` : sql`(kind, id) values (${kind}, ${id})`;
			await db.execute(sql`insert into ${p} ${row} on conflict do nothing`);
			const [held] = await db.execute<{ current_version: number | null }>(
				sql`select current_version from ${p} p where id = ${id}${ofKind('p')} for update`
			);
			const [newest] = await db.execute<{ newest: number }>(
				sql`select coalesce(max(version), 0)::int as newest from ${v} v where id = ${id}${ofKind('v')}`
			);
			return { newest: newest!.newest, shown: held!.current_version };
		},
		/** None of its versions may come back by itself. */
		async markWithdrawn(db: Db, id: string): Promise<void> {
			await db.execute(
				sql`update ${v} v set status = 'withdrawn' where id = ${id} and status = 'published'${ofKind('v')}`
			);
		},
		/** The text of a version; without one of the shown version, else of the newest that was ever shown. */
		async open(db: Db, id: string, wanted?: number): Promise<OpenedPiece | null> {
			const which = wanted === undefined ? sql`v.status <> 'draft'` : sql`v.version = ${wanted}`;
			const [row] = await db.execute<{ source: string; version: number }>(sql`
				select v.source, v.version from ${v} v join ${p} p on p.id = v.id${ofKind('p')}
				where v.id = ${id}${ofKind('v')} and v.source is not null and ${which}
				order by (v.version is not distinct from p.current_version) desc, v.version desc limit 1`);
			return row ?? null;
		},
		/** The newest version of each piece, where it is a file's draft beside a version of the studio. */
		async proposals(db: Db): Promise<ProposedPiece[]> {
			const rows = await db.execute<{ id: string; version: number; title: string; at: string }>(sql`
				select v.id, v.version, v.title, v.created_at as at from ${v} v
				where v.origin = 'file' and v.status = 'draft' and v.source is not null${ofKind('v')}
					and not exists (select 1 from ${v} n where n.id = v.id and n.version > v.version${ofKind('n')})
					and exists (select 1 from ${v} s where s.id = v.id and (s.origin = 'studio' or s.status = 'withdrawn')${ofKind('s')})
				order by v.created_at desc, v.id`);
			return rows.map(({ at, ...row }) => ({ ...row, at: new Date(at) }));
		},
		/** Keeps the texts of versions that were stored before texts were kept. */
		async fill(db: Db, files: readonly { id: string; digest: string; source?: string }[]): Promise<void> {
			const bare = await db.execute<{ id: string; digest: string }>(
				sql`select id, digest from ${v} v where source is null${ofKind('v')}`
			);
			const texts = new Map(files.map((file) => [`${file.id} ${file.digest}`, file.source]));
			for (const { id, digest } of bare) {
				const source = texts.get(`${id} ${digest}`);
				if (source === undefined) continue;
				await db.execute(
					sql`update ${v} v set source = ${source} where id = ${id} and digest = ${digest}${ofKind('v')}`
				);
			}
		}
	};
}

import { createHash } from 'node:crypto';
import type postgres from 'postgres';
import type { Db } from '#db/connect.ts';
import { savePublicCase } from '#lib/cases/server/repository/public-cases.server.ts';
import { withdrawPublicCase } from '#lib/cases/server/use-cases/studio-public-cases.server.ts';
import { DEMO_ACCOUNTS } from '#lib/identity/domain/demo-accounts.ts';
import { readActor } from '#lib/identity/server/use-cases/directory.server.ts';
import { startManuscript } from '#lib/studio/server/use-cases/start-manuscript.server.ts';
import { makePublicCase, unreviewed } from './bank.ts';
import { contextOf, valueOf } from './people.ts';

/** What is planted begins with this. Long enough that no digest or nonce of a page holds it by chance: three letters once did. */
const MARK = 'ZQXWVKJ';

/** A text that nobody without an account may see, and where it was put. */
export interface Secret {
	readonly where: string;
	readonly text: string;
}

export interface Planted {
	readonly secrets: readonly Secret[];
	readonly manuscriptId: string;
	readonly imageDigest: string;
	/** Of a hearing that is not opened to the public. */
	readonly hearingId: string;
}

/** Puts a mark wherever a case, or what becomes one, keeps something that is not public; and names what was secret already. */
export async function plantSecrets(db: Db, sql: postgres.Sql): Promise<Planted> {
	const [trainer] = await sql<{ id: string }[]>`select id from person where account = 'liang.ruochuan'`;
	const ctx = contextOf(db, { actor: await readActor(contextOf(db), trainer!.id) });
	const image = createHash('sha256').update(MARK).digest('hex');
	await sql`insert into studio_image (digest, bytes, mime, width, height, alt, uploaded_by, uploaded_at)
		values (${image}, ${Buffer.from(`${MARK}-picture`)}, 'image/png', 1, 1, ${`${MARK}-alt`}, ${trainer!.id}, now())`;
	const paragraph = { kind: 'html', notes: [], html: `<p>${MARK}-paragraph <img src="/cases/images/${image}"></p>` };
	await sql`update case_version set body = jsonb_set(
		jsonb_set(body, '{timeline,0,text}', to_jsonb(${`${MARK}-timeline`}::text)),
		'{blocks,0}', (${JSON.stringify(paragraph)}::text)::jsonb)`;
	const shown = makePublicCase('public-shown', { caseId: `${MARK}-internal`, source: `${MARK}-source`, notes: [] });
	const author = { ...shown.body, author: `${MARK}-author` };
	const html = `<p>${MARK}-draft <img src="/cases/images/${image}"></p>`;
	const draft = unreviewed(
		makePublicCase('public-draft', { title: `${MARK}-draft-title`, html, images: [image], notes: [] })
	);
	const gone = makePublicCase('public-gone', {
		title: `${MARK}-gone-title`,
		lead: `${MARK}-gone`,
		images: [image],
		notes: []
	});
	const made = { version: 1, origin: 'file', now: ctx.now } as const;
	await savePublicCase(db, { ...shown, body: author }, { ...made, isPublished: true });
	await savePublicCase(db, draft, { ...made, isPublished: false });
	await savePublicCase(db, gone, { ...made, isPublished: true });
	await withdrawPublicCase(ctx, 'public-gone');
	const fields = {
		id: `${MARK.toLowerCase()}-manuscript-id`,
		title: `${MARK}-manuscript`,
		body: `${MARK}-manuscript-text`
	};
	const { id } = valueOf(await startManuscript(ctx, { kind: 'public-case', from: { fields } }));
	await sql`insert into manuscript_comment (id, manuscript_id, field, quote, text, written_by, written_at)
		values (gen_random_uuid(), ${id}, 'body', ${`${MARK}-quote`}, ${`${MARK}-comment`}, ${trainer!.id}, now())`;
	await sql`insert into manuscript_confirmation (manuscript_id, kind, found, reason, confirmed_by, confirmed_at)
		values (${id}, 'name', ${`${MARK}-found`}, ${`${MARK}-reason`}, ${trainer!.id}, now())`;
	const hearingId = await plantHearing(sql);
	return { secrets: await listSecrets(sql, { id, image }), manuscriptId: id, imageDigest: image, hearingId };
}

/** The demo's running hearing once more, behind closed doors, with a mark in its title and in whatever was said. */
async function plantHearing(sql: postgres.Sql): Promise<string> {
	const [made] = await sql<{ id: string }[]>`
		insert into arena_hearing (id, title, bundle_id, bundle_version, procedure_id, procedure_version, mode, frame, result_rule,
			is_public, starts_at, scheduled_by, scheduled_at, head_seq, head_at, stage)
		select gen_random_uuid(), ${`${MARK}-hearing`}, bundle_id, bundle_version, procedure_id, procedure_version, mode, frame,
			result_rule, false, starts_at, scheduled_by, scheduled_at, head_seq, head_at, stage
		from arena_hearing where stage is not null and published_at is null limit 1 returning id`;
	const { id } = made!;
	await sql`insert into arena_event (hearing_id, seq, at, actor, audience, body)
		select ${id}, seq, at, actor, audience, replace(body, '"text":"', ${`"text":"${MARK}-`}) from arena_event e
			join arena_hearing h on h.id = e.hearing_id where h.stage is not null and h.published_at is null and h.is_public`;
	return id;
}

async function listSecrets(sql: postgres.Sql, { id, image }: { id: string; image: string }): Promise<Secret[]> {
	// Who is honoured in public, or sits in a hearing that is open to the public, is named there; accounts are not.
	const told = DEMO_ACCOUNTS.map(({ name }) => name);
	const rows = await sql<Secret[]>`
		select 'id of a case' as where, id as text from case_study
		union all select 'title of a case', title from case_version
		union all select 'lead of a case', lead from case_version
		union all select 'name of a person', name from person
			where name <> all(${told}) and id not in (select nominee_id from award_notice where nominee_id is not null)
				and id not in (select s.person_id from arena_seat s join arena_hearing h on h.id = s.hearing_id
					where h.is_public and s.person_id is not null)
		union all select 'account of a person', account from person where name <> all(${told})`;
	const planted = { 'a mark': MARK, 'a manuscript': id, 'a picture': image, 'a path of pictures': '/cases/images/' };
	return [...rows, ...Object.entries(planted).map(([where, text]) => ({ where, text }))];
}

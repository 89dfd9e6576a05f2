import type { ResolvedCitation } from '#lib/law/domain/cited-article.ts';
import type { LawResolver } from '#lib/law/domain/law-index.ts';
import {
	type ContentFault,
	type SourceFile,
	checkProvenance,
	parseYaml,
	readFolder
} from '#lib/platform/content-files.server.ts';
import { canonical, sha256 } from '#lib/shared/canonical.ts';
import type { Citation } from '#lib/shared/citation.ts';
import type { Day } from '#lib/shared/time.ts';
import type { Provision, ProvisionFile } from '../../domain/provision.ts';
import { findProvisionFaults } from '../../domain/provision-faults.ts';
import { type RawProvision, type RawProvisions, provisionsSchema } from './provision-schema.server.ts';

/** A law without an end must still be in force on this day. */
const FAR: Day = '9999-12-31';
const CRIMINAL_LAW = 'criminal-law';

type At = (field: string, message: string) => ContentFault;

/** Reads `content/discretion/provisions`: one file a law, each row a piece with its own version. */
export function readProvisionFiles(
	root: string,
	laws: LawResolver,
	wants: (row: string) => boolean = () => true
): { provisions: ProvisionFile[]; faults: ContentFault[] } {
	const provisions: ProvisionFile[] = [];
	const faults: ContentFault[] = [];
	for (const file of readFolder(root, 'content/discretion/provisions', '.yaml')) {
		const text = pickRows(file.text, wants);
		if (text === null) continue;
		const parsed = parseYaml(file.path, text, provisionsSchema);
		if (!parsed.ok) {
			faults.push(...parsed.faults);
			continue;
		}
		const { value, at } = parsed;
		faults.push(...checkProvenance(file, value, at), ...checkFile(file, value, at));
		value.provisions.forEach((raw, index) => {
			const reader = new RowReader(value, raw, laws, (field, message) => at(`provisions.${index}.${field}`, message));
			if (provisions.some(({ id }) => id === raw.id)) reader.fault('id', `编号 ${raw.id} 重复`);
			provisions.push(reader.read());
			faults.push(...reader.faults);
		});
	}
	return { provisions, faults };
}

/** A file with the wanted rows only, found by their text: parsing all of them takes most of a command's second. Null = none. */
function pickRows(text: string, wants: (row: string) => boolean): string | null {
	const [head, ...rows] = text.split(/^(?= {2}- id: )/m);
	const wanted = rows.filter(wants);
	if (rows.length > 0 && wanted.length === 0) return null;
	return wanted.length === rows.length ? text : head! + wanted.join('');
}

function checkFile({ name }: SourceFile, { law }: RawProvisions, at: At): ContentFault[] {
	return law === name ? [] : [at('law', `文件名应是这部法的编号：${law}`)];
}

/** One row's way from file to piece; collects its faults on the way. */
class RowReader {
	readonly faults: ContentFault[] = [];
	private readonly citations: ResolvedCitation[] = [];

	constructor(
		private readonly file: RawProvisions,
		private readonly raw: RawProvision,
		private readonly laws: LawResolver,
		private readonly at: At
	) {}

	read(): ProvisionFile {
		const { file, raw } = this;
		for (const { field, message } of findProvisionFaults(raw)) this.fault(field, message);
		const { author, internalReview, legalReview, sources, asOf, special, validityNote } = file;
		const body: ProvisionFile['body'] = {
			...{ ...raw, elements: raw.elements ?? null, asOf, special, validityNote },
			...this.readArticles(),
			...{ author, internalReview, legalReview, sources }
		};
		return { id: raw.id, digest: sha256(canonical(body)), title: raw.violation, body, citations: this.citations };
	}

	private readArticles(): Pick<Provision, 'duties' | 'penalty' | 'also'> {
		const { raw, file } = this;
		const penalty = {
			law: file.law,
			...raw.penalty,
			version: this.resolve({ ...raw.penalty, law: file.law }, 'penalty')
		};
		this.checkValidity({ ...raw.penalty, law: file.law });
		const duties = raw.duties.map((duty, index) => ({ ...duty, version: this.resolveDuty(duty, `duties.${index}`) }));
		const before = this.citations.length;
		raw.also.forEach((cited, index) => this.resolve(cited, `also.${index}`));
		const also = this.citations.slice(before);
		raw.criminal.forEach((article, index) => this.resolve({ law: CRIMINAL_LAW, article }, `criminal.${index}`));
		return { penalty, duties, also };
	}

	private resolveDuty(duty: RawProvision['duties'][number], field: string): Day | null {
		const { note, article, ...rest } = duty;
		if (article !== null) return this.resolve({ ...rest, article }, field);
		if (!note || this.raw.scorable) this.fault(field, '可计分的罚则要写明义务条款的条号；没有条号的要写明原因');
		return null;
	}

	/** The law version that is cited. An unverified row may name an article of which we have no text. */
	private resolve({ law, article, paragraph, item }: Citation, field: string): Day | null {
		const answer = this.laws.resolve({ law, article, paragraph, item }, this.file.asOf);
		if (typeof answer !== 'string') {
			this.citations.push(answer);
			return answer.version;
		}
		if (this.raw.verified || !this.laws.has(law)) this.fault(field, answer);
		return null;
	}

	/** The row may not outlive its law, and a day before the law that we know needs a word. */
	private checkValidity(cited: Citation): void {
		const { asOf, validityNote } = this.file;
		const { from, to } = this.raw.valid;
		if (asOf < from || (to !== null && to < asOf)) this.fault('valid', `核对日 ${asOf} 不在适用期间内`);
		if (!this.raw.verified) return;
		const last = this.laws.resolve(cited, to ?? FAR);
		if (typeof last === 'string') this.fault('valid', `适用期间长于所引的法：${last}`);
		if (validityNote === null && typeof this.laws.resolve(cited, from) === 'string') {
			this.fault('valid', '起日早于收录的法律版本，要在 validityNote 里写明');
		}
	}

	fault(field: string, message: string): void {
		this.faults.push(this.at(field, message));
	}
}

import type { Actor, Role } from './roles.ts';

/**
 * own = only what belongs to the actor · unit = what belongs to a unit in the grant's subtree · all = everything ·
 * The row `everyone` holds for visitors too, `signed-in` for any active person.
 */
export type Scope = 'own' | 'unit' | 'all';
export type Holder = Role | 'everyone' | 'signed-in';

/** The one table: use-case × role × scope. A use-case that is not here cannot be authorised by anybody. */
export const PERMISSIONS = {
	'identity.signIn': { everyone: 'all' },
	'identity.changeOwnPassword': { 'signed-in': 'own' },
	'identity.readOwnSessions': { 'signed-in': 'own' },
	'identity.endOwnSession': { 'signed-in': 'own' },
	'identity.manageOwnFactor': { 'signed-in': 'own' },
	// A lost telephone: whoever keeps the accounts of the unit helps, never for oneself.
	'identity.readFactors': { administrator: 'all' },
	'identity.resetFactor': { administrator: 'unit' },
	// Links open what they open without an account; whoever gave them and whoever answers for access can take them back.
	'identity.readLinks': { administrator: 'all', organiser: 'all' },
	'identity.revokeLinks': { administrator: 'all', organiser: 'all' },
	// Tables of people in and out, and the slips with first passwords; nobody gets a separated duty this way.
	'identity.importPeople': { administrator: 'unit' },
	// The register of units and people; it knows nothing of marks, and administrators know nothing else.
	'identity.manageUnits': { administrator: 'unit' },
	'identity.readRegister': { administrator: 'unit' },
	'identity.managePeople': { administrator: 'unit' },
	'identity.grantRoles': { administrator: 'unit' },
	// Which of them is the second person of a change, `secondPersons` says.
	'identity.confirmDuties': { administrator: 'unit', supervisor: 'unit', auditor: 'unit' },
	'law.readLaws': { everyone: 'all' },
	'law.readChanges': { 'legal-reviewer': 'all', trainer: 'all' },
	'law.decideChange': { 'legal-reviewer': 'all' },
	'law.importTexts': { administrator: 'all', 'legal-reviewer': 'all' },
	'cases.readCases': { 'signed-in': 'all' },
	// A piece of its own, approved for everybody; nothing of a case itself.
	'cases.readPublicCases': { everyone: 'all' },
	'cases.answerCheckpoint': { officer: 'own', trainer: 'own', 'legal-reviewer': 'own', judge: 'own' },
	// Commentary meetings are internal: whoever works on cases reads them; recording and judging is for those the agenda names.
	'cases.readCommentary': {
		...{ officer: 'all', trainer: 'all', 'legal-reviewer': 'all' },
		...{ judge: 'all', organiser: 'all', supervisor: 'all' }
	},
	'cases.planCommentary': { trainer: 'all', organiser: 'all' },
	'cases.recordCommentary': {
		...{ officer: 'own', trainer: 'own', 'legal-reviewer': 'own' },
		...{ judge: 'own', organiser: 'own', supervisor: 'own' }
	},
	'cases.comment': { officer: 'own', trainer: 'own', 'legal-reviewer': 'own', judge: 'own' },
	'cases.moderateComments': { trainer: 'all' },
	'cases.giveVerdict': { trainer: 'own', 'legal-reviewer': 'own', judge: 'own' },
	'cases.nominateCases': { trainer: 'all' },
	'cases.scoreCases': { trainer: 'own', 'legal-reviewer': 'own', judge: 'own' },
	'discretion.readProvisions': { everyone: 'all' },
	// It computes over public rules and stores nothing.
	'discretion.calculate': { everyone: 'all' },
	'discretion.practise': { officer: 'own' },
	// Everybody sees how far apart the bureau is, without names; who it is, those who train or supervise the unit.
	'discretion.readConsistency': { officer: 'all', trainer: 'all', supervisor: 'all', 'legal-reviewer': 'all' },
	'discretion.readConsistencyNames': { trainer: 'unit', supervisor: 'unit' },
	'drafting.readTasks': { 'signed-in': 'all' },
	'drafting.practise': { officer: 'own' },
	// Markers see documents without their authors; an officer sees marks without the markers.
	'drafting.mark': { trainer: 'own', 'legal-reviewer': 'own', judge: 'own' },
	'drafting.readMarks': { officer: 'own' },
	'drafting.object': { officer: 'own' },
	// Who marks how much and how far markers agree: figures without documents.
	'drafting.readMarkingFigures': { trainer: 'all', supervisor: 'all' },
	'drafting.readFigures': { trainer: 'unit', supervisor: 'unit' },
	'drafting.writePieces': { trainer: 'all' },
	'drafting.readFiles': { officer: 'all', trainer: 'all', 'legal-reviewer': 'all', judge: 'all', supervisor: 'all' },
	'drafting.reviewFile': { officer: 'own' },
	'drafting.ruleFindings': { trainer: 'all' },
	'drafting.organisePanels': { organiser: 'all', trainer: 'all' },
	'drafting.readPanels': { 'signed-in': 'all' },
	'drafting.fillSheets': { trainer: 'own', 'legal-reviewer': 'own', judge: 'own' },
	// The unit whose file it is objects and mends.
	'drafting.answerForUnit': { officer: 'unit', supervisor: 'unit' },
	'drills.practise': { officer: 'own' },
	'drills.readOwnRecord': { officer: 'own' },
	'ranking.readBoard': { 'signed-in': 'all' },
	// Everybody may recompute a colleague's figures; which questions were asked stays between the officer and those who train or audit.
	'ranking.readEntries': { 'signed-in': 'all' },
	'ranking.readSubjects': { officer: 'own', trainer: 'unit', supervisor: 'unit', auditor: 'unit' },
	// Whoever does not want to be named on boards is still named to oneself and to those who train, supervise or audit the unit.
	'ranking.readHidden': { officer: 'own', trainer: 'unit', supervisor: 'unit', auditor: 'unit' },
	// Rules decide who is praised: whoever answers for awards proposes a version, somebody else confirms it before it begins.
	'ranking.readRules': { 'signed-in': 'all' },
	'ranking.editRules': { supervisor: 'all' },
	'ranking.confirmRules': { supervisor: 'all', 'legal-reviewer': 'all' },
	// Whoever runs a selection never sits on its panel; who looks into an objection is decided for each one.
	'ranking.readAwards': { 'signed-in': 'all' },
	'ranking.readPublicAwards': { everyone: 'all' },
	'ranking.runAwards': { supervisor: 'all' },
	'ranking.speakForUnit': { officer: 'unit', supervisor: 'unit' },
	'ranking.fillAwardSheets': { trainer: 'own', 'legal-reviewer': 'own', judge: 'own' },
	'ranking.objectToAwards': { 'signed-in': 'all' },
	'ranking.verifyObjections': { supervisor: 'all', 'legal-reviewer': 'all', trainer: 'all', judge: 'all' },
	// Everybody's own data; requests about the register go to administrators, who see no marks, those about work to supervisors.
	'own.readData': { 'signed-in': 'own' },
	'own.askCorrection': { 'signed-in': 'own' },
	'own.chooseVisibility': { officer: 'own' },
	'own.readCorrections': { administrator: 'all', supervisor: 'all' },
	'own.answerAboutAccount': { administrator: 'unit' },
	'own.answerAboutRecord': { supervisor: 'unit' },
	// What waits for somebody and what happened: each room tells only what its own use-cases would show.
	'notices.readOwn': { 'signed-in': 'own' },
	// A unit's own figures are its own matter; the office that confirms them is never the unit, nor whoever entered them.
	'ranking.readAssessment': { officer: 'unit', trainer: 'unit', supervisor: 'unit', 'legal-reviewer': 'unit' },
	'ranking.reportFigures': { officer: 'unit', supervisor: 'unit' },
	'ranking.confirmFigures': { supervisor: 'unit', 'legal-reviewer': 'unit' },
	// What stands when a period is closed is what honours are given by.
	'ranking.closeAssessment': { supervisor: 'all' },
	'arena.readHearings': { 'signed-in': 'all' },
	// Experts from outside sit by a personal link and an opened hearing is everybody's: the seat decides, in the use-case.
	'arena.sit': { everyone: 'all' },
	'arena.organise': { organiser: 'all', trainer: 'all' },
	'arena.readBundles': { 'signed-in': 'all' },
	// Seeded defects, prepared arguments, odds and the model judgment: for those who sit on panels or train them.
	'arena.readBundleSecrets': { trainer: 'all', 'legal-reviewer': 'all', judge: 'all' },
	'arena.rehearse': { officer: 'own' },
	// A case study from a hearing that is over.
	'arena.draftCaseStudy': { trainer: 'all' },
	// Texts before they are published; who of them may pass which text, the studio's workflow says.
	'studio.readManuscripts': { trainer: 'all', 'legal-reviewer': 'all' },
	'studio.writeManuscripts': { trainer: 'all' },
	'studio.reviewInternally': { trainer: 'all' },
	'studio.reviewLegally': { 'legal-reviewer': 'all' },
	'studio.withdrawPieces': { trainer: 'all', 'legal-reviewer': 'all' },
	// Settings are the administrator's; what guards others counts only when a second person has confirmed it, and figures of
	// the place are the legal reviewer's.
	'settings.readSettings': { administrator: 'all', supervisor: 'all', auditor: 'all', 'legal-reviewer': 'all' },
	'settings.changeSystem': { administrator: 'all' },
	'settings.confirmChange': { administrator: 'all', supervisor: 'all' },
	'settings.confirmLocal': { 'legal-reviewer': 'all' },
	'settings.importCalendar': { administrator: 'all', 'legal-reviewer': 'all' },
	// The log is the auditor's alone, and even the auditor only reads it.
	'audit.readLog': { auditor: 'all' },
	'search.find': { everyone: 'all' },
	'search.findPeople': { 'signed-in': 'all' }
} as const satisfies Record<string, Partial<Record<Holder, Scope>>>;
export type UseCase = keyof typeof PERMISSIONS;

/** What a use-case is about: somebody's own thing, a unit's thing, or nothing in particular. */
export interface Subject {
	readonly personId?: string;
	readonly unitPath?: string;
}

/**
 * Whether the actor may run a use-case on a subject.
 * own: `subject.personId` is the actor (a subject that names neither person nor unit is the actor's own) · unit: `subject.unitPath` lies in the grant's subtree.
 */
export function mayRun(actor: Actor | null, useCase: UseCase, subject: Subject = {}): boolean {
	const row: Partial<Record<Holder, Scope>> = PERMISSIONS[useCase];
	if (row.everyone) return true;
	if (!actor) return false;
	const isNobodys = subject.personId === undefined && subject.unitPath === undefined;
	const isOwn = isNobodys || subject.personId === actor.personId;
	if (row['signed-in'] && (row['signed-in'] === 'all' || isOwn)) return true;
	return actor.grants.some(({ role, unitPath }) => {
		const scope = row[role];
		if (scope === 'all') return true;
		if (scope === 'own') return isOwn;
		return scope === 'unit' && (subject.unitPath?.startsWith(unitPath) ?? subject.personId === actor.personId);
	});
}

/** Whether the actor may run a use-case for any unit at all: who is shown a door. */
export function mayRunSomewhere(actor: Actor | null, useCase: UseCase): boolean {
	return mayRun(actor, useCase) || !!actor?.grants.some(({ unitPath }) => mayRun(actor, useCase, { unitPath }));
}

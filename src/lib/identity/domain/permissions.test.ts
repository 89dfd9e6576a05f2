import { describe, expect, test } from 'vitest';
import { PERMISSIONS, type Subject, type UseCase, mayRun, mayRunSomewhere } from './permissions.ts';
import { type Actor, ROLES, type Role } from './roles.ts';

const BUREAU = '/bureau/';
const BRIGADE = '/bureau/brigade/';
const TOWN = '/bureau/town/';

const actor = (...roles: readonly Role[]): Actor => ({
	...{ personId: 'lin-yue', name: '林岳', account: 'lin.yue', mustChangePassword: false },
	certificateExpiresOn: null,
	...{ unitId: 'brigade', unitName: '执法大队', unitPath: BRIGADE },
	grants: roles.map((role) => ({ role, unitPath: BRIGADE }))
});

/** What a use-case can be about, seen from 林岳 of the brigade, whose grants hold for the brigade. */
const SUBJECTS = {
	nothing: {},
	own: { personId: 'lin-yue' },
	ownInUnit: { personId: 'lin-yue', unitPath: BRIGADE },
	colleague: { personId: 'wei-xiaoman', unitPath: BRIGADE },
	below: { personId: 'wei-xiaoman', unitPath: `${BRIGADE}team/` },
	stranger: { personId: 'wei-xiaoman' },
	otherUnit: { personId: 'wei-xiaoman', unitPath: TOWN },
	above: { personId: 'wei-xiaoman', unitPath: BUREAU },
	/** A unit whose path only begins with the same letters. */
	lookalike: { personId: 'wei-xiaoman', unitPath: '/bureau/brigade-two/' }
} satisfies Record<string, Subject>;
type About = keyof typeof SUBJECTS;

const ALL = Object.keys(SUBJECTS) as About[];
const NONE: About[] = [];
const OWN: About[] = ['nothing', 'own', 'ownInUnit'];
const UNIT: About[] = ['own', 'ownInUnit', 'colleague', 'below'];

type Who = 'visitor' | 'nobody' | Role;
const everybody = (abouts: About[], visitor = abouts): Record<Who, About[]> => ({
	...{ visitor, nobody: abouts, officer: abouts, trainer: abouts, 'legal-reviewer': abouts, judge: abouts },
	...{ organiser: abouts, supervisor: abouts, administrator: abouts, auditor: abouts }
});

/** Use-case × who × what about. `nobody` is a signed-in person without any role. Written out, not derived from the code. */
const EXPECTED: Record<UseCase, Record<Who, About[]>> = {
	'identity.signIn': everybody(ALL),
	'identity.changeOwnPassword': everybody(OWN, NONE),
	'identity.readOwnSessions': everybody(OWN, NONE),
	'identity.endOwnSession': everybody(OWN, NONE),
	'identity.manageUnits': { ...everybody(NONE), administrator: UNIT },
	'identity.readRegister': { ...everybody(NONE), administrator: UNIT },
	'identity.managePeople': { ...everybody(NONE), administrator: UNIT },
	'identity.grantRoles': { ...everybody(NONE), administrator: UNIT },
	'identity.confirmDuties': { ...everybody(NONE), administrator: UNIT, supervisor: UNIT, auditor: UNIT },
	'notices.readOwn': everybody(OWN, NONE),
	'identity.manageOwnFactor': everybody(OWN, NONE),
	'identity.readFactors': { ...everybody(NONE), administrator: ALL },
	'identity.resetFactor': { ...everybody(NONE), administrator: UNIT },
	'identity.readLinks': { ...everybody(NONE), administrator: ALL, organiser: ALL },
	'identity.revokeLinks': { ...everybody(NONE), administrator: ALL, organiser: ALL },
	'identity.importPeople': { ...everybody(NONE), administrator: UNIT },
	'law.readLaws': everybody(ALL),
	'law.readChanges': { ...everybody(NONE), trainer: ALL, 'legal-reviewer': ALL },
	'law.decideChange': { ...everybody(NONE), 'legal-reviewer': ALL },
	'law.importTexts': { ...everybody(NONE), administrator: ALL, 'legal-reviewer': ALL },
	'cases.readCases': everybody(ALL, NONE),
	'cases.readPublicCases': everybody(ALL),
	'cases.answerCheckpoint': {
		...everybody(NONE),
		...{ officer: OWN, trainer: OWN, 'legal-reviewer': OWN, judge: OWN }
	},
	'cases.readCommentary': {
		...{ ...everybody(ALL, NONE), nobody: NONE, administrator: NONE, auditor: NONE }
	},
	'cases.planCommentary': { ...everybody(NONE), trainer: ALL, organiser: ALL },
	'cases.recordCommentary': {
		...{ ...everybody(OWN, NONE), nobody: NONE, administrator: NONE, auditor: NONE }
	},
	'cases.comment': { ...everybody(NONE), officer: OWN, trainer: OWN, 'legal-reviewer': OWN, judge: OWN },
	'cases.moderateComments': { ...everybody(NONE), trainer: ALL },
	'cases.giveVerdict': { ...everybody(NONE), trainer: OWN, 'legal-reviewer': OWN, judge: OWN },
	'cases.nominateCases': { ...everybody(NONE), trainer: ALL },
	'cases.scoreCases': { ...everybody(NONE), trainer: OWN, 'legal-reviewer': OWN, judge: OWN },
	'discretion.readProvisions': everybody(ALL),
	'discretion.calculate': everybody(ALL),
	'discretion.practise': { ...everybody(NONE), officer: OWN },
	'discretion.readConsistency': {
		...everybody(NONE),
		...{ officer: ALL, trainer: ALL, supervisor: ALL, 'legal-reviewer': ALL }
	},
	'discretion.readConsistencyNames': { ...everybody(NONE), trainer: UNIT, supervisor: UNIT },
	'drafting.readTasks': everybody(ALL, NONE),
	'drafting.practise': { ...everybody(NONE), officer: OWN },
	'drafting.mark': { ...everybody(NONE), trainer: OWN, 'legal-reviewer': OWN, judge: OWN },
	'drafting.readMarks': { ...everybody(NONE), officer: OWN },
	'drafting.object': { ...everybody(NONE), officer: OWN },
	'drafting.readMarkingFigures': { ...everybody(NONE), trainer: ALL, supervisor: ALL },
	'drafting.readFigures': { ...everybody(NONE), trainer: UNIT, supervisor: UNIT },
	'drafting.writePieces': { ...everybody(NONE), trainer: ALL },
	'drafting.readFiles': {
		...everybody(NONE),
		...{ officer: ALL, trainer: ALL, 'legal-reviewer': ALL, judge: ALL, supervisor: ALL }
	},
	'drafting.reviewFile': { ...everybody(NONE), officer: OWN },
	'drafting.ruleFindings': { ...everybody(NONE), trainer: ALL },
	'drafting.organisePanels': { ...everybody(NONE), organiser: ALL, trainer: ALL },
	'drafting.readPanels': everybody(ALL, NONE),
	'drafting.fillSheets': { ...everybody(NONE), trainer: OWN, 'legal-reviewer': OWN, judge: OWN },
	'drafting.answerForUnit': { ...everybody(NONE), officer: UNIT, supervisor: UNIT },
	'drills.practise': { ...everybody(NONE), officer: OWN },
	'drills.readOwnRecord': { ...everybody(NONE), officer: OWN },
	'ranking.readBoard': everybody(ALL, NONE),
	'ranking.readEntries': everybody(ALL, NONE),
	'ranking.readSubjects': { ...everybody(NONE), officer: OWN, trainer: UNIT, supervisor: UNIT, auditor: UNIT },
	'ranking.readHidden': { ...everybody(NONE), officer: OWN, trainer: UNIT, supervisor: UNIT, auditor: UNIT },
	'ranking.readRules': everybody(ALL, NONE),
	'ranking.editRules': { ...everybody(NONE), supervisor: ALL },
	'ranking.confirmRules': { ...everybody(NONE), supervisor: ALL, 'legal-reviewer': ALL },
	'ranking.readAwards': everybody(ALL, NONE),
	'ranking.readPublicAwards': everybody(ALL),
	'ranking.runAwards': { ...everybody(NONE), supervisor: ALL },
	'ranking.speakForUnit': { ...everybody(NONE), officer: UNIT, supervisor: UNIT },
	'ranking.fillAwardSheets': { ...everybody(NONE), trainer: OWN, 'legal-reviewer': OWN, judge: OWN },
	'ranking.objectToAwards': everybody(ALL, NONE),
	'ranking.verifyObjections': {
		...everybody(NONE),
		...{ supervisor: ALL, 'legal-reviewer': ALL, trainer: ALL, judge: ALL }
	},
	'own.readData': everybody(OWN, NONE),
	'own.askCorrection': everybody(OWN, NONE),
	'own.chooseVisibility': { ...everybody(NONE), officer: OWN },
	'own.readCorrections': { ...everybody(NONE), administrator: ALL, supervisor: ALL },
	'own.answerAboutAccount': { ...everybody(NONE), administrator: UNIT },
	'own.answerAboutRecord': { ...everybody(NONE), supervisor: UNIT },
	'ranking.readAssessment': {
		...everybody(NONE),
		...{ officer: UNIT, trainer: UNIT, supervisor: UNIT, 'legal-reviewer': UNIT }
	},
	'ranking.reportFigures': { ...everybody(NONE), officer: UNIT, supervisor: UNIT },
	'ranking.closeAssessment': { ...everybody(NONE), supervisor: ALL },
	'ranking.confirmFigures': { ...everybody(NONE), supervisor: UNIT, 'legal-reviewer': UNIT },
	'arena.readHearings': everybody(ALL, NONE),
	'arena.sit': everybody(ALL),
	'arena.organise': { ...everybody(NONE), trainer: ALL, organiser: ALL },
	'arena.readBundles': everybody(ALL, NONE),
	'arena.readBundleSecrets': { ...everybody(NONE), trainer: ALL, 'legal-reviewer': ALL, judge: ALL },
	'arena.rehearse': { ...everybody(NONE), officer: OWN },
	'arena.draftCaseStudy': { ...everybody(NONE), trainer: ALL },
	'studio.readManuscripts': { ...everybody(NONE), trainer: ALL, 'legal-reviewer': ALL },
	'studio.writeManuscripts': { ...everybody(NONE), trainer: ALL },
	'studio.reviewInternally': { ...everybody(NONE), trainer: ALL },
	'studio.reviewLegally': { ...everybody(NONE), 'legal-reviewer': ALL },
	'studio.withdrawPieces': { ...everybody(NONE), trainer: ALL, 'legal-reviewer': ALL },
	'settings.readSettings': {
		...everybody(NONE),
		...{ administrator: ALL, supervisor: ALL, auditor: ALL, 'legal-reviewer': ALL }
	},
	'settings.changeSystem': { ...everybody(NONE), administrator: ALL },
	'settings.confirmChange': { ...everybody(NONE), administrator: ALL, supervisor: ALL },
	'settings.confirmLocal': { ...everybody(NONE), 'legal-reviewer': ALL },
	'settings.importCalendar': { ...everybody(NONE), administrator: ALL, 'legal-reviewer': ALL },
	'audit.readLog': { ...everybody(NONE), auditor: ALL },
	'search.find': everybody(ALL),
	'search.findPeople': everybody(ALL, NONE)
};

test('the whole table: every use-case, for visitors and each role, on every subject', () => {
	const useCases = Object.keys(PERMISSIONS) as UseCase[];
	expect(useCases.sort()).toEqual(Object.keys(EXPECTED).sort());
	const roles = Object.keys(ROLES) as Role[];
	const people: [Who, Actor | null][] = [
		['visitor', null],
		['nobody', actor()],
		...roles.map((role): [Who, Actor] => [role, actor(role)])
	];
	const found = (['allowed', 'refused'] as const).map(() => [] as string[]);
	for (const useCase of useCases) {
		for (const [who, someone] of people) {
			const allowed = ALL.filter((about) => mayRun(someone, useCase, SUBJECTS[about]));
			expect([useCase, who, allowed]).toEqual([
				useCase,
				who,
				ALL.filter((about) => EXPECTED[useCase][who].includes(about))
			]);
			found[0]!.push(...allowed);
			found[1]!.push(...ALL.filter((about) => !allowed.includes(about)));
		}
	}
	expect(found.map((list) => list.length > 100)).toEqual([true, true]);
});

describe('several grants', () => {
	test('each grant counts for its own unit only', () => {
		const twofold: Actor = {
			...actor(),
			grants: [
				{ role: 'officer', unitPath: BRIGADE },
				{ role: 'trainer', unitPath: TOWN }
			]
		};
		expect(mayRun(twofold, 'ranking.readSubjects', SUBJECTS.otherUnit)).toBe(true);
		expect(mayRun(twofold, 'ranking.readSubjects', SUBJECTS.own)).toBe(true);
		expect(mayRun(twofold, 'ranking.readSubjects', SUBJECTS.colleague)).toBe(false);
	});

	test('a grant for the whole bureau reaches every unit below it', () => {
		const chief: Actor = { ...actor(), grants: [{ role: 'supervisor', unitPath: BUREAU }] };
		for (const about of ['colleague', 'below', 'otherUnit', 'above', 'lookalike'] as const) {
			expect([about, mayRun(chief, 'ranking.readSubjects', SUBJECTS[about])]).toEqual([about, true]);
		}
		expect(mayRun(chief, 'ranking.readSubjects', SUBJECTS.stranger)).toBe(false);
	});
});

test('a door is shown to whoever may go through it for some unit', () => {
	expect(mayRunSomewhere(actor('administrator'), 'identity.managePeople')).toBe(true);
	expect(mayRunSomewhere(actor('legal-reviewer'), 'law.importTexts')).toBe(true);
	for (const someone of [null, actor(), actor('officer', 'trainer', 'auditor')]) {
		expect(mayRunSomewhere(someone, 'identity.managePeople')).toBe(false);
	}
});

// Use-cases that take a context and are not refused by themselves, each with the reason why.

/** Doors into and out of a session; tested in sign-in, second-factor, provider and sessions. */
export const DOORS = ['signIn', 'finishSignIn', 'signInByProvider', 'signOut'];
/** A hearing is for whoever has a seat, by account or by link, and an opened one for everybody; tested in arena. */
export const SEATED = [
	...['actInHearing', 'readHearing', 'openStream', 'readEventsSince', 'findLink'],
	...['saveBallot', 'sealBallot', 'confirmBallot', 'readOwnBallots', 'keepSheet', 'readOwnSheets'],
	...['castVote', 'readAudience', 'readReview', 'readShadows'],
	...['readRoomFile', 'readResult', 'writeTranscript', 'listOpenHearings']
];
/** For administrators, supervisors and auditors, whichever is the second person; tested in administration. */
export const SECOND_PERSONS = ['readDutyRequests', 'countDutiesToDecide', 'decideDuty'];
/** What rooms and public pages ask: names and numbers that belong to nobody's record. The asking use-case authorises. */
export const DIRECTORY = [
	...['readPeople', 'readUnits', 'readUnitsOf', 'readBureauName', 'readItemTitles', 'countItems', 'readCited'],
	...[
		'readDrawableTitles',
		'readUnitsBy',
		'readHiddenPeople',
		'readHolders',
		'readAbsent',
		'readOpenUnits',
		'readOfficers',
		'readCandidates',
		'readUnitMarks',
		'readTraces',
		'currentRules',
		'readPublishedCaseIds',
		'readClosedUnits',
		'readChangedBasis',
		'readAllChangedBasis',
		'recallChangedBasis',
		'findAnybody',
		'authorise',
		'authorisePerson'
	]
];
/** Run by the starter, the sweep, the command line or another room, never by a page. */
export const PROGRAMS = [
	...[
		'applyMoves',
		'addPerson',
		'addUnit',
		'countPeople',
		'readActor',
		'loadItems',
		'loadCases',
		'loadLaws',
		'loadLexicon'
	],
	...['rebuildSearchIndex', 'loadDiscretion', 'loadPracticeCases', 'hasLawFiles', 'registerCitations'],
	...['loadDrafting', 'loadBundles', 'replaceCitations'],
	// The studio's workflow has decided before it asks a room.
	...['readCaseSource', 'publishCase', 'withdrawCase', 'openCase', 'readCaseProposals'],
	...['readCurrentLinks', 'readItemIds', 'readTaskIds', 'readPracticeReferences'],
	...['publishItem', 'withdrawItem', 'openItem', 'readItemProposals'],
	...['publishPractice', 'withdrawPractice', 'openPractice', 'readPracticeProposals'],
	...['readTaskSource', 'publishMaterial', 'withdrawMaterial', 'openMaterial', 'readMaterialProposals'],
	...['loadPublicCases', 'readPublicCaseSource', 'publishPublicCase', 'withdrawPublicCase', 'openPublicCase'],
	...['readPublicCaseProposals'],
	...['withdrawCitations', 'restoreCitations', 'openReviews', 'readAffectedByLaw'],
	...['findActor', 'sendDigests', 'forgetOldNotices'],
	...['importTexts', 'workOffImports', 'endTerms', 'importPeopleFile', 'issueFor'],
	...[
		'closeExpiredOf',
		'closeCycles',
		'computeCycle',
		'boardsBy',
		'readCycleEntries',
		'tryRule',
		'readRuleProposals',
		'recordEntry',
		'correctEntry',
		'previewRule',
		'hasWritten',
		'promptItems',
		'assignMarkers',
		'verifyLedger',
		'sealLog',
		'purgeLog',
		'verifyLog',
		'walkLog',
		'examineLog'
	]
];

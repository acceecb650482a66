import type { PersonalMark } from '@kaiku/kernel';

/** That somebody was asked, and when. Stays as a count without the person. */
export const ASKED: PersonalMark = { category: 'survey', purposes: ['surveys'], subject: 'customer_id', provided: false, erase: 'null', retention: 'survey.invitation' };
/** Keyed hash of an address: kept, so that one who was asked or refused is known again after erasure. */
export const ADDRESS_HASH: PersonalMark = { category: 'contact', purposes: ['surveys'], subject: 'customer_id', provided: false, erase: 'keep', retention: 'survey.suppression' };
/** What somebody answered. */
export const ANSWERED: PersonalMark = { category: 'survey', purposes: ['surveys', 'feedback'], subject: 'invitation_id', provided: true, erase: 'generalise', retention: 'survey.answer' };
/** What somebody wrote in their own words. */
export const COMMENT: PersonalMark = { ...ANSWERED, category: 'free_text', erase: 'null' };
/** Who of us reviewed or wrote. */
export const COLLEAGUE: PersonalMark = { category: 'staff', purposes: ['surveys', 'staff_administration'], subject: 'staff', provided: false, erase: 'keep', retention: 'staff.account' };

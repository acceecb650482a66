import type { PersonalMark } from '@kaiku/kernel';

/** Who of the staff had the matter or ended the clock. */
export const HOLDER: PersonalMark = { category: 'staff', purposes: ['customer_service', 'staff_administration'], subject: 'staff', provided: false, erase: 'keep', retention: 'staff.account' };
/** Why a colleague ended or moved a clock, in their own words. */
export const WHY: PersonalMark = { category: 'note', purposes: ['customer_service'], subject: 'subject_id', provided: false, erase: 'null', retention: 'ticket' };

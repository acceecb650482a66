import type { PersonalMark } from '@kaiku/kernel';

/** Who is told: a colleague. Goes with the notice. */
export const TOLD: PersonalMark = { category: 'staff', purposes: ['customer_service', 'staff_administration'], subject: 'staff', provided: false, erase: 'delete', retention: 'notice' };
/** How a colleague wants to be told, and on which devices. Goes with the account. */
export const WISH: PersonalMark = { category: 'staff', purposes: ['staff_administration'], subject: 'staff', provided: true, erase: 'delete', retention: 'staff.account' };

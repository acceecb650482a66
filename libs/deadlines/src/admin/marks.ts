import type { PersonalMark } from '@kaiku/kernel';

/** Who of the staff changed a setting. */
export const BY: PersonalMark = { category: 'staff', purposes: ['customer_service', 'staff_administration'], subject: 'staff', provided: false, erase: 'keep', retention: 'staff.account' };

import { definePermissions } from '@kaiku/kernel';

/** What may be done with customers. Admins have none of these. */
export const CUSTOMER_PERMISSIONS = definePermissions('customers', {
  view: 'customer.view',
  /** E-mail addresses and phone numbers. */
  viewContact: 'customer.view_contact',
  /** Postal address, loyalty and pets. */
  viewDetails: 'customer.view_details',
  viewReceipts: 'customer.view_receipts',
  /** Contact, details and receipts of somebody under a safety ban or restricted processing; besides the above. */
  viewProtected: 'customer.view_protected',
  edit: 'customer.edit',
  /** Consent and objection, as the person told them. */
  recordChoices: 'customer.record_choices',
  /** Restriction of processing (art. 18). */
  restrict: 'customer.restrict',
  /** Stop sending to an address, and start again. */
  suppress: 'customer.suppress',
});

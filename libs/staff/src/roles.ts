/**
 * The roles that come with the desk, as sets of permissions. The codes belong to the libraries that check them;
 * a test fails when one is not declared anywhere. Administrators look after accounts and see no customer's data.
 */
const agent = [
  'staff.view',
  'ticket.view', 'ticket.open', 'ticket.work', 'ticket.reply',
  'customer.view', 'customer.view_contact', 'customer.view_details', 'customer.view_receipts', 'customer.edit', 'customer.record_choices',
  'call.log',
  'deadline.fix', 'deadline.waive',
  'mail.view_raw',
] as const;

export const ROLES = {
  agent,
  supervisor: [...agent, 'ticket.view_all', 'report.view', 'survey.view', 'survey.manage', 'survey.view_results', 'survey.review_answers', 'mail.quarantine', 'customer.view_protected', 'customer.restrict', 'customer.suppress', 'setting.view_deadlines', 'setting.manage_deadlines'],
  privacy_owner: ['staff.view', 'ticket.view', 'ticket.view_all', 'customer.view', 'customer.view_contact', 'customer.view_details', 'customer.view_receipts', 'customer.view_protected', 'customer.record_choices', 'customer.restrict', 'customer.suppress', 'mail.view_raw'],
  admin: ['staff.view', 'staff.manage', 'team.manage', 'setting.view_deadlines', 'setting.manage_deadlines'],
} as const satisfies Record<string, readonly string[]>;

export type RoleId = keyof typeof ROLES;
export const ADMIN: RoleId = 'admin';

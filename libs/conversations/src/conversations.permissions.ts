import { definePermissions } from '@kaiku/kernel';

export const ConversationPermission = definePermissions('conversations', {
  /** Downloading a mail exactly as it came. */
  viewRaw: 'mail.view_raw',
  /** Seeing mail that could not be read, and trying again. */
  quarantine: 'mail.quarantine',
});

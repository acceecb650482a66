import { defineEvent } from '@kaiku/kernel';
import { z } from 'zod';

/** Raw bytes of a mail are stored; somebody may parse them. */
export const MailReceived = defineEvent('mail.received.v1', z.object({ rawId: z.uuid() }));

/** A message waits for its release time (the undo window), then for a sender. */
export const MessageQueued = defineEvent('message.queued.v1', z.object({ outboundId: z.uuid(), releaseAt: z.iso.datetime() }));

import { newId } from '@kaiku/kernel';
import { aTeam, type Sql } from '@kaiku/staff/testing';

/** Inserts a mailbox with its team: asiakaspalvelu@lumo.example for questions in Finnish unless told. */
export async function aMailbox(db: Sql, given: { address?: string; name?: string; teamId?: string; defaultKind?: string; language?: string } = {}): Promise<{ id: string; address: string; teamId: string }> {
  const id = newId();
  const teamId = given.teamId ?? (await aTeam(db)).id;
  const address = given.address ?? 'asiakaspalvelu@lumo.example';
  await db.sql('INSERT INTO mailbox (id, address, name, team_id, default_kind, language, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7)', [
    id, address, given.name ?? 'Lumo asiakaspalvelu', teamId, given.defaultKind ?? 'question', given.language ?? 'fi', '2026-11-01T08:00:00Z',
  ]);
  return { id, address, teamId };
}

export interface MailSpec {
  from?: string;
  to?: string;
  cc?: string;
  subject?: string;
  messageId?: string | null;
  inReplyTo?: string;
  references?: string;
  date?: string;
  headers?: Record<string, string>;
  body?: string;
}

/** A plain mail as a customer's program writes it. */
export function rawMail(m: MailSpec = {}): Buffer {
  const lines = [
    `From: ${m.from ?? 'Maija Virtanen <maija.virtanen@posti.example>'}`,
    `To: ${m.to ?? 'asiakaspalvelu@lumo.example'}`,
    ...(m.cc ? [`Cc: ${m.cc}`] : []),
    `Subject: ${m.subject ?? 'Tilaus ei ole saapunut'}`,
    `Date: ${m.date ?? 'Mon, 23 Nov 2026 11:00:00 +0200'}`,
    ...(m.messageId === null ? [] : [`Message-ID: ${m.messageId ?? `<${newId()}@posti.example>`}`]),
    ...(m.inReplyTo ? [`In-Reply-To: ${m.inReplyTo}`] : []),
    ...(m.references ? [`References: ${m.references}`] : []),
    ...Object.entries(m.headers ?? {}).map(([k, v]) => `${k}: ${v}`),
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    m.body ?? 'Hei, tilaukseni ei ole tullut. Missä se on?',
    '',
  ];
  return Buffer.from(lines.join('\r\n'));
}

/** A raw mail from header fields and a body, with defaults an ordinary mail has. */
export function rawMail(fields: Record<string, string | undefined> = {}, body: string | Buffer = 'Hei\r\n'): Buffer {
  const all: Record<string, string | undefined> = {
    From: 'Aino <aino@posti.example>',
    To: 'asiakaspalvelu@murre.example',
    Subject: 'Kysymys',
    Date: 'Mon, 16 Nov 2026 09:12:00 +0200',
    'Message-ID': '<one@posti.example>',
    ...fields,
  };
  const head = Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]));
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), Buffer.from(body)]);
}

import { COLUMNS, type Table } from './rows';

/** Columns of type jsonb; other lists are arrays of text. */
const JSON_COLUMNS = new Set(['lines', 'change', 'to_addresses', 'cc_addresses', 'plan']);
const ESCAPED: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
const escaped = (text: string): string => (/[\\\n\r\t]/.test(text) ? text.replace(/[\\\n\r\t]/g, (c) => ESCAPED[c]!) : text);

function field(column: string, value: unknown): string {
  if (value === null || value === undefined) return '\\N';
  if (typeof value === 'string') return escaped(value);
  if (typeof value === 'boolean') return value ? 't' : 'f';
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value) && !JSON_COLUMNS.has(column)) return escaped(`{${value.map((v) => `"${String(v).replace(/["\\]/g, '\\$&')}"`).join(',')}}`);
  return escaped(JSON.stringify(value));
}

/** Rows as Postgres reads them from COPY in text format. */
export function copyText(table: Table, rows: readonly object[]): string {
  const columns: readonly string[] = COLUMNS[table];
  let text = '';
  for (const row of rows as readonly Record<string, unknown>[]) {
    for (let i = 0; i < columns.length; i++) text += (i === 0 ? '' : '\t') + field(columns[i]!, row[columns[i]!]);
    text += '\n';
  }
  return text;
}

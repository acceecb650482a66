/** Markup that has been escaped; nothing else is put into a page as it is. */
export class Html {
  constructor(readonly markup: string) {}
}

export type Shown = Html | string | number | false | null | undefined | readonly Shown[];

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as it stands in a page or in a quoted attribute; characters that no page may hold are left out. */
export const escaped = (text: string): string =>
  text
    .toWellFormed()
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/g, '')
    .replace(/[&<>"']/g, (char) => ENTITIES[char]!);

function shown(value: Shown): string {
  if (value === null || value === undefined || value === false) return '';
  if (value instanceof Html) return value.markup;
  if (typeof value === 'object') return value.map(shown).join('');
  return escaped(String(value));
}

/** A template of a page: every value is escaped unless it is {@link Html} itself; lists are joined, nothing is left out loud. */
export const html = (parts: TemplateStringsArray, ...values: readonly Shown[]): Html =>
  new Html(parts.reduce((page, part, i) => page + shown(values[i - 1]) + part));

const COLOUR = /^(?:#[0-9a-f]{3}|#[0-9a-f]{6}|[a-z]{3,20}|rgb\(\s?\d{1,3},\s?\d{1,3},\s?\d{1,3}\s?\))$/;

/** What a mail may say about looks. Nothing here can position, load or hide anything. */
const ALLOWED: ReadonlyMap<string, RegExp> = new Map([
  ['text-align', /^(?:left|right|center|justify)$/],
  ['font-weight', /^(?:bold|bolder|normal|[1-9]00)$/],
  ['font-style', /^(?:italic|normal)$/],
  ['text-decoration', /^(?:underline|line-through|none)$/],
  ['color', COLOUR],
  ['background-color', COLOUR],
]);

// what amounts to the client's own default, so that it need not cost the mail its simple form
const DEFAULTS = new Set(['font-weight:normal', 'font-style:normal', 'text-align:left', 'text-decoration:none', 'color:black', 'color:#000', 'color:#000000', 'color:windowtext', 'color:rgb(0,0,0)', 'color:inherit', 'background-color:white', 'background-color:#fff', 'background-color:#ffffff', 'background-color:rgb(255,255,255)', 'background-color:transparent', 'background-color:inherit']);

/** @returns the style attribute's harmless rest, '' when nothing of it stays */
export function safeStyle(style: string): string {
  if (style.length > 4_000) return '';
  const kept: string[] = [];
  for (const declaration of style.split(';')) {
    const colon = declaration.indexOf(':');
    const property = declaration.slice(0, colon).trim().toLowerCase();
    const value = declaration.slice(colon + 1).replace(/!\s*important\s*$/i, '').trim().toLowerCase().replace(/\s*,\s*/g, ',');
    if (!ALLOWED.get(property)?.test(value)) continue;
    const safe = `${property}:${value}`;
    if (!DEFAULTS.has(safe)) kept.push(safe);
  }
  return kept.join(';');
}

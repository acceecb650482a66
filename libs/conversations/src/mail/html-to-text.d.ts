/** The package ships no types; this is the one call we make. */
declare module 'html-to-text' {
  export function convert(html: string, options?: Readonly<Record<string, unknown>>): string;
}

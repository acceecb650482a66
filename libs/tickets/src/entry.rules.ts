import { LIMITS } from '@kaiku/kernel';

/** The first words of a text on one line, cut between characters as people see them. */
export function previewOf(body: string | null): string | null {
  if (!body) return null;
  const line = body.slice(0, LIMITS.entry.preview * 8).toWellFormed().replace(/\s+/gu, ' ').trim();
  if (line.length <= LIMITS.entry.preview) return line || null;
  let cut = '';
  for (const { segment } of new Intl.Segmenter('fi', { granularity: 'grapheme' }).segment(line)) {
    if (cut.length + segment.length > LIMITS.entry.preview - 1) break;
    cut += segment;
  }
  return `${cut.trimEnd()}…`;
}

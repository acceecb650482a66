/**
 * Undoes the soft line breaks of `format=flowed` (RFC 3676): a line that ends in a space goes
 * on in the next one of the same quote depth. Linear in the length of the text.
 * @param delSp true when the trailing space is not part of the text (DelSp=yes)
 */
export function unflow(text: string, delSp: boolean): string {
  const out: string[] = [];
  let pieces: string[] = [];
  let openDepth = -1;
  const close = (): void => {
    if (openDepth >= 0) out.push(quoteMark(openDepth) + pieces.join(''));
    pieces = [];
    openDepth = -1;
  };
  for (const line of text.split('\n')) {
    const depth = quoteDepth(line);
    // space stuffing: one leading space is not part of the text
    const content = line.startsWith(' ', depth) ? line.slice(depth + 1) : line.slice(depth);
    // "-- " marks a signature and never flows
    const isSignature = content === '-- ';
    if (openDepth !== depth || isSignature) close();
    openDepth = depth;
    const flows = content.endsWith(' ') && !isSignature;
    pieces.push(flows && delSp ? content.slice(0, -1) : content);
    if (!flows) close();
  }
  close();
  return out.join('\n');
}

function quoteDepth(line: string): number {
  let depth = 0;
  while (line[depth] === '>') depth++;
  return depth;
}

function quoteMark(depth: number): string {
  return depth === 0 ? '' : `${'>'.repeat(depth)} `;
}

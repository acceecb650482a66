// What the scripts print, and the one kind of error that is shown without a stack.

/** An error whose message is all a person needs: printed as one line, without a stack. */
export class Refusal extends Error {}

/** One line of progress on stderr, so that stdout stays for answers. */
export const say = (line) => void process.stderr.write(`${line}\n`);

/** Hides the password and the user of a URL: what is left may be printed. */
export function hostOf(url) {
  const rest = String(url).replace(/^[a-z+-]+:\/\//i, '').replace(/^[^@/]*@/, '');
  return rest.replace(/[/?].*$/, '') || 'no host';
}

import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Locator, type Page } from 'playwright-core';
import { eventually, STAFF, type DemoDesk, type Who } from './support';
import { say, type Locale } from './words';

/** The browser that the set-up has found. */
export async function openBrowser(): Promise<Browser> {
  // Not the arguments that come with the package: they run all in one process and switch the web's own security off.
  return chromium.launch({ executablePath: process.env.KAIKU_TEST_CHROMIUM, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--no-first-run'] });
}

/** What went wrong, or out, in somebody's browser without being seen on the page. */
export interface Watch {
  /** Addresses asked of any other host than the desk. */
  readonly foreign: string[];
  /** Exceptions, and errors that the page wrote to the browser's console. */
  readonly errors: string[];
}

export interface Person {
  readonly who: Who | null;
  readonly locale: Locale;
  readonly context: BrowserContext;
  readonly page: Page;
  readonly watch: Watch;
  /** The console's words in this person's language. */
  say(...message: Parameters<typeof say> extends [unknown, ...infer Rest] ? Rest : never): string;
}

/** Browser settings over the usual ones, and the language of the account where a test has changed it. */
export type Manner = BrowserContextOptions & { speaks?: Locale };

const VIEWPORT = { width: 1440, height: 900 };

/** A browser of one's own on a screen of 1440 × 900 in Helsinki, nobody signed in. */
export async function visitor(browser: Browser, desk: DemoDesk, options: Manner & { who?: Who | null } = {}): Promise<Person> {
  const { who = null, speaks, ...rest } = options;
  const locale: Locale = speaks ?? (who ? STAFF[who].locale : 'fi');
  const context = await browser.newContext({ baseURL: desk.url, viewport: VIEWPORT, locale: 'fi-FI', timezoneId: 'Europe/Helsinki', colorScheme: 'light', ...rest });
  context.setDefaultTimeout(60_000);
  const watch: Watch = { foreign: [], errors: [] };
  const host = new URL(desk.url).host;
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (!['data:', 'blob:', 'about:'].includes(url.protocol) && url.host !== host) watch.foreign.push(request.url());
  });
  context.on('weberror', (failure) => watch.errors.push(String(failure.error())));
  // A refused or unanswered request is written by the browser too; what matters of those is told by their status below.
  context.on('console', (message) => { if (message.type() === 'error' && !/^Failed to load resource|^WebSocket connection/.test(message.text())) watch.errors.push(message.text()); });
  // 503 is what a server that is going away says, and rightly.
  context.on('response', (response) => { if ((response.status() >= 500 && response.status() !== 503) || (response.status() === 404 && /\/assets\//.test(response.url()))) watch.errors.push(`${response.status()} ${response.url()}`); });
  const page = await context.newPage();
  return { who, locale, context, page, watch, say: (id, values) => say(locale, id, values) };
}

/** Signs in on the page that stands open, or on the sign-in page, and waits for the desk. */
export async function signIn(person: Person): Promise<void> {
  const { page, who } = person;
  if (!who) throw new Error('a visitor has no account');
  if (!/\/sign-in/.test(page.url())) await page.goto('/sign-in');
  await page.locator('input[type=email]').fill(STAFF[who].email);
  await page.locator('input[type=password]').fill(STAFF[who].password);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname !== '/sign-in');
  await page.locator('[data-pane=nav]').waitFor();
}

/** Somebody of the staff at their desk. */
export async function atDesk(browser: Browser, desk: DemoDesk, who: Who, options: Manner = {}): Promise<Person> {
  const person = await visitor(browser, desk, { who, ...options });
  await signIn(person);
  return person;
}

/** Fonts are there and nothing moves any more: what is on screen now stays. */
export async function still(page: Page): Promise<void> {
  // Asked from outside: the page's own policy lets nobody evaluate a text inside it.
  await eventually('the page to be still', () => page.evaluate(() => document.fonts.status === 'loaded' && document.getAnimations().every((animation) => animation.playState !== 'running')));
}

export const timeline = (page: Page): Locator => page.getByRole('log');
export const entry = (page: Page, words: string): Locator => timeline(page).getByRole('article').filter({ hasText: words });
export const replyBox = (person: Person): Locator => person.page.getByRole('textbox', { name: person.say('composer.replyText') });
export const noteBox = (person: Person): Locator => person.page.getByRole('textbox', { name: person.say('composer.noteText') });

/** Opens a ticket by its address and waits until it can be answered. */
export async function openTicket(person: Person, number: number): Promise<void> {
  await person.page.goto(`/t/${number}`);
  await person.page.getByRole('textbox', { name: new RegExp(`^(${person.say('composer.replyText')}|${person.say('composer.noteText')})$`) }).waitFor();
}

/** Writes a reply by keyboard alone and sends it. */
export async function reply(person: Person, text: string): Promise<void> {
  await timeline(person.page).focus();
  await person.page.keyboard.press('r');
  await person.page.keyboard.insertText(text);
  await person.page.keyboard.press('Control+Enter');
}

import type { Browser } from 'playwright-core';
import { atDesk, openBrowser, visitor, type Manner, type Person } from './people';
import { DemoDesk, type Who } from './support';

/** A running demo shop and a browser for the tests of one file. */
export interface Room {
  readonly desk: DemoDesk;
  readonly browser: Browser;
  /** Somebody signed in, in a browser of their own. What goes wrong in it fails the test. */
  at(who: Who, options?: Manner): Promise<Person>;
  /** Somebody from outside. */
  visitor(options?: Manner): Promise<Person>;
}

/** Opens a room before the tests of a file and closes it after them; after each test nobody's page may have failed or asked another host. */
export function aRoom(): Room {
  let desk: DemoDesk | undefined;
  let browser: Browser | undefined;
  let people: Person[] = [];
  const enter = async (coming: Promise<Person>): Promise<Person> => {
    const person = await coming;
    people.push(person);
    return person;
  };
  const there = (): { desk: DemoDesk; browser: Browser } => {
    if (!desk || !browser) throw new Error('the room is not open');
    return { desk, browser };
  };

  beforeAll(async () => {
    // Each is known as soon as it is there: when the other fails, it is still closed.
    await Promise.all([DemoDesk.start().then((it) => (desk = it)), openBrowser().then((it) => (browser = it))]);
  });
  afterEach(() => {
    const seen = people.map((person) => ({ who: person.who, ...person.watch }));
    people = people.filter((person) => !person.page.isClosed());
    expect(seen).toEqual(seen.map(({ who }) => ({ who, foreign: [], errors: [] })));
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.stop();
  });

  return {
    get desk() { return there().desk; },
    get browser() { return there().browser; },
    at: (who, options) => enter(atDesk(there().browser, there().desk, who, options)),
    visitor: (options) => enter(visitor(there().browser, there().desk, options)),
  };
}

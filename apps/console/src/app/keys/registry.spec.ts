import { KeyRegistry, nameOf, type Command, type Press } from './registry';

const press = (key: string, held: Partial<Press> = {}): Press => ({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held });
const outside = { inField: false, inOverlay: false };

function registryWith(...commands: Partial<Command>[]) {
  let now = 0;
  const ran: string[] = [];
  const registry = new KeyRegistry(() => now);
  for (const command of commands) {
    const id = command.id ?? command.keys?.[0] ?? '';
    registry.add({ id, label: 'app.name', scope: 'anywhere', keys: [], run: () => ran.push(id), ...command });
  }
  return { registry, ran, wait: (ms: number) => { now += ms; } };
}

describe('naming a press', () => {
  it.each([
    ['a letter', press('c'), 'c'],
    ['a letter with Shift', press('J', { shiftKey: true }), 'Shift+j'],
    ['a question mark, wherever the layout has it', press('?', { shiftKey: true }), '?'],
    ['Ctrl', press('k', { ctrlKey: true }), 'Mod+k'],
    ['the command key of a Mac', press('k', { metaKey: true }), 'Mod+k'],
    ['Alt', press('n', { altKey: true }), 'Alt+n'],
    ['a named key with Shift', press('F6', { shiftKey: true }), 'Shift+F6'],
  ])('%s', (_, given, name) => expect(nameOf(given)).toBe(name));

  it('is nothing for AltGr, which types @ and { on Finnish and Swedish layouts', () => {
    expect(nameOf(press('@', { altKey: true, ctrlKey: true }))).toBeNull();
  });
});

describe('the register of keys', () => {
  it('runs nothing by letter while a person is typing, but takes what types nothing', () => {
    const { registry, ran } = registryWith({ keys: ['r'] }, { keys: ['Mod+k'], inFields: true });
    expect(registry.press(press('r'), { inField: true, inOverlay: false })).toBe(false);
    expect(registry.press(press('k', { ctrlKey: true }), { inField: true, inOverlay: false })).toBe(true);
    expect(ran).toEqual(['Mod+k']);
  });

  it('types the slash that opens the palette elsewhere', () => {
    const { registry, ran } = registryWith({ id: 'palette', keys: ['Mod+k', '/'], inFields: true });
    expect(registry.press(press('/'), { inField: true, inOverlay: false })).toBe(false);
    expect(registry.press(press('/'), outside)).toBe(true);
    expect(registry.press(press('k', { ctrlKey: true }), { inField: true, inOverlay: false })).toBe(true);
    expect(ran).toEqual(['palette', 'palette']);
  });

  it('leaves every key to an open dialog', () => {
    const { registry, ran } = registryWith({ keys: ['c'] });
    expect(registry.press(press('c'), { inField: false, inOverlay: true })).toBe(false);
    expect(ran).toEqual([]);
  });

  it('reads a chord, and lets the second letter mean itself after a pause', () => {
    const { registry, ran, wait } = registryWith({ keys: ['g q'] }, { keys: ['q'] });
    registry.press(press('g'), outside);
    registry.press(press('q'), outside);
    registry.press(press('g'), outside);
    wait(2000);
    registry.press(press('q'), outside);
    expect(ran).toEqual(['g q', 'q']);
  });

  it('switches single letters and chords of letters off, and nothing else', () => {
    const { registry, ran } = registryWith({ keys: ['c'] }, { keys: ['g q'] }, { keys: ['Shift+j'] }, { keys: ['F6'] }, { keys: ['Mod+Enter'] });
    registry.singleKeys = false;
    for (const each of [press('c'), press('g'), press('q'), press('J', { shiftKey: true }), press('F6'), press('Enter', { ctrlKey: true })]) registry.press(each, outside);
    expect(ran).toEqual(['F6', 'Mod+Enter']);
  });

  it('asks the latest first and skips what is not enabled', () => {
    const { registry, ran } = registryWith({ id: 'under', keys: ['e'] }, { id: 'over', keys: ['e'] }, { id: 'off', keys: ['e'], enabled: false });
    registry.press(press('e'), outside);
    expect(ran).toEqual(['over']);
  });
});

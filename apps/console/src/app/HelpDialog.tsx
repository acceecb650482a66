import { useSettings } from '../data/settings';
import { useT } from '../i18n/intl';
import { Dialog } from '../ui/Dialog';
import { Kbd, spokenKeys } from '../ui/Kbd';
import { useDialogs } from './dialogs';
import s from './help.module.css';
import { isSingleCharacter, type Command, type Scope } from './keys/registry';
import { useCommands } from './keys/useCommand';

const scopes: Scope[] = ['anywhere', 'queue', 'ticket', 'composer'];

/** Every shortcut that works now, from the same register that runs them; and those of the dialogs, which have their own. */
export function HelpDialog() {
  const t = useT();
  const { close } = useDialogs();
  const { singleKeys } = useSettings();
  const commands = useCommands();
  const usable = (command: Command): string[] => command.keys.filter((keys) => singleKeys || !isSingleCharacter(keys));
  const own = (id: string, label: string, keys: string[]) => ({ id, label, keys });
  const rows = (scope: Scope) => {
    const listed = commands.filter((command) => command.scope === scope && usable(command).length > 0 && !command.id.startsWith('undo.'));
    const unique = [...new Map(listed.map((command) => [command.id, command])).values()].map((command) => own(command.id, t(command.label, command.values), usable(command)));
    if (scope === 'queue') return [...unique, own('move', t('help.move'), ['ArrowDown', 'ArrowUp']), own('focus', t('command.openTicket'), ['Enter']), own('all', t('help.selectAll'), ['Mod+a'])];
    if (scope === 'ticket') return [...unique, own('undo', t('command.undoSend'), singleKeys ? ['z'] : []), own('status', t('help.statusLetters'), singleKeys ? ['s w', 's o', 's s', 's c'] : [])].filter((row) => row.keys.length);
    if (scope === 'composer') return [...unique, own('send', t('help.send'), ['Mod+Enter']), own('sendSolve', t('send.SOLVED'), ['Mod+Shift+Enter']), own('leave', t('help.leave'), ['Escape'])];
    return unique;
  };
  return (
    <Dialog title={t('command.help')} wide scrolls onClose={close}>
      {singleKeys ? null : <p>{t('help.singleOff')}</p>}
      <div className={s.columns}>
        {scopes.map((scope) => {
          const list = rows(scope);
          return list.length ? (
            <section key={scope} className={s.group} aria-label={t(`scope.${scope}`)}>
              <h3 className={s.title}>{t(`scope.${scope}`)}</h3>
              <dl>
                {list.map((row) => (
                  <div key={row.id} className={s.row}>
                    <dt>{row.label}</dt>
                    <dd>{row.keys.map((keys) => <span key={keys} className={s.keys}>{keys.split(' ').map((press, at) => <Kbd key={at} keys={press} />)}<span className="sr">{spokenKeys(keys, t)}</span></span>)}</dd>
                  </div>
                ))}
              </dl>
            </section>
          ) : null;
        })}
      </div>
    </Dialog>
  );
}

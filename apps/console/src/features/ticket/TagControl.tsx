import { Tag, X } from 'lucide-react';
import { useState } from 'react';
import { DialogTrigger, Popover } from 'react-aria-components';
import { useCommand } from '../../app/keys/useCommand';
import { useT } from '../../i18n/intl';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import o from '../../ui/overlays.module.css';
import s from './ticket.module.css';

export function TagControl({ tags, onChange }: { tags: string[]; onChange: (add: string[], remove: string[]) => void }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  useCommand({ id: 'ticket.tags', label: 'command.tags', scope: 'ticket', keys: ['l'], run: () => setOpen(true) });
  const [text, setText] = useState('');
  const add = () => {
    const tag = text.trim().replace(/\s+/g, ' ');
    setText('');
    if (tag && !tags.includes(tag)) onChange([tag], []);
  };
  return (
    <DialogTrigger isOpen={open} onOpenChange={setOpen}>
      <Button look="quiet" size="strip" keys="l" className={s.tagButton}><Tag size={14} strokeWidth={1.75} aria-hidden="true" />{t('field.tags')}</Button>
      <Popover className={o.popover} placement="bottom start" offset={4} aria-label={t('field.tags')}>
        <div className={o.pop}>
          {tags.length ? (
            <ul className={s.tags}>
              {tags.map((tag) => (
                <li key={tag}>
                  <Button size="strip" aria-label={t('tags.remove', { tag })} onPress={() => onChange([], [tag])}>{tag}<X size={12} strokeWidth={2} aria-hidden="true" /></Button>
                </li>
              ))}
            </ul>
          ) : null}
          <form onSubmit={(event) => { event.preventDefault(); add(); }}>
            <Field label={t('tags.add')} hint={t('tags.hint')} value={text} onChange={setText} autoFocus />
          </form>
        </div>
      </Popover>
    </DialogTrigger>
  );
}

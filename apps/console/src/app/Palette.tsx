import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { Autocomplete, Dialog, Header, Input, Menu, MenuItem, MenuSection, Modal, ModalOverlay, TextField } from 'react-aria-components';
import { execute } from '../data/execute';
import { useDebounced } from '../features/customers/useCustomerSearch';
import { SearchCustomersDocument, SearchTicketsDocument } from '../graphql/generated/graphql';
import { useT } from '../i18n/intl';
import { Kbd } from '../ui/Kbd';
import o from '../ui/overlays.module.css';
import { useDialogs } from './dialogs';
import { Failure } from './failure';
import { useCommands } from './keys/useCommand';
import s from './palette.module.css';
import { recentTickets } from './recent';
import { can, useSignedIn } from './session';

interface Item { id: string; label: string; hint?: string; keys?: string; run: () => void }
const order = { ticket: 0, composer: 1, queue: 2, anywhere: 3 };

/** 2: a word begins with what was typed; 1: it stands inside one, which counts from three letters on; 0: not at all. */
function fit(label: string, typed: string): number {
  const [text, sought] = [label.toLocaleLowerCase(), typed.toLocaleLowerCase()];
  if (sought === '' || text.split(/[\s:#]+/).some((word, at, words) => words.slice(at).join(' ').startsWith(sought))) return 2;
  return sought.length >= 3 && text.includes(sought) ? 1 : 0;
}

/** Everything by name: what can be done here, tickets by number or words, customers. What the server finds is added below, never above. */
export function Palette() {
  const t = useT();
  const navigate = useNavigate();
  const { close } = useDialogs();
  const me = useSignedIn();
  const [seesTickets, seesCustomers] = [can(me, 'ticket.view'), can(me, 'customer.view')];
  const commands = useCommands();
  const [words, setWords] = useState('');
  const typed = words.trim();
  const search = useDebounced(typed, 150);
  const found = useQuery({
    queryKey: ['palette', search], enabled: search.length >= 2 && (seesTickets || seesCustomers), placeholderData: keepPreviousData, gcTime: 60_000,
    queryFn: async ({ signal }) => {
      const [tickets, customers] = await Promise.all([
        seesTickets ? execute(SearchTicketsDocument, { search }, signal) : null,
        seesCustomers ? execute(SearchCustomersDocument, { search }, signal) : null,
      ]);
      return { tickets: tickets?.tickets.nodes ?? [], customers: customers?.customers.nodes ?? [] };
    },
  });
  const openTicket = (number: number) => () => void navigate({ to: '/t/$number', params: { number: String(number) }, search: true });
  const fits = (label: string): number => fit(label, typed);

  const exact = seesTickets ? /^#?(\d{1,9})$/.exec(typed)?.[1] : undefined;
  const unique = [...new Map(commands.filter((command) => !command.hidden && command.enabled !== false).map((command) => [command.id, command])).values()];
  const actions: Item[] = unique
    .sort((a, b) => order[a.scope] - order[b.scope])
    .map((command) => ({ id: command.id, label: t(command.label, command.values), keys: command.shownKeys ?? command.keys[0], run: command.run }))
    .filter((item) => fits(item.label) > 0)
    .sort((a, b) => fits(b.label) - fits(a.label));
  const recent: Item[] = recentTickets()
    .map((ticket) => ({ id: `recent-${ticket.number}`, label: `#${ticket.number} ${ticket.subject ?? t('ticket.noSubject')}`, run: openTicket(ticket.number) }))
    .filter((item) => fits(item.label) > 0);
  // A recent ticket whose words do not fit is not shown there, so it may be found below.
  const shownTickets = new Set([`recent-${exact}`, ...recent.map((item) => item.id)]);
  const tickets: Item[] = typed.length < 2 ? [] : (found.data?.tickets ?? []).filter((ticket) => !shownTickets.has(`recent-${ticket.number}`)).map((ticket) => ({
    id: `t-${ticket.id}`, label: `#${ticket.number} ${ticket.subject ?? t('ticket.noSubject')}`, hint: [ticket.customer?.name, t(`status.${ticket.status}`)].filter(Boolean).join(' · '), run: openTicket(ticket.number),
  }));
  const customers: Item[] = typed.length < 2 ? [] : (found.data?.customers ?? []).map((customer) => ({
    id: `c-${customer.id}`, label: customer.name ?? t('masked.hidden'), hint: customer.customerNumber ?? undefined,
    run: () => void navigate({ to: '/customers/$id', params: { id: customer.id } }),
  }));
  const sections = [
    { id: 'number', title: t('palette.number'), items: exact ? [{ id: 'exact', label: t('palette.openNumber', { number: exact }), run: openTicket(Number(exact)) }] : [] },
    { id: 'actions', title: t('palette.actions'), items: typed ? actions : actions.slice(0, 12) },
    { id: 'recent', title: t('palette.recent'), items: recent },
    { id: 'tickets', title: t('palette.tickets'), items: tickets },
    { id: 'customers', title: t('palette.customers'), items: customers },
  ].filter((section) => section.items.length > 0);
  const all = new Map(sections.flatMap((section) => section.items).map((item) => [item.id, item]));

  const run = (item: Item | undefined): void => { close(); if (item) requestAnimationFrame(item.run); };
  /** Who types faster than the list marks its first row means that row. */
  const onEnter = (event: React.KeyboardEvent): void => {
    const first = sections[0]?.items[0];
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || !first || document.activeElement?.hasAttribute('aria-activedescendant')) return;
    event.preventDefault();
    event.stopPropagation();
    run(first);
  };

  return (
    <ModalOverlay className={o.overlay} isOpen isDismissable onOpenChange={(open) => { if (!open) close(); }}>
      <Modal className={`${o.modal} ${o.palette}`}>
        <Dialog className={o.dialog} aria-label={t('command.palette')}>
          <Autocomplete inputValue={words} onInputChange={setWords}>
            <TextField className={s.field} aria-label={t('palette.placeholder')} autoFocus>
              <Search size={16} strokeWidth={1.75} aria-hidden="true" />
              <Input className={s.input} onKeyDownCapture={onEnter} placeholder={t('palette.placeholder')} />
            </TextField>
            <Menu
              className={s.menu} aria-label={t('palette.results')}
              renderEmptyState={() => <p className={s.empty}>{found.isFetching ? t('palette.searching') : t('palette.none', { words: typed })}</p>}
              onAction={(key) => run(all.get(String(key)))}
            >
              {sections.map((section) => (
                <MenuSection key={section.id} id={section.id}>
                  <Header className={o.section}>{section.title}</Header>
                  {section.items.map((item) => (
                    <MenuItem key={item.id} id={item.id} textValue={item.label} className={o.item}>
                      <span className={o.itemText}>{item.label}</span>
                      {item.hint ? <span className={o.itemHint}>{item.hint}</span> : null}
                      {item.keys ? <Kbd keys={item.keys} /> : null}
                    </MenuItem>
                  ))}
                </MenuSection>
              ))}
            </Menu>
          </Autocomplete>
          {found.isError ? <div className={s.empty}><Failure error={found.error} what={t('palette.search')} onRetry={() => void found.refetch()} /></div> : null}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

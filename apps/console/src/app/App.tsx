import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect } from 'react';
import { I18nProvider } from 'react-aria-components';
import { IntlProvider } from 'react-intl';
import { keys } from '../data/entities';
import { onSignedOut } from '../data/execute';
import { regions, useLocaleState } from '../i18n/intl';
import { listenToKeys } from './keys/useCommand';
import { queryClient } from './query-client';
import { router } from './router';

export function App() {
  const { locale, messages } = useLocaleState();
  useEffect(() => listenToKeys(), []);
  useEffect(() => onSignedOut(() => queryClient.setQueryData(keys.me, null)), []);
  return (
    <IntlProvider locale={regions[locale]} messages={messages} defaultLocale="en-GB">
      <I18nProvider locale={regions[locale]}>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </I18nProvider>
    </IntlProvider>
  );
}

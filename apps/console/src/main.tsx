import './ui/tokens.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { watchSystemTheme } from './data/settings';
import { firstLocale, loadLocale } from './i18n/intl';

watchSystemTheme();
const root = document.getElementById('root');
// The words come first: a screen of message names would be worse than the tenth of a second.
void loadLocale(firstLocale()).then(() => {
  if (root) createRoot(root).render(<StrictMode><App /></StrictMode>);
});

import { definePermissions } from '@kaiku/kernel';

/** Figures of the whole desk, with the lists behind them. */
export const REPORT = definePermissions('reports', { view: 'report.view' });

export * from './engine';
export * from './policy';
export * from './policy-book';
export * from './admin/deadlines-admin.module';
export * from './admin/deadlines-admin.api.module';
export * from './admin/deadlines-admin.worker.module';
export * from './admin/settings.permissions';
export { shownName } from './admin/shipped-names';

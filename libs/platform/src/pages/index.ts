export * from './html';
export * from './page';
export { STYLE, STYLE_HASH } from './page-style';
export * from './problems';
export * from './public-request';

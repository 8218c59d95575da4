/** notices/: what a document says about who may read, keep, copy or pass it on, and what sites and sellers put there. */

export { findNotices, overrideRights } from './find-notices.ts';

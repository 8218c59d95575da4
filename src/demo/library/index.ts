/** library/: the speeches that the local workspace asks, in a thread of their own; what is dropped on the page joins them. */
export { type Library, openLibrary } from './library.ts';
export { type LibraryThread, openLibraryInThread } from './library-thread.ts';

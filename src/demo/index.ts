/**
 * demo/: the local workspace, in which everything that the bot does in Slack can be seen without Slack: a page that
 * draws Slack's surfaces (page/), what it and its server say to each other (protocol.ts), and the server, in which the
 * same Bolt app runs between a receiver and a Web API of its own.
 */
export { bundlePage } from './bundle-page.ts';
export { openLibrary } from './library/index.ts';
export { type Demo, startDemo } from './start-demo.ts';
export { languageIn, readOptions } from './terminal/options.ts';
export { runDemo } from './terminal/run-demo.ts';

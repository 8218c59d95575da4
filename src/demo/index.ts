/**
 * demo/: the local workspace, in which everything that the bot does in Slack can be seen without Slack: a page that
 * draws Slack's surfaces (page/), and what it and its server say to each other (protocol.ts).
 */
export { bundlePage } from './bundle-page.ts';

/**
 * connection/: how Slack reaches the bot. Requests to the port and frames of the web socket are looked at before Bolt sees
 * them; what Bolt is given has the shape that it relies on.
 */
export { makeReceiver } from './receiver.ts';

/**
 * slack/: the Bolt app. listeners/ has one file for each feature of Slack; each acknowledges, asks the assistant and
 * sends what blocks/ draws. What a person may see is decided by who they are (people.ts) and where they ask.
 */
export { createApp } from './app.ts';
export { makeReceiver } from './receiver.ts';

/**
 * slack/: the Bolt app. listeners/ has one file for each feature of Slack; each acknowledges, asks the assistant and
 * sends what blocks/ draws. What a person may see is decided by who they are (people.ts) and where they ask. What Slack
 * is told of the app is in manifest.ts, what it must grant in scopes.ts.
 */
export { createApp } from './app.ts';
export { manifest } from './manifest.ts';
export { type BotIdentity, type Probe, probeApp, probeBot } from './probe.ts';
export { makeReceiver } from './receiver.ts';
export { SCOPES } from './scopes.ts';

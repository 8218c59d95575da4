/**
 * slack/: the Bolt app. listeners/ has one file for each feature of Slack; each acknowledges, asks the assistant and
 * sends what blocks/ draws by delivery/. access/ decides who may ask, and what they may see where they ask. What Slack is
 * told of the app is in manifest.ts, what it must grant in scopes.ts.
 */
export { Access, type AccessPolicy, DEFAULT_POLICY, parseAccessPolicy } from './access/index.ts';
export { createApp } from './app.ts';
export { makeReceiver } from './connection/index.ts';
export { refusalOf } from './delivery/index.ts';
export { manifest } from './installation/manifest.ts';
export { type BotIdentity, type Probe, probeApp, probeBot } from './installation/probe.ts';
export { SCOPE_NAMES, SCOPES, type Scope } from './installation/scopes.ts';
export { endOnFaults } from './uncaught.ts';

import type { SlackFeature } from '../../assistant/index.ts';
import type { SettingProblem } from '../../config.ts';
import type { BotIdentity, Probe } from '../../slack/index.ts';
import type { ZhibiError } from '../../speech/index.ts';

/** A permission that the bot is made for. */
export interface WantedScope {
  scope: string;
  optional: boolean;
  features: readonly SlackFeature[];
}

/** Who uses the bot's port: nobody, what answers /healthz as the bot does, or else the system's code. */
export type PortUse = { kind: 'free' } | { kind: 'ours' } | { kind: 'taken'; reason: string };

/** How Slack is to reach the bot; `null` where neither is set. Of Socket Mode, what Slack says to the app token. */
export type ConnectionFact = { mode: 'socket'; probe: Probe<null> } | { mode: 'http' } | null;

/** All that is known of an installation. What could not be read is the fault that told so. */
export interface Facts {
  /** As `process.versions.node` has it: 20.19.0. */
  node: string;
  problems: readonly SettingProblem[];
  corpus: { speeches: number; skipped: number; fingerprint: string; files: readonly string[] } | ZhibiError;
  index: { folder: string; speeches: number; passages: number; fingerprint: string } | ZhibiError;
  /** `null` when it loads. */
  dictionary: ZhibiError | null;
  /** `fault` is the system's code, `null` when the folder can be written. */
  state: { folder: string; fault: string | null };
  /** The access policy; `null` where no file is named. `unmatched` are its folders that no speech lies in. */
  access: { file: string; folders: number; unmatched: readonly string[] } | ZhibiError | null;
  /** `null` without a bot token. */
  bot: Probe<BotIdentity> | null;
  wanted: readonly WantedScope[];
  connection: ConnectionFact;
  port: { number: number; use: PortUse };
}

import { type CommonOptions, type Context, EXIT, type ExitCode, print } from '../context.ts';

/** `--url`: where Slack sends its requests; without it the app opens a web socket. `--plain`: an app that is no agent. */
export interface ManifestOptions extends CommonOptions {
  url?: string;
  plain?: boolean;
}

/** Prints what Slack is told of the app, to be pasted where a Slack app is created. */
export async function printManifest(context: Context, options: ManifestOptions): Promise<ExitCode> {
  // Bolt takes half a second to load: only who needs it waits for it.
  const { manifest } = await import('../../slack/index.ts');
  const { url, plain = false } = options;
  const reach = url === undefined ? ({ mode: 'socket' } as const) : ({ mode: 'http', url } as const);
  const json = manifest(reach, context.language, plain ? 'plain' : 'agent');
  print(context, options, json, () => JSON.stringify(json, null, 2));
  return EXIT.answered;
}

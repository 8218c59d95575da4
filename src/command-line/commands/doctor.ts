import {
  type CommonOptions,
  type Context,
  corpusFolders,
  EXIT,
  type ExitCode,
  indexFolder,
  print,
} from '../context.ts';
import { findingsOf, gatherFacts, renderFindings } from '../doctor/index.ts';

/** Looks whether all is in place for the bot, and says what to do where it is not. Exits 1 when something is not. */
export async function doctor(context: Context, options: CommonOptions): Promise<ExitCode> {
  const { installation, page, texts } = context;
  const folders = corpusFolders(context, options);
  const findings = findingsOf(await gatherFacts(installation, folders, indexFolder(context, options)));
  const ok = findings.every(({ outcome }) => outcome !== 'fail');
  const checks = findings.map(({ check, outcome, code, words }) => {
    const { says: message, advice = null } = words(texts);
    return { check, outcome, code, message, advice };
  });
  print(context, options, { ok, checks }, () => renderFindings(page, findings));
  return ok ? EXIT.answered : EXIT.nothing;
}

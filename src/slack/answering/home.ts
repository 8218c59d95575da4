import type { webApi } from '@slack/bolt';
import type { HomeView } from '@slack/types';
import type { Reply, Texts } from '../../assistant/index.ts';
import type { SpeechListing } from '../../drafting/index.ts';
import { EVERYTHING } from '../../speech/index.ts';
import type { Whereabouts } from '../access/index.ts';
import { homeView, sentenceMessage, welcomeMessage } from '../blocks/index.ts';
import { OFFERED_DIRECTLY, refusalOf, tellDirectly } from '../delivery/index.ts';
import type { Services } from '../services.ts';
import { ask } from './answering.ts';

const OVERVIEW = { kind: 'request', request: { kind: 'overview' } } as const;

/**
 * Draws the Home tab for somebody: what the corpus holds of what they may see; where they may not ask, or it fails, one
 * sentence that says so.
 */
export async function publishHome(services: Services, client: webApi.WebClient, where: Whereabouts): Promise<void> {
  const asked = { surface: 'home', command: OVERVIEW } as const;
  const { message, reply, texts } = await ask(services, client, asked, { where, offers: OFFERED_DIRECTLY });
  const view = await viewOf(services, texts, reply);
  try {
    await client.views.publish({ user_id: where.user, view: view ?? { type: 'home', blocks: message.blocks } });
  } catch (error) {
    const refusal = refusalOf(error);
    services.log.warn(refusal, 'home not drawn');
    await tellDirectly(
      client,
      services.log,
      where.user,
      sentenceMessage(texts.slackFaults[refusal.fault](refusal.needed)),
    );
  }
}

async function viewOf(services: Services, texts: Texts, reply: Reply | null): Promise<HomeView | null> {
  if (reply?.kind !== 'answer' || reply.answer.kind !== 'overview') return null;
  const { passages, speeches } = reply.answer;
  const fresh = await freshAmong(services, speeches);
  return homeView(texts, { passages, speeches, fresh, now: new Date() });
}

/**
 * Which of these are new. What is looked over is all that there is, whoever looks: else what the first to look may not see
 * would be new to the next. Nothing of the others leaves.
 */
async function freshAmong(services: Services, seen: readonly SpeechListing[]): Promise<SpeechListing[]> {
  const all = await services.assistant(OVERVIEW, EVERYTHING);
  if (all.kind !== 'answer' || all.answer.kind !== 'overview') return [];
  const isSeen = new Set(seen.map(({ speech }) => speech));
  return services.newSpeeches.lookOver(all.answer.speeches).filter(({ speech }) => isSeen.has(speech));
}

/**
 * Suggests questions in somebody's direct messages: as Slack's suggested prompts where the workspace has agent messaging
 * (docs.slack.dev/ai/migrating-to-agent-messaging), else as a message, once.
 */
export async function suggestQuestions(
  services: Services,
  client: webApi.WebClient,
  { channel, user }: { channel: string; user: string },
  texts: Texts,
): Promise<void> {
  const { title, prompts } = texts.suggestions;
  try {
    await client.assistant.threads.setSuggestedPrompts({ channel_id: channel, title, prompts: [...prompts] });
  } catch (error) {
    services.log.debug(refusalOf(error), 'no suggested prompts');
    if (services.conversations.isFirstWelcome(user)) {
      await tellDirectly(client, services.log, user, welcomeMessage(texts));
    }
  }
}

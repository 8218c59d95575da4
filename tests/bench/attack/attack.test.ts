import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answersTo, askOnce, isDoubled, isLeaked } from '../../../bench/attack/asked.ts';
import { prepareCorpus } from '../../../bench/attack/corpus.ts';
import { faultCases } from '../../../bench/attack/faults/cases.ts';
import { runCases, until } from '../../../bench/attack/faults/run-cases.ts';
import { type AttackContext, Workplace } from '../../../bench/attack/part.ts';
import { hostileRequests } from '../../../bench/attack/payloads/http.ts';
import { sourceProgram } from '../../../bench/attack/program.ts';
import { Random } from '../../../bench/attack/random.ts';
import { PeopleOfSlack } from '../../../bench/attack/slack/requests.ts';
import { SlackStandIn } from '../../../bench/attack/slack/stand-in.ts';

let context: AttackContext;

beforeAll(() => {
  const root = mkdtempSync(join(tmpdir(), 'zhibi-attack-'));
  const program = sourceProgram;
  const places = prepareCorpus(root, program);
  context = { program, places, root, seed: 1, isQuick: true, progress: () => undefined };
}, 120_000);
afterAll(() => rmSync(context.root, { recursive: true, force: true }));

describe('the bot as a process of its own', () => {
  it('answers after hostile payloads, and after faults of Slack, without a leak', async () => {
    await Workplace.during(context, 'http', async (workplace) => {
      const { bot, delivery, log, people, slack } = workplace;
      const hostile = [...hostileRequests(people, new Random(1), 60)];
      await Promise.all(
        hostile.map(({ body, headers, method, path }) => delivery.post(bot.port, body, headers, path, method)),
      );
      const figures = await runCases(workplace, faultCases(['fatal_error'], 1000).slice(0, 5), 2000);
      const asked = await askOnce(workplace, 'G7', people.command('G7', 'find 乡村振兴'));
      await until(() => answersTo(workplace, asked).length > 0, 20_000);
      expect(bot.ending()).toBeNull();
      expect(answersTo(workplace, asked).map(({ isAnswer }) => isAnswer)).toEqual([true]);
      expect(figures).toMatchObject({ lost: [], doubled: [], leaked: [], stuck: [], notAcknowledged: [] });
      expect(slack.allSent().filter(isLeaked)).toEqual([]);
      expect([...log.leaks]).toEqual([]);
      expect(slack.strayed).toEqual([]);
    });
  }, 120_000);
});

describe('what the attack looks at', () => {
  const sent = {
    subject: 'M1',
    way: 'post' as const,
    place: 'CM1 1.1',
    ts: '1.2',
    json: '["…"]',
    text: '…',
    isAnswer: true,
    isPublic: true,
    at: 0,
  };

  it('is doubled where an answer comes twice, and not where a view is shown again or a word comes before it', () => {
    expect(isDoubled([sent, { ...sent, place: 'DM1' }])).toBe(true);
    expect(isDoubled([sent, { ...sent, json: '["请稍候"]', isAnswer: false }])).toBe(false);
    expect(
      isDoubled([
        { ...sent, isAnswer: false },
        { ...sent, isAnswer: false },
      ]),
    ).toBe(true);
    expect(
      isDoubled([
        { ...sent, way: 'home' },
        { ...sent, way: 'home' },
      ]),
    ).toBe(false);
  });

  it('is leaked where others, or people from outside, read internal words, and wherever hidden ones stand', () => {
    const internal = { ...sent, json: '["朱雀桥头"]' };
    expect(isLeaked(internal)).toBe(true);
    expect(isLeaked({ ...internal, isPublic: false })).toBe(false);
    expect(isLeaked({ ...internal, isPublic: false, subject: 'G1' })).toBe(true);
    expect(isLeaked({ ...sent, isPublic: false, json: '["赤松坡"]' })).toBe(true);
    expect(isLeaked(sent)).toBe(false);
  });

  it('is the same for the same seed', async () => {
    const slack = new SlackStandIn();
    await slack.start();
    const people = new PeopleOfSlack(slack);
    const kinds = (seed: number): string[] =>
      [...hostileRequests(people, new Random(seed), 50)].map(({ kind, headers }) => kind + Object.keys(headers));
    expect(kinds(5)).toEqual(kinds(5));
    expect(kinds(5)).not.toEqual(kinds(6));
    await slack.stop();
  });
});

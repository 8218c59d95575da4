import type { InputBlock, ModalView, PlainTextOption } from '@slack/types';
import { z } from 'zod';
import { type Texts, toRequest, yearsIn } from '../../assistant/index.ts';
import type { DraftRequest, Filters } from '../../drafting/index.ts';
import { GENRES, Genre } from '../../speech/index.ts';
import { plain } from './elements.ts';
import { clip, LIMITS } from './limits.ts';
import { modal, type Window } from './modal.ts';

/** What the form is submitted as. */
export const ASK_FORM = 'draft_form';

const KINDS = ['passages', 'skeleton', 'phrasing', 'source'] as const;
type Kind = (typeof KINDS)[number];

/** What is asked under each name of the form. */
const ASKED = { passages: 'find', skeleton: 'outline', phrasing: 'phrase', source: 'source' } as const;

/** What the form is filled with when it opens. */
export interface Given {
  kind?: Kind;
  topic?: string;
  genre?: Genre;
  /** As typed: 2024 or 2018-2022. */
  years?: string;
}

/** Each input is the only one of its block and has its block's name: what a fault is shown under. */
type Input = 'kind' | 'topic' | 'genre' | 'years';

/** Characters of an input (docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element). */
const LONGEST_INPUT = 3000;
const LONGEST_YEARS = 20;

/** The window of `/draft` alone. */
export function askForm(
  texts: Texts,
  { metadata, given = {} }: Pick<Window, 'metadata'> & { given?: Given },
): ModalView {
  const { form } = texts.views;
  const kinds = KINDS.map((kind) => kindOption(texts, kind));
  const genres = GENRES.map((genre) => option(texts.genres[genre], genre));
  const [anyKind] = kinds;
  const chosen = kinds.find(({ value }) => value === given.kind) ?? anyKind;
  const genre = genres.find(({ value }) => value === given.genre);
  const blocks: InputBlock[] = [
    input('kind', form.what, {
      type: 'radio_buttons',
      options: kinds,
      ...(chosen === undefined ? {} : { initial_option: chosen }),
    }),
    {
      ...input('topic', form.topic, {
        type: 'plain_text_input',
        max_length: LONGEST_INPUT,
        ...filled(given.topic),
        multiline: true,
      }),
      hint: plain(form.topicHint, LIMITS.note),
    },
    {
      ...input('genre', form.genre, {
        type: 'static_select',
        placeholder: plain(form.anyGenre, LIMITS.label),
        options: genres,
        ...(genre === undefined ? {} : { initial_option: genre }),
      }),
      optional: true,
    },
    {
      ...input('years', form.years, { type: 'plain_text_input', max_length: LONGEST_YEARS, ...filled(given.years) }),
      hint: plain(form.yearsHint, LIMITS.note),
      optional: true,
    },
  ];
  return modal(texts, { title: form.title, metadata }, blocks, { submit: form.submit, callback: ASK_FORM });
}

const input = (name: Input, label: string, element: InputBlock['element']): InputBlock => ({
  type: 'input',
  block_id: name,
  label: plain(label, LIMITS.label),
  element: { ...element, action_id: name },
});

const option = (text: string, value: string): PlainTextOption => ({
  text: plain(text, LIMITS.label),
  value,
});

function kindOption({ views: { form } }: Texts, kind: Kind): PlainTextOption {
  const { name, answer } = form.kinds[kind];
  return { ...option(name, kind), description: plain(answer, LIMITS.label) };
}

const filled = (value: string | undefined): { initial_value?: string } =>
  value === undefined || value === '' ? {} : { initial_value: clip(value, LONGEST_INPUT) };

const Typed = z.object({ value: z.string().max(LONGEST_INPUT).nullish() });
const chosenFrom = <Value extends z.ZodType>(value: Value) =>
  z.object({ selected_option: z.object({ value }).nullish() });

/** `view.state.values`: block, action, what it holds (docs.slack.dev/reference/interaction-payloads/view-interactions-payload). */
const State = z.object({
  kind: z.object({ kind: chosenFrom(z.enum(KINDS)) }),
  topic: z.object({ topic: Typed }),
  genre: z.object({ genre: chosenFrom(Genre) }),
  years: z.object({ years: Typed }),
});

/** What was asked, or what is to be shown under which input (`response_action: errors`). */
export type AskFormRead = { ok: true; request: DraftRequest } | { ok: false; errors: Partial<Record<Input, string>> };

/** Reads a submitted form: `view.state.values` as it came. */
export function readAskForm(texts: Texts, values: unknown): AskFormRead {
  const { form } = texts.views;
  const read = State.safeParse(values);
  const kind = read.data?.kind.kind.selected_option?.value;
  if (!read.success || kind === undefined || kind === null) return { ok: false, errors: { kind: form.nothingChosen } };
  const topic = read.data.topic.topic.value ?? '';
  const typedYears = read.data.years.years.value?.trim() ?? '';
  const years = typedYears === '' || kind === 'source' ? {} : yearsIn(typedYears);
  const errors = {
    ...(/[\p{L}\p{N}]/u.test(topic) ? {} : { topic: form.topicEmpty }),
    ...(years === null ? { years: form.yearsWrong } : {}),
  };
  if (years === null || Object.keys(errors).length > 0) return { ok: false, errors };
  const genre = read.data.genre.genre.selected_option?.value;
  return {
    ok: true,
    request: narrowed(toRequest(ASKED[kind], topic.trim()), { ...years, ...(genre ? { genre } : {}) }),
  };
}

/** What stands in an input of its own outweighs the same in the topic (年份:2020). A source is looked up everywhere. */
function narrowed(request: DraftRequest, filters: Filters): DraftRequest {
  if (request.kind !== 'find' && request.kind !== 'outline' && request.kind !== 'phrase') return request;
  const { year, until, ...rest } = request.filters;
  const typedYears =
    filters.year !== undefined || year === undefined ? {} : { year, ...(until === undefined ? {} : { until }) };
  return { ...request, filters: { ...rest, ...typedYears, ...filters } };
}

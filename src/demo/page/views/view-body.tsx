import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { InputValues, OpenView } from '../../protocol.ts';
import { Blocks } from '../block-kit/blocks.tsx';
import { type Interaction, InteractionProvider, useInputs } from '../block-kit/interaction.ts';
import { readBlocks } from '../block-kit/read-blocks.ts';
import { type Complaint, complaintsAbout } from '../block-kit/values.ts';
import { useDispatch } from '../messages/message-content.tsx';

interface ViewInputs {
  interaction: Interaction;
  blocks: ReturnType<typeof readBlocks>;
  values: InputValues;
  complaints(): Record<string, Complaint>;
}

/** The blocks of a view and what is entered into them. */
export function useView({ id, view }: OpenView): ViewInputs {
  const dispatch = useDispatch();
  const blocks = useMemo(() => readBlocks(view.blocks), [view.blocks]);
  const container = useMemo(() => ({ type: 'view', view: id }) as const, [id]);
  const interaction = useInputs(blocks, container, dispatch);
  const { values } = interaction;
  return { interaction, blocks, values, complaints: () => complaintsAbout(blocks, values) };
}

interface ViewBodyProps {
  inputs: ViewInputs;
  errors: Readonly<Record<string, string>>;
}

export function ViewBody({ inputs: { blocks, interaction }, errors }: ViewBodyProps): JSX.Element {
  return (
    <InteractionProvider value={interaction}>
      <Blocks blocks={blocks} errors={errors} />
    </InteractionProvider>
  );
}

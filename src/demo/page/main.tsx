/** The page of the local workspace: Slack's surfaces, drawn without Slack. See ../protocol.ts for its server. */
import { type JSX, render } from 'preact';
import { useServer } from './server/use-server.ts';
import { textsIn } from './texts/index.ts';
import { Workspace } from './workspace/workspace.tsx';

function LiveWorkspace(): JSX.Element {
  const { state, ...rest } = useServer();
  if (state === null) return <p class="connecting">{textsIn('zh').connecting}</p>;
  return <Workspace state={state} {...rest} />;
}

render(<LiveWorkspace />, document.body);

import type { KeptFile } from '../workspace/index.ts';
import { FILES, SLACK } from './addresses.ts';

/** docs.slack.dev/reference/objects/file-object */
export const fileObject = ({ bytes, id, name }: KeptFile): object => ({
  id,
  name,
  size: bytes.length,
  url_private_download: `${SLACK}${FILES}${id}`,
});

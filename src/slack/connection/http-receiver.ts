import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { HTTPReceiver, type Receiver } from '@slack/bolt';
import type { Logger } from 'pino';
import { traceOfError } from '../../speech/index.ts';
import { boltLogger } from '../bolt-logger.ts';
import { guarded } from './payload-guard.ts';
import { type Address, closePort, LONGEST_BODY, openPort, refuse } from './port.ts';
import { Refusals } from './refusals.ts';
import {
  Bodies,
  type Doubt,
  doubtOfBody,
  doubtOfHeaders,
  isCertificateCheck,
  mayBeCertificateCheck,
} from './signed-request.ts';

const PATH = '/slack/events';

/**
 * Receives signed HTTP requests. Bolt is given those alone whose signature is right and whose body holds an object; it
 * would read 4 MB of anybody's before it looks at the signature, and ends the process on a signed `null`.
 */
export function httpReceiver(signingSecret: string, port: number, log: Logger): Receiver {
  const bolt = new HTTPReceiver({ signingSecret, bodyLimit: LONGEST_BODY, endpoints: PATH, logger: boltLogger(log) });
  const refusals = new Refusals(log);
  const bodies = new Bodies();
  const refuseFor = ({ reason, status }: Doubt, response: ServerResponse): void => {
    refusals.note(reason, 'request refused');
    refuse(response, status);
  };
  const receive = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { headers } = request;
    const doubt = doubtOfHeaders(headers, Date.now());
    const isCheck = doubt?.reason === 'unsigned' && mayBeCertificateCheck(headers);
    if (doubt !== null && !isCheck) return refuseFor(doubt, response);
    const body = await bodies.read(request);
    if (body === null) return;
    if (!Buffer.isBuffer(body)) return refuseFor(body, response);
    if (isCheck && isCertificateCheck(body.toString())) return void response.end();
    const wrong = doubtOfBody(headers, body.toString(), signingSecret);
    if (wrong !== null) return refuseFor(wrong, response);
    // What was read before is read by Bolt from here (BufferedIncomingMessage).
    bolt.requestListener(Object.assign(request, { rawBody: body }), response);
  };
  const fail = (error: unknown, response: ServerResponse): void => {
    log.error(traceOfError(error), 'request failed');
    refuse(response, 500);
  };
  let server: Server | undefined;
  return {
    init: (app) => bolt.init(guarded(app, log)),
    start: async (address: Address = port) => {
      const handle = (request: IncomingMessage, response: ServerResponse): void => {
        receive(request, response).catch((error: unknown) => fail(error, response));
      };
      server = await openPort(address, { path: PATH, handle });
      return server;
    },
    stop: async () => {
      if (server !== undefined) await closePort(server);
    },
  };
}

/** --server: a model on a server that the build names (ADR 0013). Refused here is what can be refused without a browser. */
import { AppError } from '../../core/errors.ts';
import { endpointsOf } from '../../core/network/allowed-endpoints.ts';

export const SERVER_OPTIONS = {
  server: { type: 'string' },
  'agree-to-send': { type: 'boolean', default: false },
} as const;

export const SERVER_HELP = `--server      origin of a server that this build names (BEDSIDE_ENDPOINTS), e.g. http://localhost:11434; --model is then
                the server's own name for one of its models. Not on this device: every prompt is sent there, and
                run, results and exports say so. A key is read from the variable BEDSIDE_SERVER_KEY
  --agree-to-send
                the text of this pack file may be sent to that server, for this run; without it nothing is`;

export interface ServerOption {
  readonly origin: string;
  /** Empty where the server wants none. Not an option: command lines are seen by other users of the machine. */
  readonly key: string;
  readonly agreed: boolean;
}

interface Given {
  readonly server?: string | undefined;
  readonly 'agree-to-send': boolean;
  readonly dtype?: string | undefined;
  readonly device?: string | undefined;
}

/** Null for a model on this device. `packFile` is null for a pack that comes with the page. */
export function serverOption(
  values: Given,
  packFile: string | null,
  environment: Readonly<Record<string, string | undefined>>,
): ServerOption | null {
  const agreed = values['agree-to-send'];
  if (values.server === undefined) {
    if (agreed) throw wrong('--agree-to-send', '--agree-to-send belongs to --server: no server is named');
    return null;
  }
  const origin = originOf(values.server);
  for (const name of ['dtype', 'device'] as const)
    if (values[name] !== undefined)
      throw wrong(`--${name}`, `--${name} is for models on this device: a server decides it itself`);
  if (packFile !== null && !agreed)
    throw new AppError(
      'server/not-agreed',
      `nobody agreed that the text of ${packFile} is sent to ${origin}`,
      {
        file: packFile,
        server: origin,
      },
    );
  return { origin, key: environment['BEDSIDE_SERVER_KEY'] ?? '', agreed };
}

function originOf(text: string): string {
  let origins: readonly string[] = [];
  try {
    origins = endpointsOf(text);
  } catch {
    // Said below, in the words of the command line.
  }
  const [origin] = origins;
  if (origin !== undefined && origins.length === 1) return origin;
  throw wrong('--server', `--server ${text} is no single origin such as http://localhost:11434`);
}

function wrong(option: string, message: string): AppError {
  return new AppError('input/option', message, { option });
}

/** What a server calls its models. */
import * as v from 'valibot';
import { askServer, type Server, type ServerSurroundings } from './ask-server.ts';
import { ServedModelsSchema } from './answer-schemas.ts';
import { wrongAnswer } from './server-errors.ts';

const PATH = '/v1/models';
const MOST_MODELS = 1_000;

export async function servedModels(
  around: ServerSurroundings,
  server: Server,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const response = await askServer(around, server, PATH, null, signal);
  const json: unknown = await response.json().catch(() => null);
  const models = v.safeParse(ServedModelsSchema, json, { abortEarly: true });
  if (!models.success) throw wrongAnswer(server.origin, `its answer to ${PATH} is no list of models`);
  return [...new Set(models.output.data.map(({ id }) => id))].slice(0, MOST_MODELS);
}

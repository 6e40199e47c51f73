/** The registries as words for choosing. A chunk of its own: what is behind the words is not small. */
import { IMPORTERS } from '../core/importers/registry.ts';
import { PROMPTS } from '../core/prompts/registry.ts';
import { SCORERS } from '../core/scorers/registry.ts';
import { SOLVERS } from '../core/solvers/registry.ts';
import type { Catalog } from './services.ts';

export function readCatalogOfChoices(): Catalog {
  return {
    solvers: SOLVERS.map(({ id, title, needs }) => ({ id, title, description: '', needs })),
    prompts: PROMPTS.map(({ id, title, template }) => ({ id, title, description: '', template })),
    scorers: SCORERS.map(({ id, title, description, needs }) => ({
      id,
      title,
      description,
      ...(needs === undefined ? {} : { needs }),
    })),
    importers: IMPORTERS.map(({ id, title, description, extensions }) => ({
      id,
      title,
      description,
      extensions,
    })),
  };
}

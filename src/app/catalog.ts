/** The registries as words for choosing. A chunk of its own: what is behind the words is not small. */
import { EXTRACTORS } from '../core/extractors/registry.ts';
import { IMPORTERS } from '../core/importers/registry.ts';
import { PROMPTS } from '../core/prompts/registry.ts';
import { SCORERS } from '../core/scorers/registry.ts';
import { SOLVERS } from '../core/solvers/registry.ts';
import { TRANSFORMS } from '../core/transforms/registry.ts';
import type { Catalog } from './services.ts';

export function readCatalogOfChoices(): Catalog {
  return {
    solvers: SOLVERS,
    prompts: PROMPTS.map(({ id, title, template }) => ({ id, title, description: '', template })),
    scorers: SCORERS.map(({ id, title, description, needs, extractors = [] }) => ({
      id,
      title,
      description,
      extractors,
      ...(needs === undefined ? {} : { needs }),
    })),
    extractors: EXTRACTORS.map(({ id, title, description }) => ({ id, title, description })),
    transforms: TRANSFORMS.map(({ id, title, description }) => ({ id, title, description })),
    importers: IMPORTERS.map(({ id, title, description, extensions }) => ({
      id,
      title,
      description,
      extensions,
    })),
  };
}

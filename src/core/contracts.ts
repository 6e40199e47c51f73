/**
 * The contracts between layers. Core is plain functions and data: no DOM, worker, clock, random or fetch;
 * what a function needs of those comes in as an argument.
 * Every extension point (scorer, importer, solver, prompt, runtime, export) is one file plus one registry line.
 */
export * from './score.ts';
export * from './evidence.ts';
export * from './generation.ts';
export * from './device-use.ts';
export * from './solver-settings.ts';
export * from './solver-contracts.ts';
export * from './scoring-contracts.ts';
export * from './run-contracts.ts';
export * from './import-contracts.ts';

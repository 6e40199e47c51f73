import { create } from 'zustand';
import type { SolverSettings } from '../../core/contracts.ts';

/** What a person chose for the ladder of one pack and model; kept while the page is open, as runs take a while. */
export interface LadderChoice {
  readonly dtype: string;
  readonly limit: number | null;
  /** Ticked ways with the settings they are asked with. */
  readonly ticked: Readonly<Record<string, SolverSettings>>;
  readonly first: string;
}

interface LadderStore {
  readonly choices: Readonly<Record<string, LadderChoice>>;
  readonly choose: (key: string, choice: LadderChoice) => void;
}

export const useLadderStore = create<LadderStore>((set) => ({
  choices: {},
  choose: (key, choice) => set(({ choices }) => ({ choices: { ...choices, [key]: choice } })),
}));

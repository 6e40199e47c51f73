import { useReducer } from 'react';

interface History {
  readonly text: string;
  /** Earlier texts, the last first. */
  readonly past: readonly string[];
  readonly changedAt: number;
}

/** Typing without a pause of this length is one step back. */
const PAUSE_MS = 1_000;
const MOST_STEPS = 200;

type Action =
  | { readonly kind: 'type'; readonly text: string; readonly at: number }
  | { readonly kind: 'replace'; readonly text: string }
  | { readonly kind: 'undo' };

function reduce(history: History, action: Action): History {
  switch (action.kind) {
    case 'type': {
      const sameStep = action.at - history.changedAt < PAUSE_MS && history.past.length > 0;
      const past = sameStep ? history.past : [history.text, ...history.past].slice(0, MOST_STEPS);
      return { text: action.text, past, changedAt: action.at };
    }
    case 'replace':
      return { text: action.text, past: [history.text, ...history.past].slice(0, MOST_STEPS), changedAt: 0 };
    case 'undo': {
      const [before, ...past] = history.past;
      return before === undefined ? history : { text: before, past, changedAt: 0 };
    }
    default:
      return action satisfies never;
  }
}

/** A text that can be taken back step by step, replacements of the whole included. */
export function useUndoText(start: string) {
  const [history, act] = useReducer(reduce, { text: start, past: [], changedAt: 0 });
  return {
    text: history.text,
    canUndo: history.past.length > 0,
    type: (text: string) => act({ kind: 'type', text, at: performance.now() }),
    replace: (text: string) => act({ kind: 'replace', text }),
    undo: () => act({ kind: 'undo' }),
  };
}

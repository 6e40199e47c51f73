import type { Fact, FactCategory } from '../../src/core/packs/pack.ts';

/** A fact as an author writes it: the words that say it, instead of character offsets. */
export interface AuthoredFact extends Omit<Fact, 'category' | 'status' | 'span'> {
  /** Turn number in which the fact is said. */
  line: number;
  /** Exact words of that turn; they must occur there exactly once. */
  quote: string;
  /** Left out means present. */
  status?: Fact['status'];
}

export interface Visit {
  id: string;
  meta: {
    topic: string;
    specialty: string;
    visitType: 'new problem' | 'follow-up' | 'phone' | 'video';
    ageGroup: 'child' | 'adult' | 'older adult';
    /** Guidelines the medical content was checked against by the author. */
    source: string;
  };
  /** One turn per line: "<line number> <Speaker>: <text>". */
  transcript: string;
  note: string;
  facts: Partial<Record<FactCategory, AuthoredFact[]>>;
}

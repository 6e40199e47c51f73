import { describe, expect, it } from 'vitest';
import { parseFieldMap, resolveFields } from './field-map.ts';

const refused = (code: string) => expect.objectContaining({ code }) as Error;

describe('parseFieldMap', () => {
  it('reads column=field, and field=column where only that makes sense', () => {
    expect(parseFieldMap('Frage=question,Antwort Text=answer,Thema=meta.topic')).toEqual({
      question: 'Frage',
      answer: 'Antwort Text',
      'meta.topic': 'Thema',
    });
    expect(parseFieldMap('question=Frage, choice_a=op=a')).toEqual({ question: 'Frage', choice_a: 'op=a' });
    expect(parseFieldMap('text=question')).toEqual({ question: 'text' });
  });

  it.each(['', 'question', '=question', 'question=', 'a=b', 'a=id,b=id'])('refuses %j', (text) => {
    expect(() => parseFieldMap(text)).toThrowError(refused('input/option'));
  });
});

describe('resolveFields', () => {
  it('refuses a column that is not there and a field that no sample has', () => {
    expect(() => resolveFields(['a'], { question: 'b' }, 'f')).toThrowError(refused('input/option'));
    expect(() => resolveFields(['a'], { prompt: 'a' }, 'f')).toThrowError(refused('input/option'));
  });

  it('prefers the plainest name when several columns could be one field', () => {
    const fields = resolveFields(['question_id', 'Prompt', 'ID', 'Question', 'opa', 'opb'], {}, 'f');
    expect(Object.fromEntries(fields)).toEqual({
      id: 'ID',
      question: 'Question',
      choice_a: 'opa',
      choice_b: 'opb',
      'meta.question_id': 'question_id',
      'meta.Prompt': 'Prompt',
    });
  });
});

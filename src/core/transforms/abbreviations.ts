import { notApplicable, type Transform } from './transform.ts';
import { mapQuestion } from './question-text.ts';

/** Common in English-language charts; none that has two usual meanings. */
const SHORT: readonly (readonly [long: RegExp, short: string])[] = [
  [/\bblood pressure\b/gi, 'BP'],
  [/\bheart rate\b/gi, 'HR'],
  [/\brespiratory rate\b/gi, 'RR'],
  [/\bshortness of breath\b/gi, 'SOB'],
  [/\bhistory of\b/gi, 'h/o'],
  [/\bcomplains of\b/gi, 'c/o'],
  [/\btwice (?:a day|daily)\b/gi, 'bid'],
  [/\bthree times (?:a day|daily)\b/gi, 'tid'],
  [/\bby mouth\b/gi, 'po'],
  [/\bas needed\b/gi, 'prn'],
  [/\b(\d+)-year-old\b/gi, '$1yo'],
  [/\bdiagnosis\b/gi, 'dx'],
  [/\btreatment\b/gi, 'tx'],
  [/\bpatients\b/gi, 'pts'],
  [/\bpatient\b/gi, 'pt'],
  [/\bhypertension\b/gi, 'HTN'],
  [/\bdiabetes mellitus\b/gi, 'DM'],
  [/\bwith\b/gi, 'w/'],
  [/\bwithout\b/gi, 'w/o'],
];

export const abbreviations: Transform = {
  id: 'abbreviations',
  version: '1',
  title: 'Abbreviations',
  description: 'Writes common words of the question as charts shorten them (BP, h/o, bid, pt); choices stay.',
  apply: (sample) => {
    if ('turns' in sample.input) throw notApplicable(sample, 'is a visit, whose words are evidence');
    return mapQuestion(sample, (text) =>
      SHORT.reduce((changed, [long, short]) => changed.replace(long, short), text),
    );
  },
};

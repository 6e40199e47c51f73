import { CHECKLIST_WORDS } from '../reporting-checklist.ts';
import { pairBlocks } from './comparison-blocks.ts';
import type { ComparisonView } from './comparison-view.ts';
import {
  comparisonChecklist,
  comparisonLimits,
  comparisonMethods,
  comparisonTitle,
  runMethods,
} from './comparison-words.ts';
import { type ReportBlock, type ReportDocument, heading, list, paragraph } from './report-blocks.ts';
import { sampleBlocks } from './sample-blocks.ts';
import {
  costBlocks,
  fileBlocks,
  overrideBlocks,
  planBlocks,
  rankingBlocks,
  runsBlock,
  settingsOfRuns,
} from './whole-set-blocks.ts';

/** Everything a report of a comparison says, in its order: what differs before any score. */
export function comparisonDocument(view: ComparisonView): ReportDocument {
  const { runs, comparisons } = view;
  const several = comparisons.length > 1;
  return {
    title: comparisonTitle(view),
    blocks: [
      runsBlock(view),
      ...comparisons.flatMap((pair): ReportBlock[] => {
        const { letter, name } = runs[pair.at] ?? { letter: 'B', name: '' };
        return several
          ? [
              heading(`${letter} against A`),
              paragraph(`In this section B is ${letter}: ${name}.`),
              ...pairBlocks(view, pair, 3),
            ]
          : pairBlocks(view, pair, 2);
      }),
      ...planBlocks(view),
      ...costBlocks(view),
      ...rankingBlocks(view),
      ...overrideBlocks(view),
      heading('Methods'),
      paragraph(comparisonMethods(view)),
      heading('How each run was made', 3),
      list(runMethods(view)),
      heading('Limits'),
      list(comparisonLimits(view)),
      heading('Settings'),
      settingsOfRuns(view),
      heading('Model files'),
      ...fileBlocks(view),
      ...packBlocks(view),
      heading('Reporting checklist'),
      paragraph(CHECKLIST_WORDS),
      { kind: 'checklist', items: comparisonChecklist(view), known: 'in these runs' },
      ...sampleBlocks(view),
    ],
  };
}

function packBlocks({ runs }: ComparisonView): ReportBlock[] {
  const words = runs[0]?.view.pack.words ?? null;
  return words === null
    ? []
    : [heading('Pack'), paragraph(`${words.title}. ${words.citation} Licence: ${words.licence}.`)];
}

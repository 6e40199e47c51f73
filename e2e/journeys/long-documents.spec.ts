/** Questions about several documents that the model cannot all read: what is shown, what is left out, and what is not asked. */
import type { RunRecord } from '../../src/core/contracts.ts';
import { arrangedDocuments } from '../../src/core/documents/fit-documents.ts';
import type { Sample } from '../../src/core/packs/pack.ts';
import { expectAccessible } from '../support/axe.ts';
import { expect, test } from '../support/network.ts';
import { deviceKnown, importPack, openRoute, panel, textFile } from '../support/pages.ts';

const LETTER =
  'Dear colleague, the patient was seen in clinic. Blood pressure was well controlled and the wound had healed. ';
const letter = (fact: string, sentences: number) => `${LETTER.repeat(sentences)}${fact} ${LETTER}`;

const question = (asked: string, right: string, stands: string) => ({
  No: 0,
  question: asked,
  answer_a: 'In March',
  answer_b: 'In May',
  answer_c: 'In June',
  answer_d: 'In July',
  answer_e: 'In August',
  correct: right,
  answer_location: { [stands]: { start: [0.1], end: [0.2] } },
});

/** In the form of LongHealth; every word is ours. The second patient's letter alone is longer than the model reads. */
const PATIENTS = {
  patient_01: {
    name: 'A test',
    diagnosis: 'Lymphoma',
    texts: Object.fromEntries(
      [0, 1, 2, 3].map((at) => [
        `text_${at}`,
        letter(at === 2 ? 'The biopsy was taken in May.' : `Letter number ${at}.`, 24),
      ]),
    ),
    questions: [question('When was the biopsy taken?', 'In May', 'text_2')],
  },
  patient_02: {
    name: 'Another test',
    diagnosis: 'Stroke',
    texts: { text_0: letter('The stroke was in June.', 160) },
    questions: [question('When was the stroke?', 'In June', 'text_0')],
  },
  patient_03: {
    name: 'A third test',
    diagnosis: 'Asthma',
    texts: { text_0: letter('No change.', 2), text_1: letter('Seen again.', 2) },
    questions: [],
  },
};

test('@long several documents are shuffled by the seed, fitted to the model and never cut; the run and each sample say so', async ({
  page,
}) => {
  test.setTimeout(900_000);
  await openRoute(page, '/packs');
  await importPack(page, textFile('letters.json', JSON.stringify(PATIENTS)));
  await expect(panel(page, 'letters.json')).toContainText('6 samples');
  await openRoute(page, '/');
  await deviceKnown(page);

  await test.step('the form says what the pack says, and when that is changed', async () => {
    await page.locator('summary', { hasText: 'Your own run' }).click();
    await page.getByLabel('Pack', { exact: true }).selectOption({ label: 'letters.json' });
    const documents = page.getByRole('group', { name: 'Documents' });
    await expect(documents).toContainText('5 samples of 6 have several documents. As the pack says.');
    const fit = documents.getByLabel('When they are too long for the model');
    await fit.selectOption('Do not ask; count as unscored');
    await expect(documents).toContainText('Not as the pack says: the run records it.');
    await fit.selectOption('Leave out whole documents');
    await documents.getByLabel('Order of the documents').selectOption('As they stand in the pack');
    await expect(documents).toContainText('Not as the pack says');
    await documents.getByLabel('Order of the documents').selectOption('Shuffled, by the seed');
    await expectAccessible(page, 'the run form with documents');
    await page.getByRole('button', { name: 'Start (6 samples)' }).click();
    await page.getByRole('link', { name: 'Read the results' }).click({ timeout: 600_000 });
  });

  const records =
    await test.step('each record says what was shown, in which order, and nothing is cut', async () => {
      const text = await page.evaluate(async () => {
        const runs = (await globalThis.bedside?.listRuns()) ?? [];
        const run = runs.find(({ recorded }) => recorded !== true);
        return (await globalThis.bedside?.exportJsonl(run?.header.id ?? '')) ?? '';
      });
      return text
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => JSON.parse(line) as RunRecord);
    });
  const of = (id: string) => records.find((record) => record.id === id);
  const first = of('patient_01/0/task1');
  const texts = Object.entries(PATIENTS.patient_01.texts).map(([key, text]) => ({
    id: `patient_01/${key}`,
    text,
    needed: key === 'text_2',
  }));
  const sample: Sample = { id: 'patient_01/0/task1', input: { messages: [] }, documents: texts };
  const order = arrangedDocuments(sample, { order: 'shuffled', fit: 'leave-out' }, 0).map(({ id }) => id);
  const { shown = [], leftOut = [] } = first?.documents ?? {};
  expect(order).toEqual(expect.arrayContaining([...shown, ...leftOut]));
  expect(shown).toEqual(order.filter((id) => shown.includes(id)));
  expect(leftOut.length).toBeGreaterThan(0);
  expect(shown).toContain('patient_01/text_2');
  const sent = first?.messages.map(({ content }) => content).join('') ?? '';
  for (const { id, text } of texts) expect(sent.includes(text), id).toBe(shown.includes(id));
  expect(of('patient_02/0/task1')).toMatchObject({ unscored: 'prompt-too-long', output: null });

  await test.step('the page says it in words', async () => {
    await page.getByText('Everything these numbers depend on').click();
    await expect(
      page.getByText('shuffled by the seed; what does not fit is left out whole (as the pack says)'),
    ).toBeVisible();
    await page.getByRole('link', { name: 'patient_01/0/task1' }).first().click();
    await expect(page.getByText(/documents? of 4 left out, whole:/)).toBeVisible();
    await expect(page.getByText('Documents in which the answer stands are never left out.')).toBeVisible();
    await page.goBack();
    await page.getByRole('link', { name: 'patient_02/0/task1' }).first().click();
    await expect(page.getByText(/^Too long for this model by [\d,]+ tokens/)).toBeVisible();
    await page.goBack();
    await page.getByRole('link', { name: 'patient_01/0/task3' }).first().click();
    await expect(page.getByText('Question cannot be answered with provided documents').first()).toBeVisible();
  });
});

/** Questions in Chinese, Portuguese, Thai, Arabic and Vietnamese: in, looked at, asked, scored, out and in again, to the letter. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { PackHeader, Sample } from '../../src/core/packs/pack.ts';
import type { RunRecord } from '../../src/core/contracts.ts';
import { computeSeal } from '../../src/core/packs/seal.ts';
import { expect, test } from '../support/network.ts';
import { chooseFiles, importPack, openRoute, panel, textFile } from '../support/pages.ts';

interface Question {
  readonly id: string;
  readonly question: string;
  readonly answer: string;
}

/** One form of each accent, kept as given: composed (NFC) and decomposed (NFD). */
const COMPOSED = 'Qual é a primeira medida numa reação alérgica grave?'.normalize('NFC');
const DECOMPOSED = 'Bệnh nhân khó thở đột ngột: cần hỏi gì trước tiên?'.normalize('NFD');

const QUESTIONS: readonly Question[] = [
  { id: 'zh-1', question: '病人突然胸痛，首先要做什么检查？', answer: '心电图' },
  { id: 'zh-2', question: '“高血压”的诊断需要测量几次血压？', answer: '至少两次' },
  { id: 'pt-1', question: COMPOSED, answer: 'adrenalina intramuscular' },
  { id: 'pt-2', question: 'O que significa "pressão" de 140/90 mmHg?', answer: 'hipertensão arterial' },
  { id: 'th-1', question: 'ผู้ป่วยเป็นไข้และไอมาสามวัน ควรถามอะไรก่อน', answer: 'มีอาการหายใจลำบากหรือไม่' },
  { id: 'th-2', question: 'ยาพาราเซตามอลใช้รักษาอะไร', answer: 'ลดไข้และบรรเทาปวด' },
  { id: 'ar-1', question: 'ما أول فحص يُجرى عند ألم الصدر المفاجئ؟', answer: 'تخطيط القلب' },
  { id: 'ar-2', question: 'ما الجرعة المعتادة من الباراسيتامول 500 mg للبالغين؟', answer: 'قرص أو قرصان' },
  { id: 'vi-1', question: DECOMPOSED, answer: 'Có đau ngực không' },
  { id: 'vi-2', question: 'Thuốc nào hạ sốt cho trẻ em?', answer: 'paracetamol' },
];

const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
const CSV = [
  'id,question,answer',
  ...QUESTIONS.map(({ id, question, answer }) => [id, question, answer].map(cell).join(',')),
].join('\r\n');
const JSONL = QUESTIONS.map((row) => JSON.stringify(row)).join('\n');

const directionOf = (page: Page, text: string) =>
  page
    .getByText(text, { exact: true })
    .first()
    .evaluate((element) => getComputedStyle(element).direction);

test('five languages are imported, shown in their direction, asked, scored by words and exported without a changed letter', async ({
  page,
}, testInfo) => {
  test.setTimeout(600_000);
  await openRoute(page, '/packs');

  await test.step('CSV and JSON lines give the same samples, letter by letter', async () => {
    for (const [name, text] of [
      ['languages.csv', CSV],
      ['languages.jsonl', JSONL],
    ] as const) {
      await chooseFiles(page, 'Choose files', textFile(name, text));
      await expect(panel(page, 'Import')).toContainText('10 good rows, no problems', { timeout: 30_000 });
    }
    await page.getByText('How the first 10 samples would be asked').click();
    const asked = panel(page, 'Import').locator('ol > li');
    for (const [at, { question }] of QUESTIONS.entries()) {
      expect(await asked.nth(at).locator('[dir=auto]').first().textContent()).toContain(question);
    }
    await page
      .getByRole('button', { name: 'Import nothing' })
      .or(page.getByRole('button', { name: 'Cancel' }))
      .first()
      .click();
    await importPack(page, textFile('languages.csv', CSV));
  });

  await test.step('each stands in its own direction', async () => {
    await panel(page, 'languages.csv')
      .getByRole('link', { name: /^Read samples/ })
      .click();
    for (const { id, question, answer } of QUESTIONS) {
      await page.getByText(id, { exact: true }).click();
      await expect(page.getByText(question, { exact: true })).toBeVisible();
      const expected = id.startsWith('ar') ? 'rtl' : 'ltr';
      expect(await directionOf(page, question), question).toBe(expected);
      expect(await directionOf(page, answer), answer).toBe(expected);
    }
    await testInfo.attach('languages', {
      body: await page.screenshot({ fullPage: true }),
      contentType: 'image/png',
    });
  });

  const runId = await test.step('asked: the model gets what was given', async () => {
    const done = await page.evaluate(async () => {
      const api = globalThis.bedside;
      if (api === undefined) throw new Error('no automation');
      const request = await api.request({
        packId: 'languages',
        modelId: 'demo-tuned',
        solverId: 'generate',
        scorers: ['open-answer', 'exact'],
        limit: 10,
        generation: { maxTokens: 6 },
      });
      return api.run(request);
    });
    if (!done.ok) throw new Error(JSON.stringify(done.error));
    const text = await page.evaluate((id) => globalThis.bedside?.exportJsonl(id), done.runId);
    const records = (text ?? '')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => JSON.parse(line) as RunRecord);
    expect(records).toHaveLength(10);
    for (const [at, { question }] of QUESTIONS.entries())
      expect(records[at]?.messages.map(({ content }) => content).join('\n')).toContain(question);
    const estimates = await page.evaluate((id) => globalThis.bedside?.estimates(id), done.runId);
    expect(Object.keys(estimates ?? {})).toContain('open-answer.token-f1');
    return done.runId;
  });

  await test.step('the page of a sample shows the prompt as it was sent', async () => {
    await page.goto(`./#/results/${runId}`);
    await page.getByRole('link', { name: 'ar-1' }).first().click();
    await page.getByText('Prompt', { exact: false }).first().waitFor();
    await expect(page.getByText('ما أول فحص يُجرى عند ألم الصدر المفاجئ؟').first()).toBeAttached();
  });

  await test.step('out and in again: the same letters, the same seal', async () => {
    await page.goto('./#/packs/languages');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save as a file' }).click();
    const text = readFileSync(await (await download).path(), 'utf8');
    const [header, ...lines] = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
    const { seal, ...unsealed } = header as PackHeader;
    const samples = lines as Sample[];
    expect(computeSeal({ ...unsealed, samples })).toBe(seal);
    for (const [at, { question, answer }] of QUESTIONS.entries()) {
      expect(JSON.stringify(samples[at]?.input)).toContain(JSON.stringify(question).slice(1, -1));
      expect([samples[at]?.answer, ...(samples[at]?.target ?? [])]).toContain(answer);
    }
    await page.goto('./#/packs');
    await page.getByRole('button', { name: 'Delete languages.csv' }).click();
    await expect(panel(page, 'languages.csv')).toHaveCount(0);
    await importPack(page, textFile('languages.jsonl', text));
    const back = await page.evaluate(async () =>
      (await globalThis.bedside?.listPacks())?.find(({ header }) => header.id === 'languages'),
    );
    expect(back?.sha256).toBe(seal);
  });
});

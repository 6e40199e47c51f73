/** One pasted visit with the keyboard alone: note, audit, edit until signed, and the minutes at the head of the results. */
import type { Locator, Page } from '@playwright/test';
import { expectAccessible, expectNoSideScroll } from '../support/axe.ts';
import { press, tabTo } from '../support/keyboard.ts';
import { expect, test } from '../support/network.ts';
import { chooseFiles, deviceKnown, openRoute, panel, textFile } from '../support/pages.ts';

const TRANSCRIPT = [
  'D: What brings you in today?',
  'P: I have had a sore throat and a fever for three days.',
  'D: Any cough?',
  'P: No cough. I am allergic to penicillin, it gives me hives.',
  'D: Temperature is 101.2. Your rapid strep is positive.',
  'D: This is strep throat. I will start azithromycin 500 mg once a day for five days.',
].join('\n');

async function expectUsable(page: Page, what: string): Promise<void> {
  for (const [width, colorScheme] of [
    [390, 'dark'],
    [1280, 'light'],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    await expectNoSideScroll(page, `${what} at ${width} px`);
    await expectAccessible(page, `${what}, ${colorScheme}, ${width} px`);
  }
}

const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name });

test('a pasted transcript becomes a note, is edited, signed, and heads the results with its minutes', async ({
  page,
}) => {
  test.setTimeout(600_000);
  await openRoute(page, '/');
  await deviceKnown(page);

  await test.step('paste, and see how it was read', async () => {
    await press(page, page.getByRole('link', { name: 'Try one visit' }));
    await expectUsable(page, 'Try one visit, empty');
    await tabTo(page, page.getByLabel('Transcript', { exact: true }));
    await page.keyboard.insertText(TRANSCRIPT);
    await expect(page.getByText('Read as 6 turns by Doctor, Patient.')).toBeVisible();
    await expectUsable(page, 'Try one visit, pasted');
  });

  await test.step('what was pasted survives a reload, and comes back after it was discarded', async () => {
    const transcript = page.getByLabel('Transcript', { exact: true });
    await expect(page.getByText('Kept in this browser')).toBeVisible();
    await page.reload();
    await expect(transcript).toHaveValue(TRANSCRIPT);
    await press(page, button(page, 'Discard the text'));
    await expect(transcript).toHaveValue('');
    await press(page, button(page, 'Undo'));
    await expect(transcript).toHaveValue(TRANSCRIPT);
    await openRoute(page, '/packs');
    await expect(page.getByText('A visit not started yet')).toBeHidden();
    await openRoute(page, '/try');
    await expect(transcript).toHaveValue(TRANSCRIPT);
  });

  await test.step('one button writes the note and opens it with its audit', async () => {
    await press(page, button(page, 'Write the note and audit it'));
    await expect(page.getByRole('heading', { name: 'Note the model wrote' })).toBeVisible({
      timeout: 240_000,
    });
    await expect(panel(page, 'Transcript')).toContainText('allergic to penicillin');
    await expectUsable(page, 'the note');
  });
  const address = page.url();

  await test.step('a sentence of the note shows its closest lines', async () => {
    await page.keyboard.press('s');
    const sentence = page.locator('[data-sentence]:focus');
    await expect(sentence).toBeVisible();
    for (let at = 0; at < 20; at += 1) {
      if (
        (await panel(page, 'Transcript')
          .getByText(/^Closest line/)
          .count()) > 0
      )
        break;
      await page.keyboard.press('ArrowDown');
    }
    await expect(panel(page, 'Transcript').getByText(/^Closest lines? \(not a proof\): \d/)).toBeVisible();
  });

  await test.step('an error that the audit missed is added, and taken back', async () => {
    await press(page, button(page, 'Add an error it missed …'));
    const form = page.getByRole('form', { name: 'An error that the audit missed' });
    await page.keyboard.insertText('azithromycin 500 mg');
    await expect(form).toContainText(/Found in/);
    await expectUsable(page, 'the form for a missed error');
    await tabTo(page, form.getByLabel('Why it is an error'));
    await page.keyboard.insertText('The dose was said.');
    await tabTo(page, form.getByLabel('Your name'));
    await page.keyboard.insertText('Dr. Test');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Missed by the audit', { exact: true })).toBeVisible();
    await press(page, button(page, 'Take back'));
    await expect(page.getByText('The mark is taken back.')).toBeVisible();
    await expect(page.getByText('Missed by the audit', { exact: true })).toBeHidden();
  });

  const editor = page.getByLabel('The note, to be edited until you would sign it');
  await test.step('an edit survives a reload in its middle', async () => {
    await page.locator('h1').focus();
    await page.keyboard.press('e');
    await expect(editor).toBeFocused();
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText('\nReturn if it gets worse.');
    await expect(page.getByText(/^5 of \d+ words changed$/)).toBeVisible();
    await expect(page.getByText('Kept in this browser')).toBeVisible();
    await expectUsable(page, 'the editor');
    await page.reload();
    await press(page, button(page, /^Continue your edit/));
    await expect(editor).toHaveValue(/Return if it gets worse\.$/);
  });

  await test.step('signing asks for a verdict, a harm with its reason, and a name', async () => {
    await press(page, button(page, 'Done: keep this edit'));
    await expect(page.getByRole('radio', { name: 'Yes' })).toBeFocused();
    await page.keyboard.press('Space');
    await tabTo(page, page.getByRole('radio', { name: 'None' }));
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('radio', { name: 'Minor' })).toBeChecked();
    await tabTo(page, page.getByLabel('What the harm would be'));
    await page.keyboard.insertText('No safety net.');
    await tabTo(page, page.getByLabel('Your name'));
    await page.keyboard.insertText('Dr. Test');
    await press(page, button(page, 'Done: keep this edit'));
    await expect(page.getByText('Your edit is kept.')).toBeVisible();
    await expect(panel(page, 'Edit')).toContainText('would sign it');
    await press(page, page.getByText('The edited note, with what was changed'));
    await expect(panel(page, 'Edit').locator('ins')).toContainText('Return if it gets worse.');
    await expectUsable(page, 'a signed note');
  });

  await test.step('the minutes and the harm head the results, and stay after a reload', async () => {
    await press(page, page.getByRole('link', { name: /^Back to the run/ }));
    for (const round of ['at once', 'after a reload']) {
      const review = panel(page, 'Review by people');
      await expect(review, round).toContainText('1 note of 1 edited');
      await expect(review, round).toContainText('Active minutes until acceptable');
      await expect(review, round).toContainText(/up to \d+ in 100/);
      const titles = await page.locator('main h2').allTextContents();
      expect(titles.indexOf('Review by people')).toBeLessThan(titles.indexOf('Scores'));
      if (round === 'at once') {
        await expectUsable(page, 'results with reviews');
        await page.reload();
      }
    }
    const download = page.waitForEvent('download');
    await press(page, button(page, 'Save ratings (CSV)'));
    const stream = await (await download).createReadStream();
    const pieces: Buffer[] = [];
    for await (const piece of stream) pieces.push(piece as Buffer);
    expect(Buffer.concat(pieces).toString()).toMatch(
      /^rater,sample,minutes,distance,would_sign,harm,reason,rating\r\nDr\. Test,visit,\d+\.\d\d,5,yes,minor,No safety net\.,1\r\n$/,
    );
    await press(page, button(page, 'Use edited notes as references'));
    await expect(page.getByText(/is stored as a pack, anchored to/)).toBeVisible();
  });

  await test.step('the keys are listed, and the visit is found by its words', async () => {
    await page.goto(address);
    await expect(page.getByRole('heading', { name: 'Note the model wrote' })).toBeVisible();
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'Keys of this page' })).toBeVisible();
    await expectUsable(page, 'the list of keys');
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    const dialog = page.getByRole('dialog', { name: 'Find a sample' });
    await tabTo(page, dialog.getByLabel('Find by words or id'));
    await page.keyboard.insertText('penicillin hives');
    await expect(dialog.getByText('1 samples')).toBeVisible();
    await expectUsable(page, 'finding a sample');
    await page.keyboard.insertText(' nowhere');
    await expect(dialog.getByText('0 of 1 samples')).toBeVisible();
    await page.keyboard.press('Escape');
  });

  await test.step('the visit is deleted with its transcript, and comes back with its review', async () => {
    await openRoute(page, '/try');
    await expect(page.getByLabel('Transcript', { exact: true })).toHaveValue('');
    await press(page, button(page, /^Delete/));
    await expect(page.getByText('Earlier visits')).toBeHidden();
    await press(page, button(page, 'Undo'));
    await expect(panel(page, 'Earlier visits')).toBeVisible();
    await page.goto(address);
    await expect(panel(page, 'Edit')).toContainText('Dr. Test');
  });
});

test('a transcript that does not fit says so with numbers, and a file that is none is refused', async ({
  page,
}) => {
  await openRoute(page, '/try');
  await deviceKnown(page);
  await chooseFiles(page, 'Open a text or Word file', textFile('visit.docx', 'not a Word file'));
  await expect(page.getByRole('alert')).toContainText('does not have the expected form');
  await chooseFiles(
    page,
    'Open a text or Word file',
    textFile(
      'visit.txt',
      `${TRANSCRIPT}\n${`P: ${'And then it went on for a while longer. '.repeat(20)}\n`.repeat(20)}`,
    ),
  );
  await expect(page.getByText(/^Read as 26 turns/)).toBeVisible();
  await expect(page.getByText(/^Probably too long/)).toBeVisible();
  await button(page, 'Write the note and audit it').click();
  await expect(page.getByText(/^Too long for this model by [\d,]+ tokens\./)).toBeVisible({
    timeout: 120_000,
  });
  await expectUsable(page, 'a visit too long');
});

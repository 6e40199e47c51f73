/**
 * Given names common in English-language records that are no everyday word when capitalised at the start of a
 * sentence (no May, Will, Mark, Grace, Hope, Rose, Jack, Frank). A small list by intent: it raises a hand, no more.
 */
export const GIVEN_NAMES: ReadonlySet<string> = new Set(
  (
    'Aaron Abigail Adam Ahmed Alan Albert Alejandro Alexander Alice Alison Amanda Amelia Amy Andrea Andrew Angela ' +
    'Ann Anna Anne Anthony Antonio Arthur Barbara Benjamin Betty Brandon Brenda Brian Carlos Carmen Carol Caroline ' +
    'Catherine Charles Charlotte Chloe Christine Christopher Claire Daniel David Deborah Denise Dennis Diana Diane ' +
    'Donald Donna Dorothy Edward Eleanor Elizabeth Ellen Emily Emma Eric Ethan Eugene Evelyn Fatima Fiona Francis ' +
    'Gabriel Gary George Gerald Gloria Gregory Hannah Harold Harry Heather Helen Henry Ibrahim Irene Isaac Isabella ' +
    'Jacob Jacqueline James Jane Janet Jason Jean Jeffrey Jennifer Jeremy Jessica Joan John Jonathan Jose Joseph ' +
    'Joshua Juan Judith Judy Julia Julie Karen Katherine Kathleen Keith Kelly Kenneth Kevin Kimberly Larry Laura ' +
    'Lauren Lawrence Leonard Linda Lisa Louis Louise Lucy Luis Margaret Maria Marie Martha Martin Mary Matthew ' +
    'Melissa Mia Michael Michelle Miguel Mohammed Muhammad Nancy Natalie Nathan Nicholas Nicole Nora Oliver Olivia ' +
    'Pamela Patricia Patrick Paul Peter Philip Priya Rachel Ralph Raymond Rebecca Richard Robert Roger Ronald Roy ' +
    'Russell Ruth Ryan Samantha Samuel Sandra Sara Sarah Scott Sean Sharon Shirley Simon Sofia Sophia Stephanie ' +
    'Stephen Steven Susan Teresa Theresa Thomas Timothy Tyler Victoria Vincent Virginia Walter Wayne William Yusuf'
  ).split(' '),
);

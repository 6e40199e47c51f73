/**
 * Kullback-Leibler divergence of a device from the reference at one position, in nats, over the reference's most likely
 * tokens and one bucket for all others. Merging outcomes can only lower a divergence (data-processing inequality;
 * Cover and Thomas, Elements of Information Theory, 2nd ed., 2.8), so this is a lower bound of the one over the whole
 * vocabulary, near it because the reference's 20 most likely tokens hold nearly all of its probability.
 */

/** A float32 softmax gives no smaller probability that means anything; log of it. */
const LEAST_LOG = Math.log(2 ** -40);

/** `reference[i]` and `device[i]` are natural-log probabilities of the same token. */
export function klOverTop(reference: readonly number[], device: readonly number[]): number {
  let sum = 0;
  let referenceTop = 0;
  let deviceTop = 0;
  reference.forEach((logP, index) => {
    const p = Math.exp(logP);
    const logQ = Math.max(LEAST_LOG, device[index] ?? LEAST_LOG);
    sum += p * (logP - logQ);
    referenceTop += p;
    deviceTop += Math.exp(logQ);
  });
  const p = 1 - referenceTop;
  // Rounding may bring the sum of the top to 1 or above: then nothing is left to compare.
  if (p > Math.exp(LEAST_LOG)) {
    const logQ = Math.log(Math.max(Math.exp(LEAST_LOG), 1 - deviceTop));
    sum += p * (Math.log(p) - logQ);
  }
  // Never below zero but for rounding.
  return Math.max(0, sum);
}

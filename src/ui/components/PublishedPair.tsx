/** What the bundled pair is an illustration of, and why its numbers may not be set beside the published ones. */
export function PublishedPair() {
  return (
    <p className="muted small">
      The pair illustrates a published comparison: a model of 1 billion parameters that runs in the browser,
      before and after tuning on 1,500 generated pairs of transcript and note. On cases made from ACI-Bench
      its ROUGE-1 rose from 0.346 to 0.496 and its BERTScore from 0.832 to 0.866, and cases with a major
      hallucination fell from 85 to 35 (Thomas et al. 2025, arXiv 2507.03033). Here is another model, more
      than 200 times smaller, with other visits, and rules instead of a judge: these numbers and those say
      nothing about each other.
    </p>
  );
}

/**
 * Origins outside this site that the engine worker of this build may send prompts to: an OpenAI-compatible server on the
 * hospital's own network. Fixed when the page is built, so that no setting and no catalogue can add one; empty in
 * the build we publish. Each entry is an origin such as "https://llm.hospital.example" or "http://localhost:11434".
 */
export const ALLOWED_ENDPOINTS: readonly string[] = [];

/** Time of work: "45 s", "2.5 min". */
export function formatMinutes(ms: number): string {
  return ms < 60_000 ? `${Math.floor(ms / 1000)} s` : `${(ms / 60_000).toFixed(1)} min`;
}

export function parametersWords(count: number): string {
  return count >= 999.5e6
    ? `${(count / 1e9).toFixed(1)} billion`
    : `${(count / 1e6).toFixed(count < 1e7 ? 1 : 0)} million`;
}

/** A text that a pack's author wrote with or without a full stop, with one. */
export const asSentence = (text: string): string => `${text.replace(/\.$/u, '')}.`;

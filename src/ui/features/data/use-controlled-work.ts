import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';

/** What long work gets: how far it is, and whether it is to stop. */
export interface Control {
  readonly signal: AbortSignal;
  onProgress(part: number): void;
}

/** One piece of long work with progress and cancel. Cancelling ends it as an error that is not shown. */
export function useControlledWork<Input, Result>(
  work: (input: Input, control: Control) => Promise<Result>,
  onSuccess: (result: Result) => unknown = () => undefined,
) {
  const [part, setPart] = useState(0);
  const controller = useRef<AbortController | null>(null);
  const mutation = useMutation({
    mutationFn: (input: Input) => {
      const own = new AbortController();
      controller.current = own;
      setPart(0);
      return work(input, { signal: own.signal, onProgress: setPart });
    },
    onSuccess,
  });
  return { ...mutation, part, cancel: () => controller.current?.abort() };
}

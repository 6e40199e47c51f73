import { useServices } from '../services-context.ts';
import { useToasts } from '../state/toast-store.ts';

/** Browsers that ask the person would ask again and again. */
let asked = false;

/**
 * To be called when something of the person's own is about to be kept for the first time: asks the browser not to throw
 * it away, and says so when it does not agree.
 */
export function useAskToKeep(): (tell: boolean) => void {
  const { data } = useServices();
  return (tell) => {
    if (asked) return;
    asked = true;
    const ask = async () => {
      const { persisted } = await data.usage();
      if (persisted !== false || (await data.requestPersistence()) || !tell) return;
      useToasts.getState().show({
        text: 'This browser may delete stored data when the disk is nearly full. Back up what you need on Data & privacy.',
      });
    };
    ask().catch(() => undefined);
  };
}

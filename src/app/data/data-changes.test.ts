import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { createDataChanges } from './data-changes.ts';

const channels: BroadcastChannel[] = [];
function tab() {
  const channel = new BroadcastChannel('data-changes-test');
  channels.push(channel);
  const held: Promise<void>[] = [];
  const changes = createDataChanges(channel, (finished) => void held.push(finished));
  let heard = 0;
  changes.subscribe(() => {
    heard += 1;
  });
  return { changes, held, heard: () => heard };
}
afterEach(() => {
  for (const channel of channels.splice(0)) channel.close();
});
const delivered = () => new Promise((resolve) => setTimeout(resolve, 30));

describe('changes of stored data', () => {
  it('are heard once in this tab and once in every other', async () => {
    const [here, there] = [tab(), tab()];
    here.changes.changed();
    await delivered();
    expect([here.heard(), there.heard()]).toEqual([1, 1]);
  });

  it('are not heard after unsubscribing', () => {
    const { changes } = tab();
    let heard = 0;
    const stop = changes.subscribe(() => (heard += 1));
    stop();
    changes.changed();
    expect(heard).toBe(0);
  });

  it('keep other tabs away from the database while one erases, and let them on afterwards', async () => {
    const [here, there] = [tab(), tab()];
    let finish = () => {};
    const erasing = here.changes.whileErasing(() => new Promise<void>((resolve) => (finish = resolve)));
    await delivered();
    expect(here.held).toEqual([]);
    expect(there.held).toHaveLength(1);
    let released = false;
    there.held[0]?.then(
      () => (released = true),
      () => undefined,
    );
    await delivered();
    expect(released).toBe(false);
    finish();
    await erasing;
    await delivered();
    expect(released).toBe(true);
    expect(there.heard()).toBe(1);
  });

  it('ignore what is not theirs on the channel', async () => {
    const here = tab();
    const stranger = new BroadcastChannel('data-changes-test');
    channels.push(stranger);
    stranger.postMessage({ kind: 'something else' });
    stranger.postMessage(null);
    await delivered();
    expect([here.heard(), here.held.length]).toEqual([0, 0]);
  });
});

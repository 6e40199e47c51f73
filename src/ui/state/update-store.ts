import { create } from 'zustand';
import type { Update } from '../../app/network/updates.ts';

/** A newer version of the page, once there is one. */
export const useUpdate = create<{ readonly update: Update | null }>()(() => ({ update: null }));

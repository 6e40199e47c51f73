import { create } from 'zustand';

export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => Promise<void> | void };
}

interface ToastState {
  readonly toasts: readonly Toast[];
  readonly nextId: number;
  readonly show: (toast: Omit<Toast, 'id'>) => void;
  readonly dismiss: (id: number) => void;
}

export const useToasts = create<ToastState>()((set) => ({
  toasts: [],
  nextId: 1,
  show: (toast) =>
    set((state) => ({
      toasts: [...state.toasts.slice(-2), { ...toast, id: state.nextId }],
      nextId: state.nextId + 1,
    })),
  dismiss: (id) => set((state) => ({ toasts: state.toasts.filter((toast) => toast.id !== id) })),
}));

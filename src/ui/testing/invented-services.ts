import type { Services } from '../../app/services.ts';
import { AppError } from '../../core/errors.ts';
import { fakeServices } from './fake-services.ts';

/** For `?invented` on the development server: every page on invented data; `&empty` and `&broken` show those states. */
export function inventedServices(asked: URLSearchParams): Services {
  return fakeServices({
    ...(asked.has('empty') ? { runs: [], packs: [] } : {}),
    ...(asked.has('broken')
      ? { broken: new AppError('storage/failed', 'InvalidStateError: no database', { store: 'runs' }) }
      : {}),
  });
}

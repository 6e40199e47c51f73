import { useQuery } from '@tanstack/react-query';
import type { Downloads, HubOffer } from '../../../app/models/download-state.ts';
import type { HubVariant } from '../../../core/models/hub-variants.ts';
import { FitHereDetails } from './FitHereDetails.tsx';
import { fitModelOffered } from './fit-device.ts';

interface OfferedFitProps {
  readonly offer: HubOffer;
  readonly variant: HubVariant;
  readonly downloads: Downloads;
}

/** Whether a format fits here, from its own files as far as they can be read without fetching the weights. */
export function OfferedFit({ offer, variant, downloads }: OfferedFitProps) {
  const { repository, revision } = offer.listing;
  const shape = useQuery({
    queryKey: ['offered-shape', repository, revision, variant.files[0]?.path],
    queryFn: () => downloads.shape(offer, variant),
    staleTime: Infinity,
  });
  const name = `${offer.title}, ${variant.dtype}`;
  if (shape.isPending)
    return (
      <p className="muted small" role="status">
        Reading its layers from the start of the file, to reckon the memory…
      </p>
    );
  // What could not be asked leaves an estimate that says what it lacks.
  return <FitHereDetails model={fitModelOffered(variant, shape.data ?? offer.read)} name={name} />;
}

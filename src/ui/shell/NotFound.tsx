import { Link } from 'wouter';
import { Page } from '../components/Page.tsx';
import { ROUTES } from '../routes.ts';

export function NotFound() {
  return (
    <Page title="No such page">
      <p>
        The address does not belong to a page of Bedside. <Link href={ROUTES.run}>Go to Run</Link> or{' '}
        <Link href={ROUTES.results}>see the results</Link>.
      </p>
    </Page>
  );
}

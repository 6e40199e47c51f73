import { Component, type ReactNode } from 'react';
import { ErrorNotice } from '../components/ErrorNotice.tsx';
import css from './ErrorBoundary.module.css';

interface Props {
  readonly children: ReactNode;
  /** A change of page gives the next one a fresh start. */
  readonly resetKey: string;
}

/** A page that breaks is replaced by what happened and a way on; the frame and other pages stay usable. */
export class ErrorBoundary extends Component<Props, { readonly error: unknown; readonly broken: boolean }> {
  override state = { error: null as unknown, broken: false };

  static getDerivedStateFromError(error: unknown) {
    return { error, broken: true };
  }

  override componentDidUpdate(before: Props): void {
    if (this.state.broken && before.resetKey !== this.props.resetKey)
      this.setState({ error: null, broken: false });
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return (
      <div className={css['broken']}>
        <h1>This page could not be shown</h1>
        <ErrorNotice error={this.state.error} retry={() => this.setState({ error: null, broken: false })} />
      </div>
    );
  }
}

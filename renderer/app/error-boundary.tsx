import { Component, type ErrorInfo, type ReactNode } from 'react';
import { FailureState } from '../ui/states';
import { toFailure, type DeskFailure } from '../../shared/kernel/result';

interface ErrorBoundaryProps {
  /** What stopped: one screen inside the frame, or the whole window. */
  readonly place: 'screen' | 'window';
  readonly children: ReactNode;
}

interface ErrorBoundaryState {
  readonly failure: DeskFailure | null;
}

/** Catches what a screen throws while it is drawn, says so, and offers the way on. Data is not touched by it. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { failure: null };

  static getDerivedStateFromError(thrown: unknown): ErrorBoundaryState {
    const { detail } = toFailure(thrown);
    return {
      failure: {
        code: 'SCREEN_FAILED',
        message: 'This screen stopped because of a mistake in Quarterdeck. Your data is safe.',
        ...(detail === undefined ? {} : { detail }),
      },
    };
  }

  override componentDidCatch(thrown: unknown, info: ErrorInfo): void {
    // Reported as an unhandled error, so that the log has it with its component.
    reportError(
      new Error(`Screen failed: ${String(thrown)}${info.componentStack ?? ''}`, { cause: thrown }),
    );
  }

  override render(): ReactNode {
    const { failure } = this.state;
    if (failure === null) return this.props.children;
    return (
      <div className={this.props.place === 'window' ? 'bare' : 'page'}>
        <FailureState
          alone
          title={this.props.place === 'window' ? 'The window stopped' : 'This screen stopped'}
          failure={failure}
          onRetry={() => this.setState({ failure: null })}
        />
      </div>
    );
  }
}

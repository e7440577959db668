import { Component } from 'react';
import type { ErrorInfo, ReactNode } from 'react';
import { CircleAlertIcon } from 'lucide-react';
import { Button } from '../components/button.tsx';
import { EmptyState } from '../components/states.tsx';
import { useStrings } from '../strings/strings.ts';

/** Keeps a fault inside one part of the window; the rest goes on. Another `resetKey` tries that part again. */
export class ErrorBoundary extends Component<
  { children: ReactNode; resetKey?: string | null },
  { failed: boolean; resetKey: string | null | undefined }
> {
  override state = { failed: false, resetKey: this.props.resetKey };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  static getDerivedStateFromProps(
    props: { resetKey?: string | null },
    state: { failed: boolean; resetKey: string | null | undefined },
  ) {
    return props.resetKey === state.resetKey ? null : { failed: false, resetKey: props.resetKey };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    console.error(error, info.componentStack);
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return <PartFailed onRetry={() => this.setState({ failed: false })} />;
  }
}

function PartFailed({ onRetry }: { onRetry: () => void }) {
  const { shell } = useStrings();
  return (
    <div role="alert" className="flex h-full flex-col justify-center">
      <EmptyState
        icon={<CircleAlertIcon />}
        title={shell.partFailed}
        actions={
          <>
            <Button onPress={onRetry}>{shell.retry}</Button>
            <Button onPress={() => window.location.reload()}>{shell.reload}</Button>
          </>
        }
      >
        {shell.partFailedHint}
      </EmptyState>
    </div>
  );
}

import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useFormat } from '../format/use-format.ts';
import { useStrings } from '../strings/strings.ts';

/** Goes to one of several places of a row. */
export function PlaceButton({
  surface,
  number,
  onPress,
}: {
  surface: string;
  number: number;
  onPress: () => void;
}): ReactNode {
  const { panels } = useStrings();
  const format = useFormat();
  return (
    <Button
      onPress={onPress}
      aria-label={`${format.number(number)}: ${panels.goTo(surface)}`}
      className="focus-ring flex max-w-full min-h-6 items-center gap-1 rounded-sm bg-hover px-1.5 text-hint text-ink-2 hover:bg-selected hover:text-ink group-hover:bg-selected"
    >
      <span className="tabular">{format.number(number)}</span>
      <bdi className="max-w-32 truncate">{surface}</bdi>
    </Button>
  );
}

/** A small button with an icon at the end of a row. */
export function RowButton({
  label,
  onPress,
  children,
}: {
  label: string;
  onPress: () => void;
  children: ReactNode;
}): ReactNode {
  return (
    <Button
      aria-label={label}
      onPress={onPress}
      className="focus-ring flex size-7 items-center justify-center rounded-md text-ink-3 hover:bg-selected hover:text-ink [&_svg]:size-3.5"
    >
      {children}
    </Button>
  );
}

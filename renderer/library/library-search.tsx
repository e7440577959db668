import type { ReactNode, Ref } from 'react';
import { Button, Input, SearchField } from 'react-aria-components';
import { SearchIcon, XIcon } from 'lucide-react';
import { useStrings } from '../strings/strings.ts';

/** The search box over headlines and texts. Arrow down or Enter goes on to the list. */
export function LibrarySearch({
  value,
  onChange,
  inputRef,
  onLeaveDown,
}: {
  value: string;
  onChange: (value: string) => void;
  inputRef: Ref<HTMLInputElement>;
  onLeaveDown: () => void;
}): ReactNode {
  const { library } = useStrings();
  return (
    <SearchField
      aria-label={library.searchLabel}
      value={value}
      onChange={onChange}
      maxLength={500}
      className="group relative mx-3 mb-2 shrink-0"
    >
      <SearchIcon
        aria-hidden
        className="pointer-events-none absolute start-2.5 top-2 size-4 text-ink-3"
      />
      <Input
        ref={inputRef}
        dir={value === '' ? undefined : 'auto'}
        placeholder={library.searchPlaceholder}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
          event.preventDefault();
          onLeaveDown();
        }}
        className="words h-8 w-full rounded-md border border-line bg-raised px-8.5 text-ui text-ink outline-none hover:border-line-strong focus:border-accent focus:outline-1 focus:outline-offset-0 focus:outline-accent [&::-webkit-search-cancel-button]:hidden"
      />
      <Button
        aria-label={library.clearSearch}
        className="absolute end-1 top-1 flex size-6 items-center justify-center rounded-sm text-ink-3 group-data-empty:hidden hover:text-ink [&_svg]:size-4"
      >
        <XIcon />
      </Button>
    </SearchField>
  );
}

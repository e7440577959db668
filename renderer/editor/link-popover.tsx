import { ExternalLinkIcon, UnlinkIcon } from 'lucide-react';
import { getMarkRange } from '@tiptap/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Form } from 'react-aria-components';
import { isSafeLink } from '../../core/article/links.ts';
import { Button } from '../components/button.tsx';
import { TextField } from '../components/fields.tsx';
import { useStrings } from '../strings/strings.ts';
import type { ArticleSession } from './article-session.ts';

/** Sets, changes, opens or removes the link on the selected words or around the caret. */
export function LinkForm({
  session,
  onDone,
}: {
  session: ArticleSession;
  onDone: () => void;
}): ReactNode {
  const { link: s } = useStrings().editor;
  const { editor } = session;
  const [before] = useState(() => String(editor.getAttributes('link')['href'] ?? ''));
  const [address, setAddress] = useState(before);
  const [isRefused, setRefused] = useState(false);
  const hasPlace = before !== '' || !editor.state.selection.empty;

  const apply = () => {
    const href = completeAddress(address);
    if (!isSafeLink(href)) {
      setRefused(true);
      return;
    }
    editor.chain().extendMarkRange('link').setMark('link', { href }).run();
    collapseAfterLink(session);
    onDone();
  };

  return (
    <Form
      className="flex w-80 flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
    >
      <TextField
        label={s.address}
        value={address}
        onChange={(value) => {
          setAddress(value);
          setRefused(false);
        }}
        dir="ltr"
        placeholder="https://"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- opened by hand to type here
        autoFocus
        isDisabled={!hasPlace}
        error={isRefused ? s.unsafe : undefined}
        hint={hasPlace ? undefined : s.needsText}
      />
      <div className="flex flex-wrap items-center gap-1">
        <Button type="submit" variant="primary" isDisabled={!hasPlace || address.trim() === ''}>
          {s.apply}
        </Button>
        {isSafeLink(before) && (
          <Button
            variant="quiet"
            icon={<ExternalLinkIcon />}
            onPress={() => window.open(before, '_blank', 'noopener,noreferrer')}
          >
            {s.open}
          </Button>
        )}
        {before !== '' && (
          <Button
            variant="quiet"
            icon={<UnlinkIcon />}
            onPress={() => {
              editor.chain().extendMarkRange('link').unsetMark('link').run();
              onDone();
            }}
          >
            {s.remove}
          </Button>
        )}
      </div>
    </Form>
  );
}

/** `example.org` is meant as `https://example.org`, `a@example.org` as `mailto:a@example.org`. */
function completeAddress(typed: string): string {
  const address = typed.trim();
  if (/^[a-z][a-z0-9+.-]*:/i.test(address)) return address;
  if (/^[^\s/@]+@[^\s/@]+$/.test(address)) return `mailto:${address}`;
  return /^[^\s/]+\.[^\s]+/.test(address) ? `https://${address}` : address;
}

/** The caret behind the link, so that typing goes on outside of it. */
function collapseAfterLink({ editor }: ArticleSession): void {
  const { selection, schema } = editor.state;
  const type = schema.marks['link'];
  const range = type === undefined ? undefined : getMarkRange(selection.$from, type);
  editor.commands.setTextSelection(range?.to ?? selection.to);
}

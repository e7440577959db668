import { useState } from 'react';
import type { ReactNode } from 'react';
import { Form } from 'react-aria-components';
import { isSafeLink } from '../../core/article/links.ts';
import { Button } from '../components/button.tsx';
import { TextField } from '../components/fields.tsx';
import { useStrings } from '../strings/strings.ts';
import type { ArticleSession } from './article-session.ts';
import { findAround, setAttributesAround } from './editing-commands.ts';

/** Who is quoted in the quotation (or pull quote) around the caret, and where. */
export function QuoteForm({
  session,
  onDone,
}: {
  session: ArticleSession;
  onDone: () => void;
}): ReactNode {
  const { quote: s, link } = useStrings().editor;
  const { editor } = session;
  const [quote] = useState(
    () => findAround(editor.state, 'pullQuote') ?? findAround(editor.state, 'blockquote'),
  );
  const [attribution, setAttribution] = useState(String(quote?.node.attrs['attribution'] ?? ''));
  const [cite, setCite] = useState(String(quote?.node.attrs['cite'] ?? ''));
  const [isRefused, setRefused] = useState(false);

  const apply = () => {
    const address = cite.trim();
    if (address !== '' && !isSafeLink(address)) {
      setRefused(true);
      return;
    }
    if (quote !== undefined) {
      setAttributesAround(quote.node.type.name, {
        attribution: attribution.trim(),
        cite: address,
      })(editor.state, (transaction) => editor.view.dispatch(transaction));
    }
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
        label={s.attribution}
        value={attribution}
        onChange={setAttribution}
        maxLength={1000}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- opened by hand to type here
        autoFocus
      />
      <TextField
        label={s.cite}
        value={cite}
        onChange={(value) => {
          setCite(value);
          setRefused(false);
        }}
        dir="ltr"
        placeholder="https://"
        error={isRefused ? link.unsafe : undefined}
      />
      <Button type="submit" variant="primary" className="self-start">
        {s.done}
      </Button>
    </Form>
  );
}

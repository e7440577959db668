import { use, useEffect, useMemo, useState } from 'react';
import { LocaleContext } from '../strings/strings.ts';
import { createFormat } from './format.ts';
import type { Format } from './format.ts';

export function useFormat(): Format {
  const { language, digits } = use(LocaleContext);
  return useMemo(() => createFormat({ language, digits }), [language, digits]);
}

/** The time now in milliseconds, renewed once a minute, for `format.ago`. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

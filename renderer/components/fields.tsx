import type { ReactNode, Ref } from 'react';
import {
  FieldError,
  Input,
  Label,
  Text,
  TextArea as AriaTextArea,
  TextField as AriaTextField,
} from 'react-aria-components';
import type { TextFieldProps as AriaTextFieldProps } from 'react-aria-components';
import { classNames } from './class-names.ts';

export const fieldLabel = 'text-hint font-medium text-ink-3';
export const fieldBox =
  'w-full rounded-md border border-line bg-raised px-2 text-ui text-ink transition-colors ' +
  'hover:border-line-strong data-focused:border-accent data-focused:outline-1 data-focused:outline-accent ' +
  'data-focused:outline-offset-0 data-invalid:border-bad disabled:opacity-60';

export interface TextFieldProps extends Omit<
  AriaTextFieldProps,
  'className' | 'children' | 'style' | 'aria-label'
> {
  label: string;
  /** The label is only said, not shown. */
  isLabelHidden?: boolean;
  hint?: string | undefined;
  error?: string | undefined;
  placeholder?: string | undefined;
  /** `auto` (default): the direction of what is written. */
  dir?: 'auto' | 'ltr' | 'rtl';
  className?: string;
  inputRef?: Ref<HTMLInputElement>;
}

/** One line of text with its label. */
export function TextField({
  label,
  isLabelHidden = false,
  hint,
  error,
  placeholder,
  dir = 'auto',
  className,
  inputRef,
  ...props
}: TextFieldProps): ReactNode {
  return (
    <AriaTextField
      {...props}
      {...passKeysOn(props.onKeyDown)}
      isInvalid={error !== undefined}
      {...(isLabelHidden ? { 'aria-label': label } : {})}
      className={classNames('flex flex-col gap-1', className)}
    >
      {!isLabelHidden && <Label className={fieldLabel}>{label}</Label>}
      <Input
        ref={inputRef}
        dir={directionOf(dir, props.value)}
        placeholder={placeholder}
        className={classNames(fieldBox, 'h-8 words')}
      />
      <FieldNotes hint={hint} error={error} />
    </AriaTextField>
  );
}

/** Several lines of text; grows with them. */
export function TextArea({
  label,
  isLabelHidden = false,
  hint,
  error,
  placeholder,
  dir = 'auto',
  className,
  rows = 2,
  ...props
}: Omit<TextFieldProps, 'inputRef'> & { rows?: number }): ReactNode {
  return (
    <AriaTextField
      {...props}
      {...passKeysOn(props.onKeyDown)}
      isInvalid={error !== undefined}
      {...(isLabelHidden ? { 'aria-label': label } : {})}
      className={classNames('flex flex-col gap-1', className)}
    >
      {!isLabelHidden && <Label className={fieldLabel}>{label}</Label>}
      <AriaTextArea
        dir={directionOf(dir, props.value)}
        rows={rows}
        placeholder={placeholder}
        className={classNames(fieldBox, 'field-sizing-content max-h-60 resize-none py-1.5 words')}
      />
      <FieldNotes hint={hint} error={error} />
    </AriaTextField>
  );
}

/**
 * A handler of keys for a field of react-aria, which would keep every key to itself: Escape and the window's shortcuts
 * are for whoever is around it.
 */
export function passKeysOn(
  onKeyDown: AriaTextFieldProps['onKeyDown'],
): Pick<AriaTextFieldProps, 'onKeyDown'> {
  if (onKeyDown === undefined) return {};
  return {
    onKeyDown: (event) => {
      onKeyDown(event);
      event.continuePropagation();
    },
  };
}

/** The hint below a field, or what is wrong with it; inside a field of react-aria. */
export function FieldNotes({
  hint,
  error,
}: {
  hint?: string | undefined;
  error?: string | undefined;
}) {
  return (
    <>
      {hint !== undefined && error === undefined && (
        <Text slot="description" className="text-hint text-ink-3">
          {hint}
        </Text>
      )}
      <FieldError className="text-hint text-bad">{error}</FieldError>
    </>
  );
}

/** An empty field with `auto` would be left to right, its placeholder with it: the interface's direction holds there. */
function directionOf(dir: 'auto' | 'ltr' | 'rtl', value: string | undefined) {
  return dir === 'auto' && (value ?? '') === '' ? undefined : dir;
}

import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { XIcon } from 'lucide-react';
import { useStrings } from '../strings/strings.ts';
import { classNames } from './class-names.ts';
import { IconButton } from './icon-button.tsx';

export interface DialogProps {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  size?: 'small' | 'medium' | 'large';
  /** `alert`: asks before something that cannot be undone; a click outside does not close it. */
  role?: 'dialog' | 'alertdialog';
  /** Nothing inside takes focus: the text itself does, so that the keyboard can scroll it. */
  isText?: boolean;
  /** Buttons at the end. */
  actions?: ReactNode;
  children: ReactNode;
}

/** A window over the page, with its focus kept inside; Escape closes it. */
export function Dialog({
  title,
  isOpen,
  onClose,
  size = 'medium',
  role = 'dialog',
  isText = false,
  actions,
  children,
}: DialogProps): ReactNode {
  const { shell } = useStrings();
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={role === 'dialog'}
      className="animate-appear fixed inset-0 z-50 flex items-start justify-center bg-scrim p-4 pt-[10vh]"
    >
      <Modal className={classNames('animate-rise w-full outline-none', sizes[size])}>
        <AriaDialog
          role={role}
          className="flex max-h-[78vh] flex-col rounded-lg border border-line bg-raised text-ink shadow-float outline-none"
        >
          <header className="flex items-center justify-between gap-3 ps-5 pe-3 pt-3 pb-1">
            <Heading slot="title" className="text-head font-semibold">
              {title}
            </Heading>
            {role === 'dialog' && (
              <IconButton label={shell.close} icon={<XIcon />} onPress={onClose} />
            )}
          </header>
          <div
            {...(isText ? { tabIndex: 0, role: 'group', 'aria-label': title } : {})}
            className="min-h-0 flex-1 overflow-auto px-5 py-3 -outline-offset-2"
          >
            {children}
          </div>
          {actions !== undefined && (
            <footer className="flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3">
              {actions}
            </footer>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

const sizes = { small: 'max-w-md', medium: 'max-w-xl', large: 'max-w-3xl' } as const;

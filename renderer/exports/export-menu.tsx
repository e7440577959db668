import type { ReactNode } from 'react';
import { CodeXmlIcon, CopyIcon, FileCodeIcon, FileTextIcon, ShareIcon } from 'lucide-react';
import { Button } from '../components/button.tsx';
import { Menu, MenuItem, MenuSection } from '../components/menu.tsx';
import { shellShortcuts } from '../shell/shell-shortcuts.ts';
import { useStrings } from '../strings/strings.ts';
import { useExport } from './use-export.ts';

/** The ways out of the program for the open article. */
export function ExportMenu(): ReactNode {
  const { shell } = useStrings();
  const exports = useExport();
  return (
    <Menu
      label={shell.exportMenu}
      placement="bottom end"
      trigger={
        <Button variant="quiet" icon={<ShareIcon />} isDisabled={exports === undefined}>
          {shell.export}
        </Button>
      }
    >
      <MenuSection title={shell.download}>
        <MenuItem
          id="html"
          label={shell.exportHtml}
          hint={shell.exportHtmlHint}
          icon={<FileCodeIcon />}
          shortcut={shellShortcuts.exportHtml}
          onAction={() => void exports?.download('html')}
        />
        <MenuItem
          id="html-fragment"
          label={shell.exportFragment}
          hint={shell.exportFragmentHint}
          icon={<CodeXmlIcon />}
          onAction={() => void exports?.download('html-fragment')}
        />
        <MenuItem
          id="markdown"
          label={shell.exportMarkdown}
          hint={shell.exportMarkdownHint}
          icon={<FileTextIcon />}
          shortcut={shellShortcuts.exportMarkdown}
          onAction={() => void exports?.download('markdown')}
        />
      </MenuSection>
      <MenuSection title={shell.copy}>
        <MenuItem
          id="copy-fragment"
          label={shell.copyFragment}
          icon={<CopyIcon />}
          onAction={() => void exports?.copy('html-fragment')}
        />
        <MenuItem
          id="copy-markdown"
          label={shell.copyMarkdown}
          icon={<CopyIcon />}
          onAction={() => void exports?.copy('markdown')}
        />
      </MenuSection>
    </Menu>
  );
}

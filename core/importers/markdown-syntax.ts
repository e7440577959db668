import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';

/** The syntax tree of CommonMark with GFM. */
export function parseMarkdown(text: string): Root {
  return fromMarkdown(text, { extensions: [gfm()], mdastExtensions: gfmExtensions });
}

/** The same where the text may begin with front matter; `matter` is what stands between its lines. */
export function parseWithFrontMatter(text: string): { tree: Root; matter: string | undefined } {
  const tree = fromMarkdown(text, {
    extensions: [gfm(), frontmatter(['yaml'])],
    mdastExtensions: [...gfmExtensions, frontmatterFromMarkdown(['yaml'])],
  });
  const [first, ...rest] = tree.children;
  if (first?.type !== 'yaml') return { tree, matter: undefined };
  return { tree: { ...tree, children: rest }, matter: first.value };
}

// The transforms look for addresses in the text once more, without regard to escapes.
const gfmExtensions = gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] }));

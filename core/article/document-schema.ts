import { getSchema, Mark, Node, mergeAttributes } from '@tiptap/core';
import type { Extensions } from '@tiptap/core';
import { Blockquote } from '@tiptap/extension-blockquote';
import { Bold } from '@tiptap/extension-bold';
import { Code } from '@tiptap/extension-code';
import { Document } from '@tiptap/extension-document';
import { HardBreak } from '@tiptap/extension-hard-break';
import { Heading } from '@tiptap/extension-heading';
import { Highlight } from '@tiptap/extension-highlight';
import { HorizontalRule } from '@tiptap/extension-horizontal-rule';
import { Italic } from '@tiptap/extension-italic';
import { Link } from '@tiptap/extension-link';
import { BulletList, ListItem, OrderedList, TaskItem, TaskList } from '@tiptap/extension-list';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Strike } from '@tiptap/extension-strike';
import { Subscript } from '@tiptap/extension-subscript';
import { Superscript } from '@tiptap/extension-superscript';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import { Text } from '@tiptap/extension-text';
import { Underline } from '@tiptap/extension-underline';
import type { Schema } from '@tiptap/pm/model';
import { annotationKinds } from './annotation.ts';
import {
  cellAttributes,
  containerDirection,
  dataAttribute,
  ensure,
  isImageSource,
  oneOf,
  parseStart,
  quoteAttributes,
  textBlockDirection,
  wholeNumber,
} from './document-attributes.ts';
import { isSafeLink } from './links.ts';

/** Version of the document schema below; a change of it comes with a step in `document-migrations.ts`. */
export const documentSchemaVersion = 1;

/**
 * The document's nodes and marks as TipTap extensions, shared by editor, importers and exporters.
 * The editor may extend them with views and keys, never with other content or attributes.
 * Order of marks here is their rank: outermost first in HTML and in JSON.
 */
export const documentExtensions: Extensions = [
  Document.extend({ content: 'block+' }),
  Text,
  Paragraph.extend({ addAttributes: () => ({ dir: textBlockDirection }) }),
  Heading.extend({
    addAttributes: () => ({
      level: { default: 2, rendered: false, validate: oneOf([2, 3, 4]) },
      dir: textBlockDirection,
    }),
  }).configure({ levels: [2, 3, 4] }),
  BulletList.extend({ addAttributes: () => ({ dir: containerDirection }) }),
  OrderedList.extend({
    addAttributes: () => ({
      start: {
        default: 1,
        parseHTML: (element) => parseStart(element.getAttribute('start')),
        renderHTML: ({ start }) => (start === 1 ? {} : { start: String(start) }),
        validate: wholeNumber(0, 999_999_999),
      },
      dir: containerDirection,
    }),
  }),
  ListItem.extend({ content: itemContent() }),
  TaskList.extend({ addAttributes: () => ({ dir: containerDirection }) }),
  TaskItem.extend({
    content: itemContent(),
    addAttributes: () => ({
      checked: {
        default: false,
        keepOnSplit: false,
        parseHTML: (element) => ['', 'true'].includes(element.getAttribute('data-checked') ?? 'no'),
        renderHTML: ({ checked }) => ({ 'data-checked': String(checked) }),
        validate: 'boolean',
      },
    }),
    renderHTML: ({ HTMLAttributes }) => [
      'li',
      mergeAttributes(HTMLAttributes, { 'data-type': 'taskItem' }),
      0,
    ],
  }).configure({ nested: true }),
  Blockquote.extend({
    content: '(paragraph | heading | bulletList | orderedList | taskList | blockquote)+',
    addAttributes: () => ({ ...quoteAttributes, dir: containerDirection }),
  }),
  Node.create({
    name: 'pullQuote',
    group: 'block',
    content: 'inline*',
    defining: true,
    addAttributes: () => ({ ...quoteAttributes, dir: textBlockDirection }),
    parseHTML: () => [{ tag: 'aside[data-type="pull-quote"]' }],
    renderHTML: ({ HTMLAttributes }) => [
      'aside',
      mergeAttributes(HTMLAttributes, { 'data-type': 'pull-quote' }),
      0,
    ],
  }),
  /** An image of the library (`asset:<sha256>`) or of the web; its content is the caption. */
  Node.create({
    name: 'figure',
    group: 'block',
    content: 'inline*',
    isolating: true,
    defining: true,
    draggable: true,
    addAttributes: () => ({
      src: dataAttribute('src', '', isImageSource),
      alt: dataAttribute('alt', ''),
      credit: dataAttribute('credit', ''),
      dir: textBlockDirection,
    }),
    parseHTML: () => [{ tag: 'figure[data-src]', contentElement: 'figcaption' }],
    renderHTML: ({ HTMLAttributes }) => ['figure', HTMLAttributes, ['figcaption', 0]],
  }),
  Table.extend({
    addAttributes: () => ({ dir: containerDirection }),
    renderHTML: ({ HTMLAttributes }) => ['table', HTMLAttributes, ['tbody', 0]],
  }),
  TableRow.extend({ content: '(tableCell | tableHeader)+' }),
  TableHeader.extend({ content: 'paragraph+', addAttributes: () => cellAttributes }),
  TableCell.extend({ content: 'paragraph+', addAttributes: () => cellAttributes }),
  HorizontalRule,
  HardBreak,
  /** A note at its place in the text. Numbered by order in the document, never stored with a number. */
  Node.create({
    name: 'footnote',
    group: 'inline',
    inline: true,
    atom: true,
    content: '(text | hardBreak)*',
    parseHTML: () => [{ tag: 'span[data-type="footnote"]' }],
    renderHTML: () => ['span', { 'data-type': 'footnote' }, 0],
  }),
  Link.extend({
    inclusive: false,
    addAttributes: () => ({
      href: {
        default: null,
        validate: (value: unknown) => ensure(isSafeLink(value), 'href', value),
      },
    }),
    parseHTML: () => [
      {
        tag: 'a[href]',
        getAttrs: (element) => (isSafeLink(element.getAttribute('href')) ? null : false),
      },
    ],
    renderHTML: ({ HTMLAttributes }) => ['a', { ...HTMLAttributes, rel: 'noopener noreferrer' }, 0],
  }).configure({ openOnClick: false, autolink: false, linkOnPaste: true }),
  /** A name, date or source: only the record's id and kind. May overlap others; does not grow at its edges. */
  Mark.create({
    name: 'annotation',
    inclusive: false,
    excludes: '',
    addAttributes: () => ({
      id: dataAttribute('annotation', null, isFilled, 'id'),
      kind: dataAttribute('kind', null, (value) => annotationKinds.some((kind) => kind === value)),
    }),
    parseHTML: () => [{ tag: 'span[data-annotation][data-kind]' }],
    renderHTML: ({ HTMLAttributes }) => ['span', HTMLAttributes, 0],
  }),
  Bold,
  Italic,
  Underline,
  Strike,
  Highlight.configure({ multicolor: false }),
  Superscript.extend({ excludes: 'superscript subscript' }),
  Subscript.extend({ excludes: 'superscript subscript' }),
  Code.extend({ excludes: 'code' }),
];

/** The ProseMirror schema of an article's document. */
export const documentSchema: Schema = getSchema(documentExtensions);

function isFilled(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

function itemContent(): string {
  return 'paragraph (paragraph | bulletList | orderedList | taskList | blockquote)*';
}

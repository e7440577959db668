import { describe, expect, it } from 'vitest';
import { toPlainText } from '../article/plain-text.ts';
import { AppError } from '../errors.ts';
import { encodeText } from './encode-text.fixture.ts';
import { formatOfName, importFile } from './import-file.ts';

const headline = 'المنارة القديمة تضيء من جديد';
const paragraph =
  'أضاء حارس المنارة مصباحها أمس للمرة الأولى منذ ثلاثين عاماً، وتجمع أهل القرية على الشاطئ لرؤيته.';
const page = `<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="windows-1256"><title>${headline}</title></head><body><article><h1>${headline}</h1><p>${paragraph}</p></article></body></html>`;

describe('importFile', () => {
  it('reads the same article from text, Markdown and HTML', () => {
    const files = [
      importFile(encodeText(`${headline}\r\n\r\n${paragraph}\r\n`, 'utf-16le', false), 'منارة.TXT'),
      importFile(encodeText(`# ${headline}\n\n${paragraph}\n`, 'utf-8', true), 'a.md'),
      importFile(encodeText(page, 'windows-1256', false), 'a.html'),
      importFile(encodeText(`\n${page}`, 'utf-8', false), 'saved-page'),
    ];
    expect(
      files.map(({ format, encoding, fields, doc }) => [
        format,
        encoding,
        fields.headline,
        toPlainText(doc).text,
      ]),
    ).toEqual([
      ['text', 'utf-16le', headline, paragraph],
      ['markdown', 'utf-8', headline, paragraph],
      ['html', 'windows-1256', headline, paragraph],
      ['html', 'utf-8', headline, paragraph],
    ]);
  });

  it('knows a format by the extension, and none by a dot in a name', () => {
    const names = ['a.txt', 'a.text', 'مقال', 'مقال 28.1.2026', 'a.b.MARKDOWN', 'a.htm', '.txt'];
    expect(names.map((name) => formatOfName(name))).toEqual([
      'text',
      'text',
      'text',
      'text',
      'markdown',
      'html',
      'text',
    ]);
  });

  it('refuses other kinds of files by name', () => {
    for (const fileName of ['a.docx', 'a.pdf', 'صورة.jpg', 'a.txt.zip']) {
      expect(() => importFile(encodeText(paragraph, 'utf-8', false), fileName)).toThrow(
        new AppError('FILE_UNSUPPORTED', { fileName }),
      );
    }
  });
});

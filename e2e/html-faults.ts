import { HtmlValidate } from 'html-validate';

/** What html-validate's recommended rules have against an HTML file. */
export async function faultsOfHtml(file: string): Promise<unknown[]> {
  const validate = new HtmlValidate({ extends: ['html-validate:recommended'] });
  const { results } = await validate.validateFile(file);
  return results.flatMap(({ messages }) => messages);
}

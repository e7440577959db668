/** `html`: a complete standalone document; `html-fragment`: the bare body for pasting into another system. */
export const exportFormats = ['html', 'html-fragment', 'markdown'] as const;
export type ExportFormat = (typeof exportFormats)[number];

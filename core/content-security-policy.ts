/**
 * The Content-Security-Policy of both doors: nothing inline, nothing evaluated, nothing from elsewhere. Pictures come
 * from the library as `blob:` or sit in the page's own styles as `data:`.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' blob: data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

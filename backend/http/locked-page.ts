import { createHash } from 'node:crypto';

const style = `
:root{color-scheme:light dark}
body{margin:0;min-height:100vh;display:grid;place-items:center;font:1.0625rem/1.8 "IBM Plex Sans Arabic","Segoe UI",Tahoma,system-ui,sans-serif;color:#22201c;background:#faf8f4}
main{max-width:34rem;padding:2rem}
section+section{margin-top:2rem;padding-top:2rem;border-top:1px solid #d9d4ca;line-height:1.6}
h1,h2{margin:0 0 .5rem;font-size:1.25rem;line-height:1.5;font-weight:600}
p{margin:0 0 .5rem}
@media (prefers-color-scheme:dark){body{color:#e8e4dc;background:#1b1a18}section+section{border-color:#3a3733}}
`;

/** Shown to a browser that came without this start's token. Stands alone: nothing else is served to it. */
export const lockedPage = `<!doctype html>
<html lang="ar" dir="rtl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>محرّر · Muharrir</title>
<style>${style}</style>
</head>
<body>
<main>
<section>
<h1>هذه الصفحة مقفلة</h1>
<p>يفتحها العنوان الكامل الذي طبعه محرّر عند تشغيله. انسخه من النافذة الطرفية إلى شريط العنوان.</p>
<p>يتغيّر العنوان مع كل تشغيل، والعناوين القديمة لا تعمل.</p>
</section>
<section lang="en" dir="ltr">
<h2>This page is locked</h2>
<p>Open it with the whole address that Muharrir printed when it started: copy it from the terminal into the address bar.</p>
<p>The address changes at every start; old ones no longer work.</p>
</section>
</main>
</body>
</html>
`;

/** Allows this page's own style by its hash and nothing else. */
export const lockedPagePolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

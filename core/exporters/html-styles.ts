/** The style sheet of an exported page: for screen, dark screen and paper. Nothing in it is fetched from anywhere. */
export const pageStyles = `:root {
  color-scheme: light dark;
  --paper: #fdfcf9;
  --ink: #1d1b18;
  --quiet: #625d55;
  --rule: #d9d4ca;
  --link: #1a5a8a;
  --mark: #fbe9a9;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #171614;
    --ink: #e9e5de;
    --quiet: #a49d92;
    --rule: #3b3833;
    --link: #8dc1ea;
    --mark: #5d4c11;
  }
}
* { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0;
  font-family: "Source Serif 4", Georgia, "Times New Roman", serif;
  font-size: 1.1875rem;
  line-height: 1.65;
}
html:lang(ar) body, html:lang(fa) body, html:lang(ur) body {
  font-family: Amiri, "Scheherazade New", "Noto Naskh Arabic", "Geeza Pro", "Traditional Arabic", serif;
  font-size: 1.3125rem;
  line-height: 1.9;
}
article { max-inline-size: 42rem; margin-inline: auto; padding-block: 3rem 5rem; padding-inline: 1.25rem; overflow-wrap: break-word; }
header { margin-block-end: 2.25rem; padding-block-end: 1.25rem; border-block-end: 1px solid var(--rule); }
h1, h2, h3, h4 { line-height: 1.4; text-wrap: balance; }
h1 { font-size: 1.9em; margin-block: 0.2em 0.4em; }
h2 { font-size: 1.35em; margin-block: 1.6em 0.5em; }
h3 { font-size: 1.15em; margin-block: 1.5em 0.4em; }
h4 { font-size: 1em; margin-block: 1.4em 0.3em; }
p { margin-block: 0 1em; }
[data-keep]:empty { min-block-size: 1lh; }
[data-type="space"] { white-space: pre-wrap; }
.kicker { margin: 0; color: var(--quiet); font-size: 0.85em; }
.deck { font-size: 1.12em; color: var(--quiet); }
.byline, .dateline { margin: 0; font-size: 0.85em; color: var(--quiet); }
a { color: var(--link); text-underline-offset: 0.2em; }
mark { background: var(--mark); color: inherit; }
code { font-family: ui-monospace, Consolas, Menlo, monospace; font-size: 0.85em; }
sup, sub { line-height: 0; }
ul, ol { margin-block: 0 1em; padding-inline-start: 1.6em; }
li > p, li > ul, li > ol { margin-block-end: 0.35em; }
blockquote > p:last-of-type { margin-block-end: 0.35em; }
ul[data-type="taskList"] { list-style: none; padding-inline-start: 0; }
li[data-type="taskItem"] > input { float: inline-start; margin-inline-end: 0.6em; margin-block-start: 0.65em; }
li[data-type="taskItem"] > :not(input) { margin-inline-start: 1.6em; }
blockquote { margin: 1.4em 0; padding-inline-start: 1.1em; border-inline-start: 3px solid var(--rule); }
blockquote > footer, aside > footer { font-size: 0.85em; color: var(--quiet); }
aside { margin-block: 1.8em; padding-block: 1em; border-block: 1px solid var(--rule); text-align: center; font-size: 1.25em; }
aside > p { margin-block-end: 0.3em; }
aside > footer { font-size: 0.7em; }
cite { font-style: normal; }
figure { margin: 1.8em 0; }
img { display: block; max-inline-size: 100%; block-size: auto; margin-inline: auto; }
figcaption { margin-block-start: 0.5em; font-size: 0.85em; color: var(--quiet); }
figcaption > p { margin-block-end: 0; }
table { inline-size: 100%; margin-block: 1.4em; border-collapse: collapse; font-size: 0.9em; }
th, td { padding: 0.4em 0.7em; border: 1px solid var(--rule); text-align: start; vertical-align: top; }
th > p:last-child, td > p:last-child { margin-block-end: 0; }
[data-align="left"] { text-align: left; }
[data-align="center"] { text-align: center; }
[data-align="right"] { text-align: right; }
hr { inline-size: 30%; margin: 2.2em auto; border: 0; border-block-start: 1px solid var(--rule); }
section[role="doc-endnotes"] { margin-block-start: 3em; padding-block-start: 1em; border-block-start: 1px solid var(--rule); font-size: 0.85em; }
@media print {
  :root { --paper: #fff; --ink: #000; --quiet: #333; --rule: #999; --link: #000; --mark: #eee; color-scheme: light; }
  @page { margin: 2cm; }
  body, html:lang(ar) body, html:lang(fa) body, html:lang(ur) body { font-size: 12pt; }
  article { max-inline-size: none; padding: 0; }
  h1, h2, h3, h4 { break-after: avoid; }
  figure, blockquote, aside, tr, img { break-inside: avoid; }
  p { orphans: 2; widows: 2; }
  article p a[href^="http"]::after { content: " (" attr(href) ")"; font-size: 0.8em; direction: ltr; unicode-bidi: isolate; }
}
`;

// Looks at the built site as a visitor's browser does: browser.mjs SITE [BASE] [SCREENS]
//
// Serves SITE under BASE with the strict policy that the product promises and fails on: console
// errors, violations of the policy, requests to other origins, sideways scrolling, cards that do
// not lie beside their marks or cover one another, folds that do not open, text lost on paper,
// links that lead nowhere from a folder on disk, annotations whose selectors do not hold in the
// text. Pictures of every kind of page go to SCREENS.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const { chromium } = createRequire(`${process.env.ASCRIBE_CI_MODULES}/x.js`)('playwright-core');
const [site, base = '/', screens = ''] = process.argv.slice(2);
const POLICY = "default-src 'self'; base-uri 'self'; form-action 'self'";
const TYPES = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml', '.json': 'application/json', '.xml': 'application/xml', '.png': 'image/png' };
// A card that begins farther down, in CSS pixels, is out of sight of its mark on most screens.
const DRIFT = 1200;
// What the theme calls things. A card is `#ann-3`, its mark in the text `#s3`.
const BODY = '.brief-body', CARD = 'details.annotation', CARD_ID = 'ann-', MARK_ID = 's', NOTE = '.note';

// ---- the pages, and one or two of each kind to look at closely
const files = fs.readdirSync(site, { recursive: true }).map(f => f.split(path.sep).join('/')).filter(f => f.endsWith('.html')).sort();
const text = new Map(files.map(f => [f, fs.readFileSync(path.join(site, f), 'utf8')]));
const kind = f => /<body class="is-([\w-]+)/.exec(text.get(f))?.[1] ?? 'other';
const kinds = new Map();
for (const f of files) kinds.set(kind(f), [...(kinds.get(kind(f)) ?? []), f]);
const largest = fs => [...fs].sort((a, b) => text.get(b).length - text.get(a).length);
const sample = [...kinds].flatMap(([k, fs]) => largest(fs).slice(0, k === 'brief' ? 4 : 2));
const briefs = (kinds.get('brief') ?? []).filter(f => text.get(f).includes(`id="${CARD_ID}1"`));

// ---- a plain static host with the strict policy
const server = http.createServer((request, response) => {
  const address = decodeURIComponent(new URL(request.url, 'http://x').pathname);
  let file = address.startsWith(base) ? path.join(site, path.posix.normalize('/' + address.slice(base.length))) : '';
  if (file && fs.statSync(file, { throwIfNoEntry: false })?.isDirectory()) file = path.join(file, 'index.html');
  const found = file && fs.existsSync(file);
  if (!found) file = path.join(site, '404.html');
  response.writeHead(found ? 200 : 404, { 'Content-Type': TYPES[path.extname(file)] ?? 'application/octet-stream', 'Content-Security-Policy': POLICY });
  response.end(fs.readFileSync(file));
});
await new Promise(ready => server.listen(0, '127.0.0.1', ready));
const origin = `http://127.0.0.1:${server.address().port}`;
const url = f => origin + base + f;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-default-apps', '--no-pings', '--disable-domain-reliability', '--disable-client-side-phishing-detection', '--disable-features=OptimizationHints,MediaRouter,Translate'],
});

const faults = new Map();
const fault = (check, words) => { const list = faults.get(check) ?? []; if (!list.includes(words)) list.push(words); faults.set(check, list); };

/** A page that tells its faults; `f` may load it at will. */
async function withPage(options, f, { from = origin } = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce', ...options });
  context.setDefaultTimeout(20_000);
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', e => console.error(`violates ${e.effectiveDirective}: ${e.blockedURI}`));
  });
  const page = await context.newPage();
  const here = () => page.url().replace(origin + base, '').replace(pathToFileURL(site).href, 'file:');
  page.on('console', m => m.type() === 'error' && fault(/violates|Content Security/.test(m.text()) ? 'policy' : 'console', `${here()}: ${m.text().slice(0, 200)}`));
  page.on('pageerror', e => fault('console', `${here()}: uncaught ${e.message.slice(0, 200)}`));
  page.on('request', r => { if (!r.url().startsWith(from) && !/^(data|about|blob):/.test(r.url())) fault('other origins', `${here()}: ${r.url()}`); });
  try { return await f(page); } finally { await context.close(); }
}
const phone = width => ({ viewport: { width, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 1 });
const openAll = page => page.evaluate(() => document.querySelectorAll('details').forEach(d => { d.open = true; }));

// ---- every page once
async function everyPage() {
  await withPage({}, async page => {
    for (const f of files.filter(f => f !== '404.html')) {
      const response = await page.goto(url(f));
      if (response.status() !== 200) fault('console', `${f}: status ${response.status()}`);
      if (!await page.title()) fault('console', `${f}: no title`);
    }
    // The page for what is not there is shown at any depth.
    const gone = await page.goto(`${origin}${base}no/such/page/`).catch(() => null);
    if (gone?.status() !== 404) fault('console', 'no/such/page/: not answered with 404');
    faults.get('console')?.splice(0, Infinity, ...faults.get('console').filter(s => !/no\/such\/page.*404/.test(s)));
    if (await page.evaluate(() => document.styleSheets.length === 0 || [...document.styleSheets].some(s => !s.cssRules.length))) fault('console', '404.html: no style at a nested address');
  });
  return `${files.length} pages`;
}

// ---- narrow screens
async function sideways() {
  for (const width of [320, 390]) await withPage(phone(width), async page => {
    for (const f of sample) {
      await page.goto(url(f));
      await openAll(page);
      const wide = await page.evaluate(w => {
        const over = document.documentElement.scrollWidth - w;
        if (over <= 0 && innerWidth <= w) return null;
        const guilty = [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > w + 1).map(e => e.tagName.toLowerCase() + (e.className ? '.' + e.className : ''));
        return `${over} px too wide: ${guilty.slice(0, 4).join(', ')}`;
      }, width);
      if (wide) fault('sideways', `${f} at ${width}: ${wide}`);
    }
  });
  return `${sample.length} pages at 320 and 390`;
}

// ---- cards beside their marks
async function beside() {
  let cards = 0, far = 0, where = '';
  for (const width of [1280, 1600]) await withPage({ viewport: { width, height: 900 } }, async page => {
    for (const f of briefs) {
      for (const opened of [false, true]) {
        await page.goto(url(f));
        if (opened) await openAll(page);
        const seen = await page.evaluate(([body, card, cardId, markId]) => {
          const text = document.querySelector(body).getBoundingClientRect();
          const box = e => { const r = e.getBoundingClientRect(); return { x: r.left, y: r.top + scrollY, r: r.right, b: r.bottom + scrollY }; };
          const rest = [...document.querySelectorAll('main .part, main .strip, .colophon > *')].filter(e => !e.closest(body)).map(box);
          return {
            right: text.right,
            rest,
            width: document.documentElement.clientWidth,
            cards: [...document.querySelectorAll(`${body} ${card}`)].map(e => {
              const n = +e.id.slice(cardId.length), mark = document.getElementById(markId + n);
              return { n, ...box(e), mark: mark && box(mark), line: mark && parseFloat(getComputedStyle(mark).lineHeight) };
            }),
          };
        }, [BODY, CARD, CARD_ID, MARK_ID]);
        const say = (n, words) => fault('cards', `${f} at ${width}${opened ? ', all open' : ''}: card ${n} ${words}`);
        for (const c of seen.cards) {
          cards++;
          if (!c.mark) { say(c.n, 'has no mark'); continue; }
          if (c.x < seen.right) say(c.n, 'does not lie beside the text');
          if (c.r > seen.width + 1) say(c.n, 'leaves the window');
          // The card's first line may sit a little above the mark's letters, as lines of text do.
          if (c.y < c.mark.y - (c.line || 30) / 2) say(c.n, `begins ${Math.round(c.mark.y - c.y)} px above its mark`);
          if (!opened && c.y - c.mark.y > far) { far = c.y - c.mark.y; where = `card ${c.n} of ${f}`; }
          if (!opened && c.y - c.mark.y > DRIFT) say(c.n, `begins ${Math.round(c.y - c.mark.y)} px below its mark, more than ${DRIFT}`);
          for (const d of seen.cards) if (d.n > c.n && c.y < d.b - 1 && d.y < c.b - 1 && c.x < d.r && d.x < c.r) say(c.n, `and card ${d.n} cover each other`);
          if (seen.rest.some(r => c.y < r.b - 1 && r.y < c.b - 1 && c.x < r.r - 1 && r.x < c.r - 1)) say(c.n, 'covers something below or above the text');
        }
      }
    }
  });
  if (!cards) fault('cards', 'no card was found');
  return `${cards} cards on ${briefs.length} briefs; the farthest, ${where}, ${Math.round(far)} px below its mark`;
}

// ---- folds
async function folds() {
  let opened = 0;
  await withPage(phone(390), async page => {
    for (const f of briefs) {
      await page.goto(url(f));
      for (const card of await page.$$(`${BODY} ${CARD}`)) {
        const id = await card.getAttribute('id');
        const note = await card.$(NOTE);
        const shown = () => note.evaluate(e => e.checkVisibility() && e.getBoundingClientRect().height > 0);
        if (await shown()) fault('folds', `${f}: ${id} is open from the beginning`);
        if (opened % 3 === 0) { // a tap takes a while; every third is tapped
          await (await card.$('summary'))?.tap();
          if (!await shown()) fault('folds', `${f}: ${id} does not open`);
        }
        opened++;
      }
      await page.goto(`${url(f)}#${CARD_ID}2`);
      const target = await page.$(`#${CARD_ID}2 ${NOTE}`);
      if (target && !await target.evaluate(e => e.checkVisibility())) fault('folds', `${f}: a link to #${CARD_ID}2 does not show it`);
    }
  });
  if (!opened) fault('folds', 'no card was found');
  return `${opened} folds`;
}

// ---- paper
async function paper() {
  await withPage({ viewport: { width: 794, height: 1123 } }, async page => {
    await page.emulateMedia({ media: 'print' });
    for (const f of sample) {
      await page.goto(url(f));
      const lost = await page.evaluate(note => {
        const out = [];
        for (const e of document.querySelectorAll(note)) if (!e.checkVisibility() || e.getBoundingClientRect().height < 1) out.push(`${e.parentElement.id} is folded`);
        for (const e of document.querySelectorAll('main *')) if (e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflowX !== 'visible' && e.clientWidth > 2) out.push(`${e.tagName.toLowerCase()} is cut: ${e.textContent.slice(0, 40)}`);
        if (document.documentElement.scrollWidth > innerWidth) out.push('wider than the sheet');
        return out;
      }, NOTE);
      lost.forEach(words => fault('paper', `${f}: ${words}`));
    }
  });
  return `${sample.length} pages`;
}

// ---- a folder on disk
async function onDisk() {
  const root = pathToFileURL(path.resolve(site) + '/').href;
  const wanted = new Map(); // page -> fragments, each with a page that links there
  let links = 0;
  await withPage({}, async page => {
    const from = [...sample, ...files].filter((f, i, all) => f !== '404.html' && all.indexOf(f) === i).slice(0, 20);
    for (const f of from) {
      await page.goto(root + f);
      for (const href of await page.$$eval('a[href], link[href]:not([rel=canonical])', all => all.map(a => a.href.baseVal === undefined ? a.href : new URL(a.href.baseVal, document.baseURI).href))) {
        if (!href.startsWith('file:')) continue;
        links++;
        const [address, fragment] = href.split('#');
        const to = wanted.get(address) ?? new Map();
        if (!to.has(fragment ?? '')) to.set(fragment ?? '', f);
        wanted.set(address, to);
      }
    }
    for (const [address, fragments] of wanted) {
      const f = [...fragments.values()][0];
      const file = address.startsWith(root) ? path.join(site, decodeURIComponent(address.slice(root.length))) : '';
      if (!file || !fs.statSync(file, { throwIfNoEntry: false })?.isFile()) { fault('on disk', `${f}: ${address.slice(root.length)} is no file`); continue; }
      if (!address.endsWith('.html')) continue;
      await page.goto(address);
      if (!await page.evaluate(() => document.styleSheets.length)) fault('on disk', `${address.slice(root.length)}: no style sheet`);
      const missing = await page.evaluate(ids => ids.filter(id => id && !document.getElementById(decodeURIComponent(id))), [...fragments.keys()]);
      missing.forEach(id => fault('on disk', `${fragments.get(id)}: ${address.slice(root.length)}#${id} leads nowhere`));
    }
  }, { from: root });
  return `${links} links of 20 pages to ${wanted.size} files`;
}

// ---- what annotations select
async function selectors() {
  let passages = 0, lists = 0;
  await withPage({}, async page => {
    for (const f of kinds.get('brief') ?? []) {
      const file = path.join(site, path.dirname(f), 'annotations.json');
      if (!fs.existsSync(file)) continue;
      lists++;
      const items = JSON.parse(fs.readFileSync(file, 'utf8')).first.items;
      await page.goto(url(f));
      // The rule for the visible text, as the README gives it.
      const text = await page.evaluate(selector => {
        const body = document.querySelector(selector).cloneNode(true);
        body.querySelectorAll('details.annotation, script, style, template').forEach(e => e.remove());
        return body.textContent.replace(/\p{White_Space}+/gu, ' ').replace(/^ | $/g, '');
      }, BODY);
      const letters = [...text];
      for (const item of items) {
        const quote = item.target.selector.find(s => s.type === 'TextQuoteSelector');
        const place = item.target.selector.find(s => s.type === 'CssSelector')?.refinedBy;
        if (!place && item.id.includes('#evidence-')) continue; // words of a source, not of the page
        passages++;
        if (!quote || !place) { fault('selectors', `${f}: ${item.id} lacks a selector`); continue; }
        const words = letters.slice(place.start, place.end).join('');
        if (words !== quote.exact) fault('selectors', `${f}: ${item.id}: at its place stands "${words.slice(0, 60)}" and not "${quote.exact.slice(0, 60)}"`);
        const found = text.split((quote.prefix ?? '') + quote.exact + (quote.suffix ?? '')).length - 1;
        if (found !== 1) fault('selectors', `${f}: ${item.id}: its words are found ${found} times`);
      }
    }
  });
  if (!passages) fault('selectors', 'no annotation was found');
  return `${passages} passages of ${lists} briefs`;
}

// ---- the search
async function search() {
  const entries = fs.readdirSync(path.join(site, 'search/entries')).flatMap(f => JSON.parse(fs.readFileSync(path.join(site, 'search/entries', f), 'utf8')));
  let asked = 0;
  await withPage({}, async page => {
    await page.goto(url('index.html'));
    for (const below of ['briefs/', 'claims/', 'speakers/', 'sources/', 'topics/']) {
      const entry = entries.find(one => one.path.startsWith(below));
      // From the masthead of the first page, then on the page of the search itself.
      await page.fill('input[name=q]', entry.title);
      await page.press('input[name=q]', 'Enter');
      asked++;
      const found = page.locator(`.found a[href$="/${entry.path}"]`);
      await found.waitFor().catch(() => fault('search', `"${entry.title}" does not find ${entry.path}`));
    }
    await page.fill('input[name=q]', 'qqqqq');
    await page.waitForFunction(() => document.querySelector('.search-state').textContent.includes('qqqqq')).catch(() => fault('search', 'nothing is said where nothing is found'));
    if (await page.locator('.results section:visible').count()) fault('search', 'something is shown where nothing is found');
  });
  await withPage({ javaScriptEnabled: false }, async page => {
    await page.goto(`${url('search/index.html')}?q=a`);
    if (!await page.locator('.search-state').innerText()) fault('search', 'nothing is said where no script runs');
  });
  return `${asked} questions`;
}

// ---- pictures
async function pictures() {
  if (!screens) return 'none asked for';
  fs.mkdirSync(screens, { recursive: true });
  let n = 0;
  const looks = [['desktop', {}, {}], ['dark', { colorScheme: 'dark' }, {}], ['phone', phone(390), {}], ['print', { viewport: { width: 794, height: 1123 } }, { media: 'print' }]];
  for (const [name, options, media] of looks) await withPage(options, async page => {
    await page.emulateMedia(media);
    for (const [k, fs] of kinds) {
      const [f] = largest(fs);
      await page.goto(url(f)).catch(() => {});
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      const { width } = page.viewportSize();
      await page.screenshot({ path: path.join(screens, `${k}-${name}.png`), fullPage: true, clip: { x: 0, y: 0, width, height: Math.min(height, width < 500 ? 3400 : 2600) } });
      n++;
    }
  });
  return `${n} in ${screens}`;
}

let passed = 0, failed = 0;
for (const [check, run, also = []] of [
  ['every page', everyPage, ['console', 'policy', 'other origins']], ['sideways', sideways], ['cards', beside], ['folds', folds], ['paper', paper], ['on disk', onDisk], ['selectors', selectors], ['search', search], ['pictures', pictures],
]) {
  let words;
  try { words = await run(); } catch (error) { fault(check, error.stack); words = 'the check itself failed'; }
  const found = [check, ...also].flatMap(name => (faults.get(name) ?? []).map(s => `${name}: ${s}`));
  if (found.length) failed++; else passed++;
  console.log(`${found.length ? 'FAIL' : 'ok  '} ${check}: ${words}`);
  found.slice(0, 20).forEach(s => console.log(`     ${s}`));
  if (found.length > 20) console.log(`     and ${found.length - 20} more`);
}
// Faults that came up while another check ran.
for (const name of ['console', 'policy', 'other origins']) for (const s of faults.get(name) ?? []) if (failed === 0) { failed++; console.log(`FAIL ${name}: ${s}`); }
await browser.close();
server.closeAllConnections();
server.close();
console.log(`browser: ${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);

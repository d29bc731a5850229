// The search of the site: fetches the few small files of words and entries that a query needs.
// Everything that a reader sees stands in the page; nothing is sent anywhere.
(() => {
  'use strict';
  const root = new URL('.', document.currentScript.src);
  const form = document.querySelector('form.search');
  const state = document.querySelector('.search-state');
  if (!form || !state) return;
  const field = form.elements.q;
  const sections = [...document.querySelectorAll('.results [data-kind]')];
  const FIRST = 8, FILES = 8;

  const say = (what, words = {}) => {
    state.textContent = state.dataset[what].replace(/\{(\w+)\}/g, (_, name) => words[name] ?? '');
  };

  // ---- words, folded as the site folded its own: Latin letters plain, other scripts as they are
  const LETTERS = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ı: 'i' };
  const fold = text => text.toLowerCase().replace(/['’]/g, '').normalize('NFKD')
    .split(/[^\p{L}\p{N}\p{M}]+/u).filter(Boolean).map(word => {
      const plain = word.replace(/\p{M}/gu, '').replace(/[ßæœøđðþłı]/g, letter => LETTERS[letter]);
      return /^[a-z0-9]+$/.test(plain) ? plain : word.normalize('NFC');
    });

  // ---- files, each fetched once
  const files = new Map();
  const get = name => {
    if (!files.has(name)) {
      files.set(name, fetch(new URL(`search/${name}.json`, root)).then(answer => {
        if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
        return answer.json();
      }));
      files.get(name).catch(() => files.delete(name));
    }
    return files.get(name);
  };

  // The entries in which a word stands or with which one begins, each with its weight. A word of one
  // letter, or that begins too many others, stands for itself.
  async function entriesOf({ words: first }, word) {
    const above = first.findIndex(other => other > word);
    const at = above === 0 ? 0 : (above < 0 ? first.length : above) - 1;
    let end = at + 1;
    while (first[end]?.startsWith(word)) end++;
    const isWhole = word.length < 2 || end - at > FILES;
    if (isWhole) end = at + 1;
    const wanted = first.slice(Math.max(at, 0), end).map((_, n) => get(`words/${at + n}`));
    const found = new Map();
    let isCommon = false;
    for (const words of await Promise.all(wanted)) {
      for (const [key, list] of Object.entries(words)) {
        if (key !== word && (isWhole || !key.startsWith(word))) continue;
        const start = list[0] === -1 ? 1 : 0;
        isCommon ||= start === 1;
        for (let i = start; i < list.length; i += 2) {
          const weight = list[i + 1] * (key === word ? 2 : 1);
          if (weight > (found.get(list[i]) ?? 0)) found.set(list[i], weight);
        }
      }
    }
    return { found, isCommon };
  }

  // The numbers of the entries in which all words stand, the best first. Of a word that stands nearly
  // everywhere only its best entries are known, so it leaves none out beside others.
  async function search(index, words) {
    const lists = await Promise.all(words.map(word => entriesOf(index, word)));
    const rare = lists.filter(list => !list.isCommon);
    const [least, ...others] = (rare.length ? rare : lists).sort((a, b) => a.found.size - b.found.size);
    const numbers = [...least.found.keys()].filter(n => others.every(list => list.found.has(n)));
    const score = new Map(numbers.map(n => [n, lists.reduce((sum, list) => sum + (list.found.get(n) ?? 0), 0)]));
    numbers.sort((a, b) => score.get(b) - score.get(a) || a - b);
    return { numbers, score };
  }

  // ---- what is shown
  const make = (name, className, ...children) => {
    const element = document.createElement(name);
    if (className) element.className = className;
    element.append(...children);
    return element;
  };
  const badge = key => {
    const known = [...document.querySelectorAll('template[data-status]')].find(one => one.dataset.status === key);
    return known ? known.content.cloneNode(true) : key;
  };
  function row(entry) {
    const link = make('a', '', entry.title);
    link.href = new URL(entry.path, root);
    const item = make('li', '', make('p', 'what', link));
    const about = make('p', 'rest');
    for (const part of [entry.status && badge(entry.status), entry.date, entry.note]) {
      if (part) about.append(about.hasChildNodes() ? ' · ' : '', part);
    }
    if (about.hasChildNodes()) item.append(about);
    return item;
  }
  async function rows(index, numbers) {
    const file = n => get(`entries/${Math.floor(n / index.entries)}`);
    return Promise.all(numbers.map(async n => row((await file(n))[n % index.entries])));
  }

  let turn = 0;
  async function show(query) {
    const mine = ++turn;
    const words = [...new Set(fold(query))];
    const hide = () => sections.forEach(section => { section.hidden = true; });
    if (!words.length) {
      hide();
      say('begin');
      return;
    }
    try {
      const index = await get('index');
      const { numbers, score } = await search(index, words);
      const shown = [];
      for (const section of sections) {
        const [from, to, weight] = index.kinds[section.dataset.kind] ?? [0, 0, 1];
        const own = numbers.filter(n => n >= from && n < to);
        const fits = (score.get(own[0]) ?? 0) / weight;
        shown.push({ section, own, fits, first: await rows(index, own.slice(0, FIRST)) });
      }
      if (mine !== turn) return;
      hide();
      // The kind comes first whose own words fit best: a speaker's name before what the speaker said.
      shown.sort((a, b) => b.fits - a.fits);
      for (const { section, own, first } of shown.filter(one => one.own.length)) {
        section.hidden = false;
        section.parentNode.append(section);
        const list = section.querySelector('.found');
        list.replaceChildren(...first);
        const more = section.querySelector('button');
        more.hidden = own.length <= FIRST;
        more.onclick = async () => {
          const next = own.slice(list.children.length, list.children.length + 3 * FIRST);
          const added = await rows(index, next);
          list.append(...added);
          more.hidden = own.length <= list.children.length;
          added[0]?.querySelector('a').focus();
        };
      }
      say(numbers.length ? 'found' : 'none', { count: numbers.length, query: query.trim() });
    } catch {
      if (mine !== turn) return;
      hide();
      say(location.protocol === 'file:' ? 'folder' : 'failed');
    }
  }

  // ---- the form
  let waiting;
  const ask = () => {
    const query = field.value.trim();
    history.replaceState(null, '', query ? `?q=${encodeURIComponent(query)}` : location.pathname);
    return show(query);
  };
  form.addEventListener('submit', event => {
    event.preventDefault();
    clearTimeout(waiting);
    ask();
  });
  field.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, 150);
  });
  field.value = new URLSearchParams(location.search).get('q') ?? '';
  if (location.protocol === 'file:') say('folder');
  else show(field.value);
})();

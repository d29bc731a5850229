#!/usr/bin/env python3
"""Writes what readers of the example site must find, read from the Markdown and not by Ascribe.

expect.py ROOT > expect.json: for each brief the words of its plainest spans (no markup and no
span inside), and for each of these the claim's own text and the speaker's name, where the record
says them on one line.
"""
import json
import pathlib
import re
import sys

root = pathlib.Path(sys.argv[1])
content = root / "content"


def front_matter(text):
    """The front matter and the text below it."""
    match = re.match(r"---\n(.*?\n)---\n", text, re.S)
    return (match.group(1), text[match.end():]) if match else ("", text)


def plain(value):
    """A scalar that stands on one line, without its quotation marks; anything harder is None."""
    value = value.strip()
    if value.startswith('"'):
        try:
            return json.loads(value)
        except ValueError:
            return None
    return None if value[:1] in ("", ">", "|", "{", "[", "'", "&", "*") else value


def entries(yaml, indent):
    """`key: {text: ...}` of a mapping, block style: key -> its text or name."""
    found, key = {}, None
    for line in yaml.splitlines():
        if match := re.fullmatch(rf" {{{indent}}}([a-z0-9-]+):\s*(\{{.*)?", line):
            key = match.group(1)
            if name := re.search(r'\bname: ("[^"]*"|[^,}"]+)', match.group(2) or ""):
                found[key] = plain(name.group(1))
        elif key and (match := re.fullmatch(rf" {{{indent + 2}}}(text|name): (.+)", line)):
            found[key] = plain(match.group(2))
    return {key: text for key, text in found.items() if text}


def record(name):
    """One of the record's files; its entries may stand under a key of the file's name."""
    path = content / f"{name}.yaml"
    yaml = path.read_text(encoding="utf-8") if path.exists() else ""
    return entries(yaml, 2 if re.search(rf"^{name}:", yaml, re.M) else 0)


claims, speakers = record("claims"), record("speakers")
expected = {}
for path in sorted((content / "briefs").rglob("*.md")):
    front, body = front_matter(path.read_text(encoding="utf-8"))
    if re.search(r"^state: (draft|review|embargoed|withdrawn)", front, re.M):
        continue
    slug = re.search(r"^slug: (\S+)$", front, re.M)
    slug = slug.group(1) if slug else path.stem
    body = re.sub(r"^(```+|~~~+).*?^\1", "", body, flags=re.S | re.M)
    body = re.sub(r"`[^`\n]*`", "``", body)
    texts = []
    for words, says in re.findall(r"(?<![\]\\])\[([^\[\]*_`~<&\\]+)\]\{([^{}]*)\}", body):
        attributes = dict(re.findall(r"([a-z-]+)=([a-z0-9-]+)", re.sub(r'"[^"]*"', '""', says)))
        if not attributes.keys() & {"claim", "by", "act"} or "likelihood" in attributes:
            continue
        texts.append(words)
        texts.append(claims.get(attributes.get("claim")))
        texts.append(speakers.get(attributes.get("by")))
    if texts := sorted({text for text in texts if text}):
        expected[f"briefs/{slug}/"] = texts

count = sum(map(len, expected.values()))
print(f"{count} texts on {len(expected)} pages expected", file=sys.stderr)
if count < 50:
    sys.exit("too few texts to be the example site's: has the notation changed?")
json.dump(expected, sys.stdout, ensure_ascii=False, indent=1)

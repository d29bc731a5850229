#!/usr/bin/env python3
"""Holds the data of built sites against independent validators: formats.py [OPTIONS] SITE...

Each check reads what it finds and says how much that was. A kind of data that REQUIRED names must be
there in the first site, so that no check passes because there was nothing to look at. What a
validator says and is not heeded stands in ARGUED, with the reason.
"""
import argparse
import concurrent.futures
import csv
import json
import pathlib
import re
import subprocess
import sys
import warnings

import jsonschema
import referencing
import xmlschema

# Kinds of data that the first site must have.
REQUIRED = ["datasets", "table", "annotations", "jsonld", "feeds", "sitemap", "bibtex", "csl"]

# What validators say and is not heeded: (check, pattern of the file, pattern of the words, reason).
ARGUED = [
    ("jsonld", r"", r"^Pending(Type|Property): ", "schema.org 30 calls the types for analyses, claims, quotations and corrections pending, and they are what the site has to tell; pending terms are part of the vocabulary and are used by those who read claims"),
    ("jsonld", r"", r"^RequiredFieldMissing: Required field 'image' is missing", "search engines want a picture for their news cards; a brief has none unless its site sets one, and a made-up one would tell nothing"),
    ("jsonld", r"/briefs/plain/", r"Re\w+ field 'date(Published|Modified)' is missing", "this brief of the site full of signs has no date on purpose"),
    ("jsonld", r"-(signs|bare)/", r"Recommended field 'url' is missing in nested Person", "an author who is only a name has no page, and on a site without an address nobody has one"),
    ("jsonld", r"-bare/", r"Recommended field '(mainEntityOfPage|logo)' is missing", "a site without an address has none for them"),
]

ANNOTATION = "http://www.w3.org/ns/anno.jsonld"
FORMATS = jsonschema.FormatChecker()


class Found:
    """What a check has looked at and what is wrong with it."""

    def __init__(self):
        self.files, self.parts, self.faults, self.argued = 0, 0, [], 0

    def fault(self, check, place, words):
        words = " ".join(str(words).split())[:300]
        if any(check == name and re.search(file, str(place)) and re.search(pattern, words) for name, file, pattern, _ in ARGUED):
            self.argued += 1
        else:
            self.faults.append(f"{place}: {words}")


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))


# ---- the record

def datasets(site, found, _):
    """claims.json and each data.json by the JSON Schema that is published beside them."""
    schema = read(site / "claims.schema.json")
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    for path in [site / "claims.json", *sorted(site.rglob("data.json"))]:
        found.files += 1
        data = read(path)
        found.parts += len(data["claims"])
        for error in validator.iter_errors(data):
            found.fault("datasets", path, f"{error.json_path}: {error.message}")


def table(site, found, _):
    """claims.csv read back: it says of each statement what claims.json says."""
    path = site / "claims.csv"
    raw = path.read_bytes()
    if not raw.startswith(b"\xef\xbb\xbf"):
        found.fault("table", path, "no byte-order mark")
    found.files += 1
    rows = list(csv.DictReader(raw.decode("utf-8-sig").splitlines(keepends=True), strict=True))
    names = {}
    statements = [(claim, one) for claim in read(site / "claims.json")["claims"] for one in claim["statements"]]
    if len(rows) != len(statements):
        found.fault("table", path, f"{len(rows)} rows for {len(statements)} statements")
    for row, (claim, one) in zip(rows, statements):
        found.parts += 1
        wanted = {
            "claim": claim["key"], "claim_text": claim["text"], "status": claim["status"],
            "credibility": claim["credibility"], "origins": "; ".join(claim["origins"]),
            "via": "; ".join(one["via"] + one["via_names"]), "reviewed": str(one["reviewed"]).lower(),
            **{name: one[name] for name in ("brief", "speaker", "speaker_name", "act", "kind", "origin", "said", "about", "hedge", "text", "start", "end", "url")},
        }
        for name, value in wanted.items():
            cell, value = row[name], "" if value is None else str(value)
            # The sign before what a spreadsheet would take for a formula.
            if cell not in (value, "'" + value):
                found.fault("table", path, f"{name} of {one['url']} is {cell!r} and not {value!r}")
            if re.match(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n]", cell):
                found.fault("table", path, f"a spreadsheet takes {cell!r} for a formula")


# ---- web annotations

class W3C:
    """The assertions of the W3C's schemas that must hold."""

    def __init__(self, folder):
        self.folder = folder
        files = {path.name: read(path) for path in folder.rglob("*.json")}
        resources = [(name, referencing.Resource.from_contents(schema, default_specification=referencing.jsonschema.DRAFT4)) for name, schema in files.items()]
        self.registry = referencing.Registry().with_resources(resources)
        self.lists = {kind: self.musts(path) for kind, path in (
            ("Annotation", "annotations/annotationMusts.test"),
            ("AnnotationCollection", "collections/collectionMusts.test"),
            ("AnnotationPage", "collections/pages/pageMusts.test"),
        )}

    def musts(self, path):
        asked = [self.folder / name for name in read(self.folder / path)["assertions"]]
        return [schema for schema in map(read, asked) if schema["assertionType"] == "must"]

    def faults(self, thing, formats):
        for schema in self.lists[thing["type"]]:
            validator = jsonschema.Draft4Validator(schema, registry=self.registry, format_checker=formats)
            wants = schema.get("expectedResult", "valid") == "valid"
            if validator.is_valid(thing) != wants:
                yield schema["id"]


def annotations(site, found, shared):
    """Each collection, page and annotation by the W3C's schemas; pages lead to each other."""
    folder = shared / "data/w3c-annotation"
    if not folder.is_dir():
        return "the W3C's schemas are not here"
    w3c = W3C(folder)
    has_address = (read(site / "claims.json")["site"]["url"] or "") != ""
    formats = FORMATS if has_address else None  # without one, addresses are relative
    def check(path, thing):
        found.parts += 1
        for name in w3c.faults(thing, formats):
            found.fault("annotations", path, f"{thing['type']} {thing['id']} fails {name}")
    def check_page(path, page, context):
        check(path, {**page, "@context": ANNOTATION} if context else page)
        for item in page["items"]:
            check(path, {"@context": ANNOTATION, **item})
        return len(page["items"])
    for path in sorted(site.rglob("annotations.json")):
        found.files += 1
        collection = read(path)
        check(path, collection)
        if isinstance(collection.get("first"), dict):
            if check_page(path, collection["first"], True) != collection["total"]:
                found.fault("annotations", path, "the total is wrong")
        elif path.parent == site:
            last, ids = None, []
            pages = sorted((site / "annotations/page").glob("*.json"), key=lambda page: int(page.stem))
            for page_path in pages:
                found.files += 1
                page = read(page_path)
                check_page(page_path, page, False)
                if page["startIndex"] != len(ids):
                    found.fault("annotations", page_path, "startIndex is wrong")
                if page.get("prev") != (last and last["id"]) or (last and last.get("next") != page["id"]):
                    found.fault("annotations", page_path, "prev and next do not lead to each other")
                ids += [item["id"] for item in page["items"]]
                last = page
            if has_address and pages and (collection["first"], collection["last"]) != (read(pages[0])["id"], last["id"]):
                found.fault("annotations", path, "first and last are not the pages")
            if collection["total"] != len(ids):
                found.fault("annotations", path, "the total is wrong")
            if has_address and len(set(ids)) != len(ids):
                found.fault("annotations", path, "an id stands for two annotations")
    return None


# ---- linked data of schema.org

def jsonld(site, found, options):
    """The JSON-LD of every page by schemaorg-validate."""
    pages = [path for path in sorted(site.rglob("*.html")) if 'application/ld+json">' in path.read_text(encoding="utf-8")]
    def run(path):
        return subprocess.run([options.tools / "bin/schemaorg-validate", "--file", path, "--format", "json"], capture_output=True, text=True)
    with concurrent.futures.ThreadPoolExecutor() as pool:
        for path, said in zip(pages, pool.map(run, pages)):
            found.files += 1
            try:
                report = json.loads(said.stdout)
            except ValueError:
                found.fault("jsonld", path, f"the validator broke off: {said.stderr or said.stdout}")
                continue
            found.parts += report["extraction"]["node_count"]
            if report["extraction"]["warning_count"]:
                found.fault("jsonld", path, "not all of it can be read")
            for one in report["vocabulary"]["diagnostics"] + report["profile"]["diagnostics"]:
                found.fault("jsonld", path, f"{one['code']}: {one['message']} ({one['path']})")


# ---- feeds and sitemaps

def feeds(site, found, _):
    """Atom by feedparser, JSON Feed by the rules of its version 1.1."""
    import feedparser
    for path in sorted(site.rglob("*.xml")):
        text = path.read_text(encoding="utf-8")
        if "http://www.w3.org/2005/Atom" not in text:
            continue
        found.files += 1
        feed = feedparser.parse(text.encode(), sanitize_html=False, resolve_relative_uris=False)
        if feed.bozo or feed.version != "atom10":
            found.fault("feeds", path, f"{feed.version} {feed.get('bozo_exception')}")
        for name in ("id", "title", "updated_parsed"):
            if not feed.feed.get(name):
                found.fault("feeds", path, f"the feed has no {name}")
        if len({entry.id for entry in feed.entries}) != len(feed.entries):
            found.fault("feeds", path, "an id stands for two entries")
        for entry in feed.entries:
            found.parts += 1
            for name in ("id", "title", "updated_parsed", "link"):
                if not entry.get(name):
                    found.fault("feeds", path, f"{entry.get('id')} has no {name}")
            if not (entry.get("author") or feed.feed.get("author")):
                found.fault("feeds", path, f"{entry.id} has no author")
            if not (entry.get("content") or entry.get("summary")):
                found.fault("feeds", path, f"{entry.id} has no content")
    validator = jsonschema.Draft202012Validator(JSON_FEED, format_checker=FORMATS)
    for path in sorted(site.rglob("*.json")):
        text = path.read_text(encoding="utf-8")
        if "https://jsonfeed.org/version/" not in text[:400]:
            continue
        found.files += 1
        feed = json.loads(text)
        found.parts += len(feed["items"])
        for error in validator.iter_errors(feed):
            found.fault("feeds", path, f"{error.json_path}: {error.message}")
        if len({item["id"] for item in feed["items"]}) != len(feed["items"]):
            found.fault("feeds", path, "an id stands for two items")


def record(required, known):
    """An object of JSON Schema that knows some keys; others begin with an underscore."""
    return {"type": "object", "required": required, "properties": known, "patternProperties": {"^_[^.]": {"type": "object"}}, "additionalProperties": False}


WORDS = {"type": "string"}
ADDRESS = {"type": "string", "format": "iri"}
AUTHORS = {"type": "array", "items": {**record([], {"name": WORDS, "url": ADDRESS, "avatar": ADDRESS}), "minProperties": 1}}
DAY = {"type": "string", "format": "date-time"}
# https://www.jsonfeed.org/version/1.1/
JSON_FEED = record(["version", "title", "items"], {
    "version": {"const": "https://jsonfeed.org/version/1.1"}, "title": WORDS, "home_page_url": ADDRESS,
    "feed_url": ADDRESS, "description": WORDS, "user_comment": WORDS, "next_url": ADDRESS, "icon": ADDRESS,
    "favicon": ADDRESS, "authors": AUTHORS, "language": WORDS, "expired": {"type": "boolean"},
    "hubs": {"type": "array", "items": record(["type", "url"], {"type": WORDS, "url": ADDRESS})},
    "items": {"type": "array", "items": {**record(["id"], {
        "id": WORDS, "url": ADDRESS, "external_url": ADDRESS, "title": WORDS, "content_html": WORDS,
        "content_text": WORDS, "summary": WORDS, "image": ADDRESS, "banner_image": ADDRESS,
        "date_published": DAY, "date_modified": DAY, "authors": AUTHORS,
        "tags": {"type": "array", "items": WORDS}, "language": WORDS,
        "attachments": {"type": "array", "items": record(["url", "mime_type"], {"url": ADDRESS, "mime_type": WORDS, "title": WORDS, "size_in_bytes": {"type": "number"}, "duration_in_seconds": {"type": "number"}})},
    }), "anyOf": [{"required": ["content_html"]}, {"required": ["content_text"]}]}},
})


def sitemap(site, found, options):
    """Sitemaps by the schema of sitemaps.org, as the package `sitemap` brings it."""
    schema = xmlschema.XMLSchema(options.tools / "node_modules/sitemap/schema/sitemap.xsd")
    for path in sorted(site.glob("sitemap*.xml")):
        found.files += 1
        if "<sitemapindex" in path.read_text(encoding="utf-8"):
            continue
        found.parts += path.read_text(encoding="utf-8").count("<url>")
        for error in schema.iter_errors(path):
            found.fault("sitemap", path, error.reason)


# ---- bibliography

def bibtex(site, found, _):
    """BibLaTeX read strictly by pybtex."""
    from pybtex.database import BibliographyData, parse_string
    from pybtex.errors import set_strict_mode
    set_strict_mode(True)
    for path in sorted(site.rglob("*.bib")):
        found.files += 1
        try:
            entries = parse_string(path.read_text(encoding="utf-8"), "bibtex").entries
        except Exception as fault:  # whatever it says, the file was not read
            found.fault("bibtex", path, fault)
            continue
        found.parts += len(entries)
        for key, entry in entries.items():
            if not entry.fields.get("title"):
                found.fault("bibtex", path, f"{key} has no title")
            for name, value in entry.fields.items():
                if value.count("{") != value.count("}"):
                    found.fault("bibtex", path, f"{key}: {name} has braces without their pair")


def csl_schema(options):
    """The official JSON Schema of CSL-JSON (citationstyles.org, 1.0), which commonmeta-py carries."""
    schema = read(next(options.tools.glob("csl/commonmeta/resources/csl-data.json")))
    assert schema["$id"] == "https://resource.citationstyles.org/schema/v1.0/input/json/csl-data.json"
    return schema


def csl(site, found, options):
    """CSL-JSON by the official schema, and read by an independent processor."""
    from citeproc.source.json import CiteProcJSON
    validator = jsonschema.Draft7Validator(csl_schema(options))
    for path in sorted(site.rglob("*.csl.json")):
        found.files += 1
        items = read(path)
        found.parts += len(items)
        for error in validator.iter_errors(items):
            found.fault("csl", path, f"{error.json_path}: {error.message}")
        if len({item["id"] for item in items}) != len(items):
            found.fault("csl", path, "an id stands for two items")
        with warnings.catch_warnings(record=True) as said:
            warnings.simplefilter("always")
            try:
                CiteProcJSON(items)
            except Exception as fault:  # whatever it says, the file was not read
                found.fault("csl", path, repr(fault))
        for one in said:
            found.fault("csl", path, one.message)


CHECKS = {check.__name__: check for check in (datasets, table, annotations, jsonld, feeds, sitemap, bibtex, csl)}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--tools", type=pathlib.Path, required=True)
    parser.add_argument("--shared", type=pathlib.Path, required=True)
    parser.add_argument("--only", default=",".join(CHECKS))
    parser.add_argument("sites", type=pathlib.Path, nargs="+")
    options = parser.parse_args()
    passed = failed = 0
    for index, site in enumerate(options.sites):
        for name in options.only.split(","):
            found = Found()
            skipped = CHECKS[name](site, found, options.shared if name == "annotations" else options)
            if index == 0 and name in REQUIRED and not found.parts and not skipped:
                found.faults.append(f"{site}: there is nothing to look at")
            if not found.files and not found.faults:
                print(f"none {name} in {site}" + (f": {skipped}" if skipped else ""))
                continue
            passed, failed = passed + (not found.faults), failed + bool(found.faults)
            argued = f", {found.argued} remarks argued away" if found.argued else ""
            print(f"{'FAIL' if found.faults else 'ok  '} {name} in {site}: {found.files} files, {found.parts} parts{argued}")
            for fault in found.faults[:25]:
                print(f"     {fault}")
            if len(found.faults) > 25:
                print(f"     and {len(found.faults) - 25} more")
    print(f"formats: {passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


main()

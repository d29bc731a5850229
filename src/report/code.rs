//! The kinds of faults and lints: name, severity and the text that `ascribe explain` prints.

use serde::Serialize;

/// How grave a diagnostic is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Stops the build.
    Error,
    /// Is told and stops nothing.
    Warning,
}

macro_rules! codes {
    ($($variant:ident $name:literal $severity:ident $text:literal;)*) => {
        /// Names a kind of fault or lint. The text of each is what `ascribe explain NAME` prints.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $(#[doc = $text] $variant,)* }

        impl Code {
            /// Every code, in the order of this list.
            pub const ALL: &[Code] = &[$(Code::$variant,)*];

            /// The name that is printed and that `ascribe explain` takes.
            pub fn name(self) -> &'static str {
                match self { $(Code::$variant => $name,)* }
            }

            /// The severity it has unless the settings say otherwise.
            pub fn severity(self) -> Severity {
                match self { $(Code::$variant => Severity::$severity,)* }
            }

            /// What it means and what to do about it.
            pub fn explanation(self) -> &'static str {
                match self { $(Code::$variant => $text,)* }
            }
        }
    };
}

codes! {
    NotUtf8 "not-utf8" Error
        "The file is not UTF-8 text. Save it again as UTF-8; the place shown is the first byte that does not fit.";
    NoArticle "no-article" Error
        "The file given to `ascribe new --from` holds no text that could become a brief: it is empty, or no part of the page reads like an article. Copy the words into a text file and give that.";
    InvalidYaml "invalid-yaml" Error
        "The YAML cannot be read: a bracket or quotation mark is open, an indent does not fit, or a value needs quotation marks because it contains `: ` or begins with a character that YAML keeps for itself.";
    DuplicateKey "duplicate-key" Error
        "A key stands twice in one YAML mapping. One of the two values would be lost; keep one.";
    UnknownKey "unknown-key" Error
        "The key is none that Ascribe knows at this place. Values for your own templates belong under `extra`.";
    WrongType "wrong-type" Error
        "The value has another type than the key takes, such as a list where text is wanted.";
    InvalidValue "invalid-value" Error
        "The value is none of those that the key takes.";
    InvalidDate "invalid-date" Error
        "The value is no date. Write 2022-09-07; where less is known, 2022-09 or 2022; with a time, 2022-09-07T09:00:00Z.";
    MissingKey "missing-key" Error
        "A key that has no default is missing. A brief needs a `title`, an embargoed one its `embargo`, a speaker a `name`, a source a `type`.";
    UnclosedFrontMatter "unclosed-front-matter" Error
        "The file begins with `---`, and no further line `---` ends the front matter.";
    UnknownSpeaker "unknown-speaker" Error
        "No speaker has this key. Speakers are listed in content/speakers.yaml or under `speakers` in a brief's front matter.";
    UnknownSource "unknown-source" Error
        "No source has this key. Sources are listed in content/sources.yaml, in content/*.bib or under `sources` in a brief's front matter.";
    UnknownClaim "unknown-claim" Error
        "No claim has this key. A claim comes to be by a span with `claim=KEY` or by an entry in content/claims.yaml or front matter.";
    UnknownPage "unknown-page" Error
        "A policy in the settings names no plain page. Pages are the files of content/pages/; name one by its slug, which is the file's name without `.md`, or write the address of a page elsewhere.";
    UnknownOrigin "unknown-origin" Error
        "An origin is the key of a source or of a speaker, and neither has this one. A misspelt origin would count as a second, independent one.";
    UnknownVerdict "unknown-verdict" Error
        "The verdict is no word of the site's scale. The scale stands under `verdicts` in ascribe.yaml, the worst word first; a site that sets none gives no verdicts.";
    UnknownRelation "unknown-relation" Error
        "The relation is none of `supports`, `corroborates`, `relies-on`, `disputes`, `denies`, `refutes`, `qualifies`, `supersedes`, `corrects`, `same-as`.";
    DefinedTwice "defined-twice" Error
        "Two entries define one key, or a file exists both as `.yaml` and as `.yml`. A speaker, a source or a claim is defined in one place; other places name its key.";
    DuplicateAddress "duplicate-address" Error
        "Two pages would have one address, so one would overwrite the other. Give one of them another `slug`.";
    InvalidAttributes "invalid-attributes" Error
        "The list in braces after a span cannot be read. It holds `key=value`, `key=\"several words\"`, `.class`, `#id`, with white space between.";
    UnknownAttribute "unknown-attribute" Error
        "A span takes `claim by act via origin said about hedge likelihood confidence credibility declines`, the names of relations, `.class`, `#id` and `data-…`.";
    UnreadableText "unreadable-text" Error
        "The Markdown reader breaks off at this text: a fault of its own, met with odd input only, such as an empty task `- [x]` before a line of hyphens. Write the passage in another way.";
    CrossingMarkup "crossing-markup" Error
        "A span begins inside emphasis or a link and ends outside of it, or the reverse. Put the brackets on one side.";
    UnclosedDiv "unclosed-div" Error
        "A line `::: {…}` opens a fenced block, and no line `:::` closes it.";
    StrayDiv "stray-div" Error
        "A line `:::` closes a fenced block where none is open, or a fence stands inside a list item or a quotation, where it opens none.";
    AnchorNotFound "anchor-not-found" Error
        "The words of an anchor do not stand in the brief's text. They are compared letter by letter, white space apart.";
    AnchorAmbiguous "anchor-ambiguous" Error
        "The words of an anchor stand in the brief's text more than once. Add `prefix` or `suffix`, the words before or after.";
    UnsafeLink "unsafe-link" Error
        "The link would run a script or carry a document in itself (`javascript:`, `vbscript:`, `data:`). Link to an address instead.";
    UnsafeAttribute "unsafe-attribute" Error
        "The attribute could run a script or style the page. Use a class, an id or `data-…`.";
    InvalidSource "invalid-source" Error
        "The source is no Hayagriva entry. The format is described at <https://github.com/typst/hayagriva/blob/main/docs/file-format.md>.";
    InvalidBibtex "invalid-bibtex" Error
        "The .bib file cannot be read as BibLaTeX.";
    UnknownStyle "unknown-style" Error
        "No archived CSL style has this name. The names are those of the CSL repository, such as `chicago-notes-bibliography` or `apa`.";
    Cycle "cycle" Error
        "Origins or organisations lead in a circle: each rests on the next and none is the first. Take one link out.";
    TemplateFault "template-fault" Error
        "A template cannot be read, or asks for a value that the page does not have.";
    UnknownOriginal "unknown-original" Error
        "`translation_of` names the original of a translation by its slug, and no brief (or, in a plain page, no plain page) has this one.";
    InvalidTranslation "invalid-translation" Error
        "A translation is in another language than its original, and is the only one into its language; it is no translation of itself, nor of what is translated from it.";
    InvalidMessage "invalid-message" Error
        "A message of templates/messages lacks a value that pages put into it, or names one that it does not get. Values stand in braces, as in `{count}`, and are the same in every language.";
    UnsourcedClaim "unsourced-claim" Warning
        "The claim has no origin: no statement of it names a speaker, a relay, a citation or an origin. Judgements of the author's own are left out.";
    SharedOrigin "shared-origin" Warning
        "Two claims are said to corroborate each other, and both go back to one origin. One report told twice is no confirmation.";
    RelationCycle "relation-cycle" Warning
        "Claims rest on each other in a circle, through `relies-on`, `supports` and `same-as`, so that none of them rests on anything; or they replace each other in a circle, through `supersedes` and `corrects`, so that none is the last. The whole circle is shown. Take out the relation that does not hold. Circles of origins and of organisations leave no origin to compute and are the error `cycle`.";
    RetractedSource "retracted-source" Warning
        "The publisher of the source has retracted or corrected it (`state: retracted` or `corrected`), and the record still rests on it: as relay, citation, origin, evidence, or as a reason for a status. The hint names what goes with it and says what else supports each claim; `ascribe impact KEY` lists all of it. Find another source, change the status of the claims, or allow the lint at the place with the reason why it may stand.";
    CredibilityWithoutCorroboration "credibility-without-corroboration" Warning
        "The claim has the credibility digit 1, confirmed by other sources, with fewer than two independent origins on record.";
    ConfirmedButDisputed "confirmed-but-disputed" Warning
        "The claim's editorial status is confirmed while a live relation denies, disputes or refutes it. Say in the status note why, or date the dispute's end.";
    WithdrawnClaim "withdrawn-claim" Warning
        "A text that appears names a claim that only a withdrawn brief makes. What rested on the withdrawn brief has lost its ground: the tie is left out of the site, and the text should say so.";
    WithdrawnWithoutReason "withdrawn-without-reason" Warning
        "A withdrawn brief keeps its address, and its page says why it was taken back. Add a correction of kind `retraction` with its date and a `note` that gives the reason.";
    WithdrawnOriginal "withdrawn-original" Warning
        "The original of a translation is withdrawn and the translation is not, so that the statements that were taken back still count. Withdraw it as well, or take `translation_of` out of a text that stands by itself.";
    SkippedFile "skipped-file" Warning
        "A file or link takes no part in the site: the link leads out of the site's folder, nowhere or in a circle, the name is not Unicode, or a Markdown file lies where nothing reads it. Move, rename or copy it into place.";
    LongClaim "long-claim" Warning
        "A fact check gives a verdict on the claim, and search engines show 75 characters of a claim that is reviewed. Give it a `short` wording that stands by itself and says the same.";
    UnusedSource "unused-source" Warning
        "No statement, citation, evidence or other source uses the source.";
    SelfContradiction "self-contradiction" Warning
        "One speaker makes two claims of which one speaks against the other, or makes a claim and denies it. If the speaker gave way, mark the later statement with `act=concedes` or `act=corrects`, or tie the claims with `corrects`; if not, the contradiction is worth a sentence in the brief.";
    DuplicateClaim "duplicate-claim" Warning
        "Two claims of one speaker have the same words, or nearly so, and different keys. Each would count its own origins and denials. Give them one key, or tie them with `same-as`.";
    Misquote "misquote" Warning
        "Two quotations of one speaker differ in a few words and are one, it seems. Look up what was said; where words are left out or put in, say so with an ellipsis or brackets.";
    QuoteMismatch "quote-mismatch" Warning
        "A quotation does not stand in the stored copy of its source (`archived.file`). Words are compared; white space, quotation marks, punctuation and capital letters do not count, an ellipsis stands for words left out and brackets for words put in. Copies are read as text or HTML; of others the hash is known only, and a quotation with a source that has no such copy is not compared.";
    MissingArchive "missing-archive" Warning
        "The file that `archived.file` names is not there or cannot be read; or a source in use has an address and no stored copy, so that its words are lost when the page changes. Told once a file for all such sources.";
    ArchiveHashMismatch "archive-hash-mismatch" Warning
        "The stored copy's SHA-256 is not the one in the record: the file was changed after it was stored, or another file took its place.";
    Anachronism "anachronism" Warning
        "A statement is dated after its brief (after `updated`, where there is one), or before the first dated role of its speaker. One of the dates is wrong, or the brief was changed in substance without saying so.";
    StaleReview "stale-review" Warning
        "The day named in `review_by` has gone by. Look at the brief again and give it a new day.";
    UnreviewedDetection "unreviewed-detection" Warning
        "The brief shows statements that the detector found and nobody has looked at. Mark them in the text, by hand or with `ascribe annotate`, or turn detection off for the brief with `detect: false`. Told once a brief.";
    ScaleMix "scale-mix" Warning
        "Where the author judges, a likelihood and a confidence stand in one sentence, so that readers take one for the other (ICD 203); a word is of another scale than the site's; words of both rows of ICD 203 stand in one brief; or the words name another step than the attribute `likelihood`.";
    VagueLikelihood "vague-likelihood" Warning
        "The author judges with a word such as \"could\", \"may\" or \"possibly\", which says that something can be and not how likely it is. Use a word of the site's scale. Words of others, quoted or reported, are left alone.";
    BrokenLink "broken-link" Warning
        "A link or an image leads to no page and no file of the site. Links go from page to page, as in `../other-brief/index.html`, not from file to file. Links to other sites are not followed. In a built site (`check --output`) it is an error, wherever an address stands: in pages, style sheets, feeds, linked data and data files. A folder stands for its `index.html`; capital letters count.";
    BrokenFragment "broken-fragment" Warning
        "The part of a link behind `#` names no id of the page: of a heading, a span, a note or a statement. In a built site (`check --output`) it is an error, in every link of every page.";
    DuplicateId "duplicate-id" Error
        "An id stands twice in one page, is empty or holds white space. Links and labels that name it lead to the first only.";
    BrokenIdReference "broken-id-reference" Error
        "An attribute such as `for`, `headers`, `aria-labelledby`, `aria-controls` or `popovertarget`, or a `url(#…)` in a drawing, names an id that the page does not have: the label, the name or the mark is missing for those who need it.";
    OutsideRequest "outside-request" Error
        "The page fetches a script, style sheet, image or other file from another host as soon as it opens, so that this host learns who reads it. Copy the file to `static/`. Links that a reader follows may lead anywhere.";
    PolicyViolation "policy-violation" Error
        "The page holds what the policy `default-src 'self'` forbids, so that a browser leaves it out: an inline script or style, an event handler such as `onclick`, a link that runs a script, or an image that is written into its own address.";
    IncompletePage "incomplete-page" Error
        "A page has no title or does not say its language, or (a warning) has no heading of the first level.";
    WrongCanonical "wrong-canonical" Error
        "The canonical link of a page is not its own absolute address, or stands twice; where the site has an address and the page no such link, it is a warning. Search engines list a page by it. `base_url` in ascribe.yaml is the address that counts, else that of the home page.";
    OneSidedTranslation "one-sided-translation" Error
        "A page names another with `hreflang` as the same in another language, and that page does not name it in turn or is in another language. Search engines take no notice of such links.";
    InvalidLinkedData "invalid-linked-data" Error
        "A block of JSON-LD is no JSON, or a thing in it lacks what schema.org or those who read fact checks ask of its type: an absolute address, an ISO 8601 date, `claimReviewed` within 75 characters, a rating within its scale.";
    InvalidFeed "invalid-feed" Error
        "A feed is not well-formed, or lacks what RFC 4287 (Atom) or JSON Feed 1.1 asks for: an id, a title and dates with a zone in each feed and entry, an author, content, ids that differ, a link to itself.";
    InvalidSitemap "invalid-sitemap" Error
        "A sitemap, or the line of robots.txt that names it, breaks the protocol of sitemaps.org: absolute addresses of the site, at most 50,000 of them and 50 MB in one file, W3C dates. A page that no sitemap lists is a warning.";
    InvalidDataFile "invalid-data-file" Error
        "A JSON file cannot be read: it is no JSON, the record in it does not read back, an annotation lacks id or target (W3C Web Annotation), or the words that it quotes do not stand on the page.";
    OrphanPage "orphan-page" Warning
        "No other page links to the page, so that no reader finds it.";
    UnusedAllow "unused-allow" Warning
        "An `allow` names a lint that would not be told there: what it once excused is mended or has moved. Take it out, so that it hides nothing later.";
}

impl Code {
    /// Whether its messages hold no word of the text in which the fault is.
    pub fn quotes_nothing(self) -> bool {
        matches!(
            self,
            Self::MissingKey
                | Self::WrongType
                | Self::UnclosedFrontMatter
                | Self::UnclosedDiv
                | Self::StrayDiv
                | Self::UnreadableText
        )
    }

    /// The code with a name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.name() == name)
    }

    /// Whether it is told of a built site, by `check --output`, and of no content.
    pub fn is_of_built_site(self) -> bool {
        matches!(
            self,
            Self::DuplicateId
                | Self::BrokenIdReference
                | Self::OutsideRequest
                | Self::PolicyViolation
                | Self::IncompletePage
                | Self::WrongCanonical
                | Self::OneSidedTranslation
                | Self::InvalidLinkedData
                | Self::InvalidFeed
                | Self::InvalidSitemap
                | Self::InvalidDataFile
                | Self::OrphanPage
        )
    }

    /// Whether the settings can change how grave it is: what a lint tells of is well-formed, and
    /// what is told of a built site stops no build.
    pub fn is_lint(self) -> bool {
        self.severity() == Severity::Warning || self.is_of_built_site()
    }

    /// Whether an `allow` can silence it at a place.
    pub fn is_allowable(self) -> bool {
        self.is_lint()
            && !self.is_of_built_site()
            && !matches!(self, Self::SkippedFile | Self::UnusedAllow)
    }
}

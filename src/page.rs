//! The pages and data files of a site and their addresses: the one place that makes addresses.

mod address;

use crate::document::Document;
use crate::record::words;
use crate::site::{BriefId, ClaimId, Site, SourceId, SpeakerId};
use crate::slug::slug;
use crate::text::Name;

pub use address::{absolute, base_path, encoded, public_path, to_root};

/// A page of the site. Numbers of list pages count from one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Page {
    /// The first page.
    Home,
    /// A brief.
    Brief(BriefId),
    /// A page of the list of briefs.
    Briefs(usize),
    /// A claim.
    Claim(ClaimId),
    /// A speaker.
    Speaker(SpeakerId),
    /// A page of the list of speakers.
    Speakers(usize),
    /// A source.
    Source(SourceId),
    /// A page of the list of sources.
    Sources(usize),
    /// A page of a topic, by the topic's key.
    Topic(String, usize),
    /// The list of topics.
    Topics,
    /// A page of the ledger of all claims.
    Ledger(usize),
    /// A page of the ledger cut down to one value of a facet.
    Facet(Facet, String, usize),
    /// What happened when, was said when and published when: of all claims or of some.
    Timeline(Scope, Part),
    /// What bears on what.
    Map(Scope, Part),
    /// A page of the list of all corrections.
    Corrections(usize),
    /// Where the site can be searched.
    Search,
    /// The scales in use and what each mark means.
    Method,
    /// A plain page, by its place in [`Site::pages`].
    Plain(usize),
    /// An old address of the home page, a brief or a plain page, by its place among the aliases.
    Moved(Box<Page>, usize),
    /// What a host shows where there is no page.
    NotFound,
}

/// Whose claims are drawn.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// Those of the whole site.
    Site,
    /// Those of a topic, by the topic's key.
    Topic(String),
    /// Those of a brief.
    Brief(BriefId),
}

/// Which of the claims are drawn on one page. Numbers count from one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// All of them, or where these are too many an overview of the parts.
    Whole,
    /// A page of those of a year.
    Year(i16, usize),
    /// A page of those that carry no date.
    Undated(usize),
}

words! {
    /// By what the ledger can be cut down.
    Facet {
        /// By the status that holds.
        Status "status",
        /// By who makes the claim.
        Speaker "speaker",
        /// By where it comes from.
        Origin "origin",
        /// By the month in which it was said.
        Month "month",
        /// By the topics of its briefs.
        Topic "topic",
    }
}

impl Page {
    /// The page's file below the site's root, such as `claims/ammo-deal/index.html`.
    ///
    /// Links name the file in full, so that they work from a folder on disk too.
    pub fn route(&self, site: &Site) -> String {
        match self {
            Self::Home => "index.html".to_owned(),
            Self::Brief(id) => format!("briefs/{}/index.html", site[*id].brief.document.slug),
            Self::Briefs(1) => "briefs/index.html".to_owned(),
            Self::Briefs(number) => numbered("briefs/page", *number),
            Self::Claim(id) => format!("claims/{}/index.html", slug(&site[*id].key)),
            Self::Speaker(id) => {
                format!("speakers/{}/index.html", slug(&site[*id].entry.key.value))
            }
            Self::Speakers(1) => "speakers/index.html".to_owned(),
            Self::Speakers(number) => numbered("speakers/page", *number),
            Self::Source(id) => format!("sources/{}/index.html", slug(&site[*id].entry.key.value)),
            Self::Sources(1) => "sources/index.html".to_owned(),
            Self::Sources(number) => numbered("sources/page", *number),
            Self::Topic(key, number) => numbered(&format!("topics/{key}"), *number),
            Self::Topics => "topics/index.html".to_owned(),
            Self::Ledger(1) => "ledger/index.html".to_owned(),
            Self::Ledger(number) => numbered("ledger/page", *number),
            Self::Facet(facet, key, number) => {
                numbered(&format!("ledger/{}/{key}", facet.word()), *number)
            }
            Self::Timeline(scope, part) => drawn(site, scope, "timeline", *part),
            Self::Map(scope, part) => drawn(site, scope, "map", *part),
            Self::Corrections(1) => "corrections/index.html".to_owned(),
            Self::Corrections(number) => numbered("corrections/page", *number),
            Self::Search => "search/index.html".to_owned(),
            Self::Method => "method/index.html".to_owned(),
            Self::Plain(index) => format!("{}/index.html", site.pages[*index].document.slug),
            Self::Moved(page, index) => page
                .alias(site, *index)
                .map_or_else(String::new, |alias| alias.value.clone()),
            Self::NotFound => "404.html".to_owned(),
        }
    }

    /// The template that renders the page.
    pub fn template(&self) -> &'static str {
        match self {
            Self::Home => "home.html",
            Self::Brief(_) => "brief.html",
            Self::Briefs(_) => "briefs.html",
            Self::Claim(_) => "claim.html",
            Self::Speaker(_) => "speaker.html",
            Self::Speakers(_) => "speakers.html",
            Self::Source(_) => "source.html",
            Self::Sources(_) => "sources.html",
            Self::Topic(..) => "topic.html",
            Self::Topics => "topics.html",
            Self::Ledger(_) | Self::Facet(..) => "ledger.html",
            Self::Timeline(..) => "timeline.html",
            Self::Map(..) => "map.html",
            Self::Corrections(_) => "corrections.html",
            Self::Search => "search.html",
            Self::Method => "method.html",
            Self::Plain(_) => "page.html",
            Self::Moved(..) => "moved.html",
            Self::NotFound => "404.html",
        }
    }

    /// The text that an author wrote for the page.
    pub fn document<'a>(&self, site: &'a Site) -> Option<&'a Document> {
        let text = match self {
            Self::Home => site.home.as_ref()?,
            Self::Brief(id) => &site[*id].brief,
            Self::Plain(index) => site.pages.get(*index)?,
            _ => return None,
        };
        Some(&text.document)
    }

    /// The page in all its languages, the original first; nothing where it has one.
    pub fn editions(&self, site: &Site) -> Vec<Self> {
        let editions: Vec<Self> = match self {
            Self::Brief(id) => site.editions(*id).map(Self::Brief).collect(),
            Self::Plain(index) => {
                let pages = site.page_editions(*index).into_iter();
                pages.map(Self::Plain).collect()
            }
            _ => Vec::new(),
        };
        if editions.len() < 2 {
            Vec::new()
        } else {
            editions
        }
    }

    /// One of the old addresses that the page's text names: a file below the site's root.
    pub fn alias<'a>(&self, site: &'a Site, index: usize) -> Option<&'a Name> {
        self.document(site)?.front.aliases.get(index)
    }

    /// Whether search engines may list it: it is out, and it is no notice of the server's.
    pub fn is_listed(&self, site: &Site) -> bool {
        match self {
            Self::Moved(..) | Self::NotFound => false,
            _ => self.document(site).is_none_or(|one| one.front.is_out()),
        }
    }

    /// The page's public address, where the site has one.
    pub fn address(&self, site: &Site) -> Option<String> {
        absolute(site, &self.route(site))
    }
}

/// A file of data beside the pages.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DataFile {
    /// The whole record.
    Claims,
    /// The whole record as a table.
    ClaimsTable,
    /// The JSON Schema of the record.
    ClaimsSchema,
    /// What one brief tells of.
    Brief(BriefId),
    /// What is new, in one of two formats.
    Feed(Channel, FeedFormat),
    /// The pages for search engines, or where one file cannot hold them a list of the parts.
    Sitemap,
    /// A part of the pages for search engines, from one.
    SitemapPart(usize),
    /// What search engines may read.
    Robots,
    /// With which headers the host sends files.
    HostHeaders,
    /// From where to where the host redirects.
    HostRedirects,
    /// The sources of the site or of a brief as BibLaTeX.
    Bibtex(Option<BriefId>),
    /// The same as CSL-JSON.
    CslJson(Option<BriefId>),
    /// A brief as a thing to cite, as BibLaTeX.
    CiteBibtex(BriefId),
    /// The same as CSL-JSON.
    CiteCslJson(BriefId),
    /// The annotations of one brief.
    Annotations(BriefId),
    /// The annotations of the whole site: where the pages of their list are.
    AllAnnotations,
    /// A page of the list of all annotations. Numbers count from one.
    AnnotationPage(usize),
}

/// The annotations on one page of the list of all annotations.
pub const ANNOTATIONS_A_PAGE: usize = 100;

/// What a reader can follow.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Channel {
    /// The briefs of the whole site.
    Site,
    /// The briefs of a topic, by the topic's key.
    Topic(String),
    /// What a speaker says.
    Speaker(SpeakerId),
    /// What becomes of a claim.
    Claim(ClaimId),
    /// All corrections.
    Corrections,
}

impl Channel {
    /// The page that tells the same.
    pub fn page(&self) -> Page {
        match self {
            Self::Site => Page::Home,
            Self::Topic(key) => Page::Topic(key.clone(), 1),
            Self::Speaker(id) => Page::Speaker(*id),
            Self::Claim(id) => Page::Claim(*id),
            Self::Corrections => Page::Corrections(1),
        }
    }
}

words! {
    /// In which format, by how its files end: hosts serve both endings as XML and JSON unasked.
    FeedFormat {
        /// Atom 1.0 (RFC 4287).
        Atom "xml",
        /// JSON Feed 1.1.
        Json "json",
    }
}

impl DataFile {
    /// The file below the site's root, such as `claims.json`.
    pub fn route(&self, site: &Site) -> String {
        let beside =
            |id: &BriefId, name: &str| format!("briefs/{}/{name}", site[*id].brief.document.slug);
        match self {
            Self::Claims => "claims.json".to_owned(),
            Self::ClaimsTable => "claims.csv".to_owned(),
            Self::ClaimsSchema => "claims.schema.json".to_owned(),
            Self::Feed(channel, format) => {
                let page = channel.page().route(site);
                format!("{}feed.{}", public_path(&page), format.word())
            }
            Self::Sitemap => "sitemap.xml".to_owned(),
            Self::SitemapPart(number) => format!("sitemap-{number}.xml"),
            Self::Robots => "robots.txt".to_owned(),
            Self::HostHeaders => "_headers".to_owned(),
            Self::HostRedirects => "_redirects".to_owned(),
            Self::Brief(id) => beside(id, "data.json"),
            Self::Bibtex(None) => "sources.bib".to_owned(),
            Self::Bibtex(Some(id)) => beside(id, "sources.bib"),
            Self::CslJson(None) => "sources.csl.json".to_owned(),
            Self::CslJson(Some(id)) => beside(id, "sources.csl.json"),
            Self::CiteBibtex(id) => beside(id, "cite.bib"),
            Self::CiteCslJson(id) => beside(id, "cite.csl.json"),
            Self::Annotations(id) => beside(id, "annotations.json"),
            Self::AllAnnotations => "annotations.json".to_owned(),
            Self::AnnotationPage(number) => format!("annotations/page/{number}.json"),
        }
    }

    /// Whether a file of the same name in `static/` takes its place: it is for the server, and
    /// nothing else of the site rests on it.
    pub fn gives_way(&self) -> bool {
        matches!(self, Self::Robots | Self::HostHeaders | Self::HostRedirects)
    }
}

/// A file that the search's script fetches. Numbers count from zero, as the script does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SearchFile {
    /// What there is.
    Index,
    /// Words of a part of the alphabet.
    Words(usize),
    /// What is shown of some entries.
    Entries(usize),
}

impl SearchFile {
    /// The file below the site's root, such as `search/index.json`.
    pub fn route(self) -> String {
        match self {
            Self::Index => "search/index.json".to_owned(),
            Self::Words(number) => format!("search/words/{number}.json"),
            Self::Entries(number) => format!("search/entries/{number}.json"),
        }
    }
}

/// The page of a list below the folder `base`.
fn numbered(base: &str, number: usize) -> String {
    match number {
        0 | 1 => format!("{base}/index.html"),
        number => format!("{base}/{number}/index.html"),
    }
}

/// The page of a drawing, below that of whose claims are drawn.
fn drawn(site: &Site, scope: &Scope, name: &str, part: Part) -> String {
    let base = match scope {
        Scope::Site => name.to_owned(),
        Scope::Topic(key) => format!("topics/{key}/{name}"),
        Scope::Brief(id) => format!("briefs/{}/{name}", site[*id].brief.document.slug),
    };
    match part {
        Part::Whole => numbered(&base, 1),
        Part::Year(year, number) => numbered(&format!("{base}/{year:04}"), number),
        Part::Undated(number) => numbered(&format!("{base}/undated"), number),
    }
}

//! The site's settings: `ascribe.yaml`, every key with a default.

use std::collections::BTreeMap;

use crate::messages::Languages;
use crate::record::{Allow, words};
use crate::report::{Code, Severity};
use crate::scale::{Scale, Verdict};
use crate::text::Name;

/// The settings of a site.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The site's name.
    pub title: String,
    /// A line below the name.
    pub tagline: Option<String>,
    /// What the site is, for search engines and previews.
    pub description: Option<String>,
    /// The site's public address, with a slash at its end; for standards that want absolute ones.
    pub base_url: Option<String>,
    /// The language of pages that name none (BCP 47).
    pub lang: String,
    /// The words of pages in each language.
    pub languages: Languages,
    /// Who publishes the site: a speaker's key or a plain name.
    pub publisher: Option<Name>,
    /// Who wrote the briefs that name no author: speaker keys or plain names.
    pub authors: Vec<Name>,
    /// The picture that stands for the site where a page is shared: an address, or a path in
    /// `static/`.
    pub image: Option<Name>,
    /// Where the publisher says how it works: a plain page's slug or an address.
    pub policies: BTreeMap<Policy, Name>,
    /// Words at the foot of every page.
    pub footer: Option<String>,
    /// What becomes of raw HTML in Markdown.
    pub html: HtmlPolicy,
    /// Whether straight quotation marks, `--` and `...` become typographic ones.
    pub smart_punctuation: bool,
    /// Name of the CSL style in which sources are listed.
    pub citation_style: String,
    /// The scale of likelihoods.
    pub scale: Scale,
    /// The scale of verdicts, the worst first; empty where the site gives none.
    pub verdicts: Vec<Verdict>,
    /// Whether machine detection reads the briefs that do not say.
    pub detect: bool,
    /// How sure the detector must be of a statement that is shown, from 0 to 1.
    pub detection_threshold: f64,
    /// Briefs and claims on one page of a list.
    pub page_size: usize,
    /// The most entries of a feed.
    pub feed_size: usize,
    /// Who names the entries of feeds, and a day since when: `example.org,2022` (RFC 4151). Without
    /// it the host of the site's address does, with the day of the text.
    pub feed_tag: Option<String>,
    /// For which host files with its rules are written.
    pub hosting: Option<Hosting>,
    /// Severities that differ from a lint's own; `None` turns it off.
    pub lints: BTreeMap<Code, Option<Severity>>,
    /// Lints that may not be told of parts of the site.
    pub allow: Vec<Allow>,
    /// Values for the site's own templates.
    pub extra: serde_json::Value,
}

words! {
    /// What becomes of raw HTML in Markdown.
    HtmlPolicy {
        /// Harmless elements stay, the rest is dropped.
        Sanitize "sanitize",
        /// It is shown as text.
        Escape "escape",
        /// It stays as it is.
        Trust "trust",
    }
}

words! {
    /// A host that reads rules from files of the site.
    Hosting {
        /// <https://docs.netlify.com/manage/routing/headers/>.
        Netlify "netlify",
        /// <https://developers.cloudflare.com/pages/configuration/headers/>.
        Cloudflare "cloudflare",
    }
}

words! {
    /// What a publisher can say of how it works (schema.org, the words of the Trust Project).
    Policy {
        /// By which principles it writes.
        PublishingPrinciples "publishing_principles",
        /// How it puts errors right.
        CorrectionsPolicy "corrections_policy",
        /// What is right and wrong for its authors.
        EthicsPolicy "ethics_policy",
        /// How it checks facts.
        VerificationFactCheckingPolicy "verification_fact_checking_policy",
        /// When it rests on people whom it does not name.
        UnnamedSourcesPolicy "unnamed_sources_policy",
        /// To whom it belongs, and who pays.
        OwnershipFundingInfo "ownership_funding_info",
        /// Whose voices it looks for.
        DiversityPolicy "diversity_policy",
        /// Who works for it, by what they have in common.
        DiversityStaffingReport "diversity_staffing_report",
        /// Who works for it.
        Masthead "masthead",
        /// What it covers, and why.
        MissionCoveragePrioritiesPolicy "mission_coverage_priorities_policy",
        /// How readers can take part.
        ActionableFeedbackPolicy "actionable_feedback_policy",
        /// When a text carries no name.
        NoBylinesPolicy "no_bylines_policy",
    }
}

impl Policy {
    /// Whether schema.org knows it of publishers of news alone.
    pub fn is_of_news(self) -> bool {
        matches!(
            self,
            Self::VerificationFactCheckingPolicy
                | Self::Masthead
                | Self::MissionCoveragePrioritiesPolicy
                | Self::NoBylinesPolicy
        )
    }
}

words! {
    /// What the settings can make of a lint.
    Level {
        /// Stops the build.
        Error "error",
        /// Is told.
        Warning "warning",
        /// Is not looked for.
        Off "off",
    }
}

impl Settings {
    /// The absolute address of the site's picture; nothing for a file of a site without an address.
    pub fn image_address(&self) -> Option<String> {
        let image = &self.image.as_ref()?.value;
        if is_web_address(image) {
            return Some(image.clone());
        }
        Some(format!("{}{image}", self.base_url.as_ref()?))
    }
}

/// Whether a text is an address on the web and no path.
pub fn is_web_address(text: &str) -> bool {
    text.starts_with("https://") || text.starts_with("http://")
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            title: "Briefs".to_owned(),
            tagline: None,
            description: None,
            base_url: None,
            lang: "en".to_owned(),
            languages: Languages::default(),
            publisher: None,
            authors: Vec::new(),
            image: None,
            policies: BTreeMap::new(),
            footer: None,
            html: HtmlPolicy::Sanitize,
            smart_punctuation: false,
            citation_style: "chicago-notes-bibliography".to_owned(),
            scale: Scale::default(),
            verdicts: Vec::new(),
            detect: true,
            detection_threshold: 0.5,
            page_size: 25,
            feed_size: 20,
            feed_tag: None,
            hosting: None,
            lints: BTreeMap::new(),
            allow: Vec::new(),
            extra: serde_json::Value::Null,
        }
    }
}

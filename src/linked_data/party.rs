//! People and organisations.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};

use crate::settings::Policy;

/// What a party is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum PartyKind {
    /// A person.
    Person,
    /// An organisation.
    Organization,
    /// An organisation that publishes news.
    NewsMediaOrganization,
}

/// A person or an organisation.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Party {
    /// What it is.
    #[serde(rename = "@type")]
    pub kind: PartyKind,
    /// What it goes by in linked data.
    #[serde(rename = "@id", skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// What it is called.
    pub name: String,
    /// Other names.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub alternate_name: Vec<String>,
    /// Its page, or its site.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The same entity elsewhere.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub same_as: Vec<String>,
    /// What the site says of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// The office that a person holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub job_title: Option<String>,
    /// Every office that a person held.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub has_occupation: Vec<Occupation>,
    /// For whom a person speaks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub works_for: Option<Box<Party>>,
    /// What an organisation is a part of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent_organization: Option<Box<Party>>,
    /// The sign of an organisation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub logo: Option<Picture>,
    /// Where a publisher says how it works.
    #[serde(flatten, serialize_with = "by_property")]
    pub policies: BTreeMap<Policy, String>,
}

/// Policies by the properties of schema.org, which are their words in another case.
fn by_property<S: Serializer>(
    policies: &BTreeMap<Policy, String>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_map(policies.iter().map(|(policy, url)| {
        let mut parts = policy.word().split('_');
        let mut property = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let (first, rest) = part.split_at(1);
            property.push_str(&first.to_ascii_uppercase());
            property.push_str(rest);
        }
        (property, url)
    }))
}

impl Party {
    /// A party with nothing but a name.
    pub fn named(kind: PartyKind, name: impl Into<String>) -> Self {
        Self {
            kind,
            id: None,
            name: name.into(),
            alternate_name: Vec::new(),
            url: None,
            same_as: Vec::new(),
            description: None,
            job_title: None,
            has_occupation: Vec::new(),
            works_for: None,
            parent_organization: None,
            logo: None,
            policies: BTreeMap::new(),
        }
    }
}

/// An office.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "@type")]
pub struct Occupation {
    /// What it is called.
    pub name: String,
}

/// A picture.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "@type", rename = "ImageObject")]
pub struct Picture {
    /// Its address.
    pub url: String,
}

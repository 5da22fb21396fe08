//! What the directory does: the read model behind a lock, the answers it gives, and the edits that reach it.

use std::sync::{PoisonError, RwLock, RwLockReadGuard};

use bytes::Bytes;
use jiff::civil::Date;
use shared::api::ProblemCode;
use shared::codes::Audience;
use shared::directory::{
    DirectorySize, MemberDetail, MemberFilter, OwnProfile, PersonalField, ProfileInput, ProfilePreview, Relation,
    Suggestions,
};
use shared::ids::MemberId;
use shared::validate::Checker;
use shared::words::Text;

use super::answers::{Answers, Question};
use super::index::{Index, Sight, SightCache, members_to_json};
use super::queries;
use super::record::MemberRecord;
use super::reference::Reference;
use crate::app::App;
use crate::db::Db;
use crate::error::{AppError, Result};

/// Rows of a suggestion.
const SUGGESTIONS: usize = 10;

/// The directory's read model, shared by all requests of this process.
#[derive(Debug)]
pub struct Directory {
    index: RwLock<Index>,
    sights: SightCache,
    /// Pages of lists.
    pages: Answers,
    /// Members by country/region.
    by_country: Answers,
}

impl Directory {
    /// Builds the read model from the database.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn build(db: &Db, today: Date) -> anyhow::Result<Self> {
        Ok(Self::serving(queries::build_index(&db.read, today).await?))
    }

    /// The read model of plain values, without a database behind it.
    pub fn of(people: &Reference) -> Self {
        Self::serving(Index::of(&people.exchanges, &people.members))
    }

    fn serving(index: Index) -> Self {
        Self {
            index: RwLock::new(index),
            sights: SightCache::default(),
            pages: Answers::default(),
            by_country: Answers::default(),
        }
    }

    pub(super) fn index(&self) -> RwLockReadGuard<'_, Index> {
        self.index.read().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) const fn sights(&self) -> &SightCache {
        &self.sights
    }

    /// Takes in a member as they are now.
    pub fn put(&self, member: &MemberRecord) {
        let mut index = self.index.write().unwrap_or_else(PoisonError::into_inner);
        index.put(member);
    }

    /// One page of the members a viewer may see, as JSON of a [`shared::directory::MemberPage`].
    pub fn list(&self, viewer: Option<MemberId>, filter: MemberFilter) -> Bytes {
        self.answer(&self.pages, (viewer, filter), |index, sight, filter| {
            index.list(sight, filter).to_json()
        })
    }

    /// How many members a viewer may see in each home country/region, rounded so that nobody can be singled out, as
    /// JSON of a [`shared::map::MapMembers`]. The order and the page of the filter do not matter.
    pub fn members_by_country(&self, viewer: Option<MemberId>, filter: MemberFilter) -> Bytes {
        self.answer(&self.by_country, (viewer, filter), |index, sight, filter| {
            members_to_json(&index.by_country(sight, filter))
        })
    }

    /// The answer that is kept, or the one that the index gives now.
    fn answer(
        &self,
        kept: &Answers,
        question: Question,
        ask: impl FnOnce(&Index, &Sight, &MemberFilter) -> Vec<u8>,
    ) -> Bytes {
        let index = self.index();
        let version = index.version();
        if let Some(json) = kept.get(&question, version) {
            return json;
        }
        let (viewer, filter) = &question;
        let json = Bytes::from(ask(&index, &self.sights.get(&index, *viewer), filter));
        drop(index);
        kept.offer(question, version, &json);
        json
    }

    /// The best few members for the words typed so far.
    pub fn suggest(&self, viewer: Option<MemberId>, query: &str) -> Suggestions {
        let index = self.index();
        Suggestions {
            items: index.suggest(&self.sights.get(&index, viewer), query, SUGGESTIONS),
        }
    }

    /// A member's profile as far as a viewer may see it.
    ///
    /// # Errors
    /// Not found, for who is hidden and for who does not exist alike.
    pub fn detail(&self, viewer: Option<MemberId>, id: MemberId) -> Result<MemberDetail> {
        let index = self.index();
        let found = index.detail(&self.sights.get(&index, viewer), viewer, id);
        found.ok_or_else(|| AppError::told(ProblemCode::NotFound, Text::new("problem.not_found_member")))
    }

    /// The totals that everybody may know.
    pub fn size(&self) -> DirectorySize {
        self.index().size()
    }
}

/// The member's own row as the database has it now.
pub(super) async fn own_record(app: &App, id: MemberId) -> Result<MemberRecord> {
    let exchanges = app.directory.index().exchanges();
    let record = queries::member_record(&app.db.read, id, &exchanges, app.clock.today()).await?;
    record.ok_or_else(|| AppError::of(ProblemCode::Unauthenticated))
}

/// One's own profile.
pub(super) async fn own_profile(app: &App, id: MemberId) -> Result<OwnProfile> {
    let record = own_record(app, id).await?;
    let member = app.directory.detail(Some(id), id)?;
    Ok(OwnProfile {
        member,
        audiences: record.audiences,
        is_minor: record.is_minor,
    })
}

/// Replaces one's own profile; the next request of this process sees it.
pub(super) async fn update_profile(app: &App, id: MemberId, input: &ProfileInput) -> Result<OwnProfile> {
    let record = own_record(app, id).await?;
    check_minor(&record, input)?;
    let tx = app.db.begin().await?;
    queries::replace_profile(&tx, id, input, app.clock.now().as_millisecond()).await?;
    tx.commit().await?;
    refresh(app, id).await?;
    own_profile(app, id).await
}

/// Reads a member again and takes them into the index.
pub(crate) async fn refresh(app: &App, id: MemberId) -> Result<()> {
    let exchanges = app.directory.index().exchanges();
    // The write handle: on SQLite a reader may still see the time before the commit.
    let record = queries::member_record(&app.db.write, id, &exchanges, app.clock.today()).await?;
    if let Some(record) = record {
        app.directory.put(&record);
    }
    Ok(())
}

/// Minors are never listed beyond their exchange and cannot be made so, not even by themselves.
fn check_minor(record: &MemberRecord, input: &ProfileInput) -> Result<()> {
    let mut checker = Checker::default();
    let fits = |audience: Audience| !record.is_minor || audience <= Audience::Exchange;
    let text = || Text::new("invalid.minor_exchange_only");
    checker.check(fits(input.audiences.listing), "audiences.listing", text);
    for field in PersonalField::ALL {
        checker.check(
            fits(input.audiences.of(*field)),
            &format!("audiences.{}", field.code()),
            text,
        );
    }
    checker.finish().map_err(AppError::invalid)
}

/// One's own profile as somebody sees it who stands on one rung of the ladder and on no lower one.
pub(super) async fn preview_profile(app: &App, id: MemberId, viewer: Audience) -> Result<ProfilePreview> {
    let record = own_record(app, id).await?;
    let relation = Relation {
        is_self: viewer == Audience::OnlyMe,
        same_exchange: viewer == Audience::Exchange,
        same_country: viewer == Audience::Country,
        is_member: viewer != Audience::Public,
    };
    if !record.listing_audience().admits(relation) {
        return Ok(ProfilePreview { member: None });
    }
    let mut member = app.directory.detail(Some(id), id)?;
    member.is_own = viewer == Audience::OnlyMe;
    for field in PersonalField::ALL
        .iter()
        .filter(|field| !record.audience_of(**field).admits(relation))
    {
        match field {
            PersonalField::NativeName => member.summary.native_name = None,
            PersonalField::Affiliation => member.summary.affiliation = None,
            PersonalField::Fields => member.summary.fields.clear(),
            PersonalField::LivesIn => member.summary.lives_in = None,
            PersonalField::Languages => member.languages.clear(),
            PersonalField::OpenTo => member.summary.open_to.clear(),
            PersonalField::Trip => member.exchanges.clear(),
        }
    }
    Ok(ProfilePreview { member: Some(member) })
}

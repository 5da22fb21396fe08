//! Where members' mails go, and which of them they want.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter};
use shared::ids::MemberId;
use shared::mail::{MailChoice, MailChoices, MailKind};

use crate::app::App;
use crate::entity::{mail_address, mail_choice};
use crate::error::Result;

/// Where a member's mails go. In demo mode everybody has an address that leads nowhere; elsewhere nothing for members
/// without one.
pub(super) async fn address_of(app: &App, member: MemberId) -> Result<Option<mail_address::Model>> {
    let find = || mail_address::Entity::find_by_id(member.0);
    let found = find().one(&app.db.read).await?;
    if found.is_some() || !app.settings.is_demo {
        return Ok(found.filter(|row| !row.address.is_empty()));
    }
    let row = mail_address::ActiveModel {
        member_id: Set(member.0),
        address: Set(format!("member-{member}@demo.invalid")),
        unsubscribe_token: Set(token()?),
    };
    mail_address::Entity::insert(row)
        .on_conflict(
            OnConflict::column(mail_address::Column::MemberId)
                .do_nothing()
                .to_owned(),
        )
        .exec_without_returning(&app.db.write)
        .await?;
    // Another process may have been the first.
    Ok(find().one(&app.db.write).await?)
}

/// 256 random bits.
fn token() -> anyhow::Result<String> {
    let mut random = [0_u8; 32];
    getrandom::fill(&mut random)?;
    Ok(random.iter().fold(String::with_capacity(64), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    }))
}

/// The member whose links carry a token.
pub(super) async fn member_of_token(db: &impl ConnectionTrait, token: &str) -> Result<Option<MemberId>, DbErr> {
    // One of the engines takes a zero byte for a fault of ours.
    if !token.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Ok(None);
    }
    let found = mail_address::Entity::find()
        .filter(mail_address::Column::UnsubscribeToken.eq(token))
        .one(db)
        .await?;
    Ok(found.map(|row| MemberId(row.member_id)))
}

/// The kinds that a member does without.
async fn unwanted(db: &impl ConnectionTrait, member: MemberId) -> Result<BTreeSet<MailKind>, DbErr> {
    let rows = mail_choice::Entity::find()
        .filter(mail_choice::Column::MemberId.eq(member.0))
        .filter(mail_choice::Column::IsWanted.eq(false))
        .all(db)
        .await?;
    Ok(rows.iter().filter_map(|row| row.kind.parse().ok()).collect())
}

/// Whether a member wants mails of a kind; those that cannot be switched off are always sent.
pub(super) async fn is_wanted(db: &impl ConnectionTrait, member: MemberId, kind: MailKind) -> Result<bool, DbErr> {
    Ok(!kind.is_switchable() || !unwanted(db, member).await?.contains(&kind))
}

/// A member's choices.
pub(super) async fn choices(db: &impl ConnectionTrait, member: MemberId) -> Result<MailChoices, DbErr> {
    let unwanted = unwanted(db, member).await?;
    let each = |kind: MailKind| MailChoice {
        kind,
        is_wanted: !unwanted.contains(&kind),
    };
    Ok(MailChoices {
        choices: MailKind::SWITCHABLE.map(each).into(),
    })
}

/// Keeps a choice.
pub(super) async fn choose(db: &impl ConnectionTrait, member: MemberId, choice: MailChoice) -> Result<(), DbErr> {
    use mail_choice::Column as C;
    let row = mail_choice::ActiveModel {
        member_id: Set(member.0),
        kind: Set(choice.kind.code().into()),
        is_wanted: Set(choice.is_wanted),
    };
    let kept = OnConflict::columns([C::MemberId, C::Kind])
        .update_column(C::IsWanted)
        .to_owned();
    mail_choice::Entity::insert(row)
        .on_conflict(kept)
        .exec_without_returning(db)
        .await?;
    Ok(())
}

//! Reads of one's own row. Whoever asks is that very person, so there is no viewer to pass.

use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};
use shared::codes::Role;
use shared::ids::MemberId;

use crate::entity::member;

/// The row of the person themselves.
pub(super) async fn own_member(db: &impl ConnectionTrait, id: MemberId) -> Result<Option<member::Model>, DbErr> {
    member::Entity::find_by_id(id.0).one(db).await
}

/// The first fictional person of a role who is of age.
pub(super) async fn first_of_role(db: &impl ConnectionTrait, role: Role) -> Result<Option<member::Model>, DbErr> {
    member::Entity::find()
        .filter(member::Column::Role.eq(role.code()))
        .filter(member::Column::AdultOn.is_null())
        .order_by_asc(member::Column::Id)
        .one(db)
        .await
}

//! Members: everybody who was invited, and those who belong to the club otherwise.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "member")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The name in Latin letters, in one piece.
    pub name: String,
    pub native_name: Option<String>,
    pub country_code: String,
    pub affiliation: Option<String>,
    pub lives_in: Option<String>,
    /// Codes with a space between them.
    pub fields: String,
    /// BCP 47 tags with a space between them.
    pub languages: String,
    /// Codes with a space between them.
    pub open_to: String,
    /// One digit of the audience ladder (0 only me to 4 public) for the listing and for each personal field,
    /// in the order of `features::directory::convert::audiences`.
    pub audiences: String,
    pub role: String,
    /// The day on which a minor comes of age; empty for adults.
    pub adult_on: Option<String>,
    pub created_at: i64,
    pub updated_at: i64,
    #[sea_orm(has_many)]
    pub participations: HasMany<super::participation::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}

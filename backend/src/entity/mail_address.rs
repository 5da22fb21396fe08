//! Where a member's mails go, and the secret of the links that end them.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "mail_address")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub member_id: Uuid,
    pub address: String,
    pub unsubscribe_token: String,
}

impl ActiveModelBehavior for ActiveModel {}

//! Who may organise which event.

use crate::codes::Role;
use crate::fields::CountryCode;
use crate::ids::MemberId;

/// Somebody who may organise events.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Organiser {
    /// Who.
    pub id: MemberId,
    /// What they may do.
    pub role: Role,
    /// Home country/region: a coordinator's chapter.
    pub country: CountryCode,
}

impl Organiser {
    /// Whether they may change an event: admins any, coordinators those to which their own chapter invites, and those
    /// that they began themselves as long as no chapter is named.
    pub fn organises(&self, hosts: &[CountryCode], created_by: Option<MemberId>) -> bool {
        match self.role {
            Role::Admin => true,
            Role::Coordinator if hosts.is_empty() => created_by == Some(self.id),
            Role::Coordinator => hosts.contains(&self.country),
            Role::Member => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chapters_belong_to_their_coordinators_and_everything_to_admins() {
        let who = |number: u128| MemberId(uuid::Uuid::from_u128(number));
        let organiser = |role| Organiser {
            id: who(1),
            role,
            country: "IN".parse().unwrap(),
        };
        let hosts = |codes: &[&str]| {
            codes
                .iter()
                .map(|code| code.parse().unwrap())
                .collect::<Vec<CountryCode>>()
        };
        for (role, codes, creator, expected) in [
            (Role::Admin, &["NP"][..], 2, true),
            (Role::Admin, &[], 2, true),
            (Role::Coordinator, &["NP"], 1, false),
            (Role::Coordinator, &["NP", "IN"], 2, true),
            (Role::Coordinator, &[], 1, true),
            (Role::Coordinator, &[], 2, false),
            (Role::Member, &["IN"], 1, false),
            (Role::Member, &[], 1, false),
        ] {
            let is_theirs = organiser(role).organises(&hosts(codes), Some(who(creator)));
            assert_eq!(is_theirs, expected, "{role:?} {codes:?} {creator}");
        }
    }
}

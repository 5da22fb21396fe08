//! From a value to a type. Every method knows the one form that its kind of type has, so that the others are left out
//! of the page: a struct is never read as a map, a number never as text of another kind.

use std::borrow::Cow;
use std::slice;

use serde::de::{self, DeserializeSeed, Deserializer, IntoDeserializer, MapAccess, SeqAccess, Visitor};
use serde::forward_to_deserialize_any;

use super::{Unreadable, Value};

type Read<T> = Result<T, Unreadable>;

impl<'de> Value<'de> {
    fn text(&self) -> Read<&str> {
        match self {
            Self::Text(text) => Ok(text),
            _ => Err(Unreadable),
        }
    }

    /// Digits; in a query they are text.
    fn number(&self) -> Read<u64> {
        match self {
            Self::Number(digits) => digits.parse().map_err(|_| Unreadable),
            Self::Text(digits) => digits.parse().map_err(|_| Unreadable),
            _ => Err(Unreadable),
        }
    }

    fn items(&'de self) -> Read<Items<'de>> {
        Ok(Items(match self {
            Self::List(items) => items.iter().map(Some).collect::<Vec<_>>().into_iter(),
            Self::Text(_) => vec![Some(self)].into_iter(),
            _ => return Err(Unreadable),
        }))
    }

    fn fields(&'de self, names: &[&str]) -> Read<Items<'de>> {
        match self {
            Self::Map(_) => Ok(Items(
                names.iter().map(|name| self.get(name)).collect::<Vec<_>>().into_iter(),
            )),
            _ => Err(Unreadable),
        }
    }

    fn entries(&'de self) -> Read<Entries<'de>> {
        match self {
            Self::Map(entries) => Ok(Entries(entries.iter(), None)),
            _ => Err(Unreadable),
        }
    }
}

macro_rules! numbers {
    ($($method:ident)+) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
            visitor.visit_u64(self.number()?)
        }
    )+};
}

impl<'de> Deserializer<'de> for &'de Value<'de> {
    type Error = Unreadable;

    // A sentence of a catalogue, or its forms.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        match self {
            Value::Text(text) => visitor.visit_str(text),
            Value::Map(_) => visitor.visit_map(self.entries()?),
            _ => Err(Unreadable),
        }
    }

    numbers! { deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64 }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        match self {
            Value::Bool(is_so) => visitor.visit_bool(*is_so),
            _ => Err(Unreadable),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        visitor.visit_str(self.text()?)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        visitor.visit_str(self.text()?)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        match self {
            Value::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Read<V::Value> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        visitor.visit_seq(self.items()?)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        visitor.visit_map(self.entries()?)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Read<V::Value> {
        visitor.visit_seq(self.fields(fields)?)
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u128 f32 f64 char bytes byte_buf unit unit_struct tuple tuple_struct enum identifier ignored_any
    }
}

/// The items of a list or the fields of a struct; a field that is not there ends it for the moment, which is how a
/// derived type is told to take its default.
struct Items<'de>(std::vec::IntoIter<Option<&'de Value<'de>>>);

impl<'de> SeqAccess<'de> for Items<'de> {
    type Error = Unreadable;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Read<Option<T::Value>> {
        match self.0.next().flatten() {
            Some(value) => seed.deserialize(value).map(Some),
            None => Ok(None),
        }
    }
}

type Entry<'de> = (Cow<'de, str>, Value<'de>);

struct Entries<'de>(slice::Iter<'de, Entry<'de>>, Option<&'de Value<'de>>);

impl<'de> MapAccess<'de> for Entries<'de> {
    type Error = Unreadable;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Read<Option<K::Value>> {
        let Some((key, value)) = self.0.next() else {
            return Ok(None);
        };
        self.1 = Some(value);
        let key: de::value::StrDeserializer<'_, Unreadable> = key.as_ref().into_deserializer();
        seed.deserialize(key).map(Some)
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Read<T::Value> {
        seed.deserialize(self.1.ok_or(Unreadable)?)
    }
}
